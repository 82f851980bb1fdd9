// A value of either version in words, for those who compare them.
import { formatDate } from '@/shared/dates';
import { t } from '@/shared/i18n/i18n.svelte';

import type { Difference } from '../diff';
import { inputName, taskFieldName } from '../fields';
import {
  type Body,
  type Citation,
  deadlineChoices,
  directionChoices,
  type Recipient,
  recurrenceChoices,
  type Task,
  typeLabel,
  urgencyChoices,
} from '../types';

const isDate = (text: string): boolean => /^\d{4}(-\d{2}){0,2}$/.test(text);
const codeChoices = {
  direction: directionChoices,
  urgency: urgencyChoices,
  recurrence: recurrenceChoices,
  deadline_kind: deadlineChoices,
};

function wordsOfCode(field: string, value: string): string {
  if (field === 'document_type') return typeLabel(value);
  if (!(field in codeChoices)) return field.endsWith('_date') && isDate(value) ? formatDate(value) : value;
  const choices: readonly { value: string; label: string }[] = codeChoices[field as keyof typeof codeChoices]();
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

function wordsOfItem(value: unknown): string {
  if (typeof value === 'string') return value;
  const item = value as Partial<Body & Recipient & Citation>;
  return item.name ?? item.text ?? '';
}

/** One value as a person reads it. */
export function inWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? t('ui.yes') : t('ui.no');
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(wordsOfItem).join('; ');
  if (typeof value === 'string') return wordsOfCode(field, value);
  return typeof value === 'object' ? wordsOfItem(value) : String(value);
}

/** What a difference is about. */
export function nameOfDifference(one: Difference, tasks: readonly Task[]): string {
  if (one.part === 'metadata') return inputName(one.field);
  if (one.part === 'recipients') return t('review.recipients');
  if (one.part === 'citations') return t('review.citations');
  const number = tasks.findIndex((task) => task.key === one.key) + 1;
  const name = number > 0 ? t('review.task_number', { number }) : t('review.task_gone');
  return one.part === 'task' ? name : `${name}, ${taskFieldName(one.field)}`;
}
