import type { Schemas } from '@/api';
import { formatNumber } from '@/shared/numbers';
import { t } from '@/shared/i18n/i18n.svelte';

export type Task = Schemas['Task'];
export type TaskStatus = Schemas['TaskStatus'];

/** In the order of what happens if nobody acts. */
export const statuses: readonly TaskStatus[] = [
  'overdue',
  'due_soon',
  'awaiting_acceptance',
  'unassigned',
  'no_due_date',
  'in_progress',
  'standing',
  'awaiting_decision',
  'done_on_time',
  'done_late',
  'done_unassessed',
];

export type Tone = 'green' | 'yellow' | 'red' | 'deep-red' | 'grey';

const tones: Record<Schemas['Alert'], Tone> = { green: 'green', yellow: 'yellow', red: 'red', deep_red: 'deep-red' };
const signs: Record<Schemas['Alert'], string> = { green: '✓', yellow: '◔', red: '!', deep_red: '‼' };
const calm: readonly TaskStatus[] = [
  'standing',
  'awaiting_decision',
  'in_progress',
  'done_late',
  'done_unassessed',
  'awaiting_acceptance',
  'unassigned',
  'no_due_date',
];

export function toneOf(task: Pick<Task, 'alert' | 'status'>): Tone {
  return task.alert === 'green' && calm.includes(task.status) ? 'grey' : tones[task.alert];
}

export function signOf(task: Pick<Task, 'alert' | 'status'>): string {
  return task.alert === 'green' && calm.includes(task.status) ? '·' : signs[task.alert];
}

export function statusWords(task: Pick<Task, 'status' | 'days_late'>): string {
  const words = t(`task_status.${task.status}`);
  return task.days_late > 0 ? t('task.days_late', { status: words, days: formatNumber(task.days_late) }) : words;
}
