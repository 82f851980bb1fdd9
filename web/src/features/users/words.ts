import type { Schemas } from '@/api';
import { formatDate, plusDays } from '@/shared/dates';
import { t } from '@/shared/i18n/i18n.svelte';

/** The server's end is the first day without the role; people say its last day. */
export function lastDayOf(role: Schemas['HeldRole']): string | null {
  return role.valid_to && plusDays(role.valid_to, -1);
}

export function rolePeriod(role: Schemas['HeldRole']): string {
  const from = formatDate(role.valid_from);
  const last = lastDayOf(role);
  return last ? t('user.role_from_to', { from, to: formatDate(last) }) : t('organisation.from', { from });
}

export function roleWords(role: Schemas['HeldRole']): string {
  return t('user.role_at', { role: t(`role.${role.role}`), body: role.organisation.name });
}
