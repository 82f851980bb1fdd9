// Value lists of the register of associations, in words.
import type { Schemas } from '@/api';
import { t } from '@/shared/i18n/i18n.svelte';

export const classes = [
  'assigned_task',
  'special_character',
  'political_social_professional',
  'social_professional',
  'social',
  'humanitarian',
  'economic',
  'unlicensed_group',
] as const satisfies readonly Schemas['AssociationClass'][];
export const statuses = [
  'campaign',
  'permitted',
  'active',
  'suspended',
  'dissolving',
  'dissolved',
  'merged',
  'divided',
] as const satisfies readonly Schemas['AssociationStatus'][];
export const flags = [
  'term_overdue',
  'term_warning_3',
  'term_warning_2',
  'term_warning_1',
  'no_report_2_years',
  'no_report_1_year',
  'board_incomplete',
  'dormant',
] as const satisfies readonly Schemas['AssociationFlagCode'][];
export const tenures = ['own', 'lent', 'none'] as const;

export function className(code: string | null): string {
  const known = classes.find((one) => one === code);
  return known ? t(`associations.class_${known}`) : t('associations.class_none');
}

export function tenureName(code: string | null): string {
  const known = tenures.find((one) => one === code);
  return known ? t(`associations.tenure_${known}`) : '–';
}

/** Warnings and red ones: what the law ties a consequence to. */
export function toneOf(flag: Schemas['AssociationFlagCode']): 'red' | 'yellow' {
  return flag.startsWith('term_warning') || flag === 'no_report_1_year' ? 'yellow' : 'red';
}
