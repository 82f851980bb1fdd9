import type { Schemas } from '@/api';
import { formatDate } from '@/shared/dates';
import { t } from '@/shared/i18n/i18n.svelte';

export type EventCode = Schemas['EventCode'];
type Event = Schemas['OrganisationEvent'];

/** "Sáp nhập từ 01/07/2025" */
export function eventTitle(event: { code: EventCode; date: string }): string {
  return t('event.title', { code: t(`event.code_${event.code}`), date: formatDate(event.date) });
}

/** What came out of it; an event that changes a body alone has no such words, the reason says more then. */
export function eventGist(event: Event): string {
  return event.summary || event.reason;
}

export function isUndone(event: Event): boolean {
  return event.undone_at !== null;
}
