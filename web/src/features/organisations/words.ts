import { formatDate } from '@/shared/dates';
import { t } from '@/shared/i18n/i18n.svelte';

/** "từ 01/07/2025", "từ 2015 đến trước 01/07/2025"; the end is the first day that it no longer holds. */
export function period(from: string, to: string | null): string {
  return to
    ? t('organisation.from_to', { from: formatDate(from), to: formatDate(to) })
    : t('organisation.from', { from: formatDate(from) });
}
