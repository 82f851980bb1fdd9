import type { Schemas } from '@/api';
import { formatDate, plusDays } from '@/shared/dates';
import { t } from '@/shared/i18n/i18n.svelte';

import { kindName } from './kinds.svelte';

/** "từ 01/07/2025", "từ 2015 đến trước 01/07/2025"; the end is the first day that it no longer holds. */
export function period(from: string, to: string | null): string {
  return to
    ? t('organisation.from_to', { from: formatDate(from), to: formatDate(to) })
    : t('organisation.from', { from: formatDate(from) });
}

/** The life of a body in a drawing: "từ 01/01/2015", "01/01/2015 – 30/06/2025" with its last day. */
export function lifeSpan(node: { valid_from: string; valid_to: string | null }): string {
  const from = formatDate(node.valid_from);
  return node.valid_to
    ? t('event.life', { from, to: formatDate(plusDays(node.valid_to, -1)) })
    : t('organisation.from', { from });
}

type State = Schemas['OrganisationTimeline']['states'][number];

/** What is so from then on: all of it at first, later what is different. */
export function stateWords(state: State, before: State | undefined): string {
  const parts: string[] = [];
  if (state.kind !== before?.kind) parts.push(t('event.state_kind', { kind: kindName(state.kind) }));
  if (state.level !== (before?.level ?? null)) parts.push(t('event.state_level', { level: state.level ?? '–' }));
  if (state.code !== (before?.code ?? null)) parts.push(t('event.state_code', { code: state.code ?? '–' }));
  if (state.status !== (before?.status ?? 'active')) parts.push(t(`event.status_${state.status}`));
  return parts.join('; ');
}
