// What a change of the history changed, in words.
import { t } from '@/shared/i18n/i18n.svelte';
import { formatNumber } from '@/shared/numbers';

import { inputName } from './fields';
import { inWords } from './review/values';
import type { Change } from './types';

export interface Line {
  name: string;
  before: string;
  after: string;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Technical facts that say nothing to a reader, or that the page shows elsewhere. */
const hidden = new Set(['file_sha256', 'issuer_id', 'id', 'file_id']);

function nameOf(field: string): string {
  if (field === 'tasks') return t('document.history_tasks');
  if (field === 'included') return t('document.history_included');
  if (field === 'changed_tasks') return t('document.history_changed_tasks');
  if (field === 'status') return t('document.status');
  return inputName(field);
}

function wordsOf(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') return formatNumber(value);
  if (field === 'changed_tasks' && Array.isArray(value)) return formatNumber(value.length);
  if (field === 'status' && (value === 'registered' || value === 'in_review' || value === 'assigned')) {
    return t(`document.status_${value}`);
  }
  return inWords(field, value);
}

export function linesOf(change: Change): Line[] {
  const before = recordOf(change.before);
  const after = recordOf(change.after);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field): Line[] => {
    if (hidden.has(field)) return [];
    const line = { name: nameOf(field), before: wordsOf(field, before[field]), after: wordsOf(field, after[field]) };
    if (line.before === line.after) return [];
    return [{ ...line, after: line.after || '–' }];
  });
}
