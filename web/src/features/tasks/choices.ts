import type { Schemas } from '@/api';
import { t } from '@/shared/i18n/i18n.svelte';

interface Choice<Value extends string> {
  value: Value;
  label: string;
}

export function deadlineKinds(): Choice<Schemas['DeadlineKind']>[] {
  const kinds: Schemas['DeadlineKind'][] = [
    'fixed_date',
    'from_issue_date',
    'standing',
    'awaiting_decision',
    'none_given',
  ];
  return kinds.map((value) => ({ value, label: t(`deadline_kind.${value}`) }));
}

export function recurrences(): Choice<Schemas['Recurrence']>[] {
  const all: Schemas['Recurrence'][] = ['monthly', 'quarterly', 'half_yearly', 'yearly', 'regular'];
  return all.map((value) => ({ value, label: t(`recurrence.${value}`) }));
}

export function urgencies(): Choice<Schemas['Urgency']>[] {
  const all: Schemas['Urgency'][] = ['normal', 'urgent', 'very_urgent', 'express'];
  return all.map((value) => ({ value, label: t(`urgency.${value}`) }));
}

/** Kinds of deadline that are a day of the calendar. */
export function wantsDate(kind: Schemas['DeadlineKind'] | ''): boolean {
  return kind === 'fixed_date' || kind === 'from_issue_date';
}
