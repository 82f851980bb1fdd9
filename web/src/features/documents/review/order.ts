// What needs a decision first; who still has none.
import type { Review, Task } from '../types';

export type Need = 'no_lead' | 'unsure' | 'no_deadline' | 'no_date' | 'fault';
export const sureFrom = 0.9;

export type Place = readonly [number, number, number];

/** A place of the reader's draft by its pointer. */
export function placeOf(review: Review, pointer: string): Place | undefined {
  const [start, end, confidence] = review.draft.places[pointer] ?? [];
  return start === undefined || end === undefined ? undefined : [start, end, confidence ?? 0];
}

export function draftIndex(review: Review, key: string): number {
  return review.draft.content.tasks.findIndex((task) => task.key === key);
}

const known = new WeakMap<Review, Map<number, number>>();

/** The lowest confidence of any place of each task of the draft. */
function confidences(review: Review): Map<number, number> {
  let found = known.get(review);
  if (!found) {
    found = new Map<number, number>();
    for (const [pointer, place] of Object.entries(review.draft.places)) {
      const [, part, index] = pointer.split('/');
      if (part !== 'tasks') continue;
      found.set(Number(index), Math.min(found.get(Number(index)) ?? 1, place[2] ?? 0));
    }
    known.set(review, found);
  }
  return found;
}

/** How sure the reader was of the sentence and of what it took from it; 1 for what a person marked. */
export function confidenceOf(review: Review, task: Task): number {
  const index = draftIndex(review, task.key);
  return index < 0 ? 1 : (confidences(review).get(index) ?? 0);
}

const sameBodies = (a: Task, b: Task): boolean =>
  a.leads.length === b.leads.length && a.leads.every((body, i) => body.id === b.leads[i]?.id);

/** The reader was unsure and nobody has touched the task since. */
function isUnsure(review: Review, task: Task): boolean {
  if (confidenceOf(review, task) >= sureFrom) return false;
  const read = review.draft.content.tasks[draftIndex(review, task.key)];
  if (!read) return false;
  return sameBodies(read, task) && read.text === task.text && read.deadline_kind === task.deadline_kind;
}

export function needsOf(review: Review, task: Task, checked: ReadonlySet<string>): Need[] {
  if (!task.include) return [];
  const needs: Need[] = [];
  const isChecked = checked.has(task.key);
  if (task.leads.length === 0) needs.push('no_lead');
  if (!isChecked && isUnsure(review, task)) needs.push('unsure');
  const wantsDate = task.deadline_kind === 'fixed_date' || task.deadline_kind === 'from_issue_date';
  if (wantsDate && !task.due_date) needs.push('no_date');
  if (!isChecked && task.deadline_kind === 'none_given') needs.push('no_deadline');
  return needs;
}

const weights: Record<Need, number> = { fault: 8, no_date: 4, no_lead: 4, unsure: 2, no_deadline: 1 };
const weigh = (needs: readonly Need[]): number => needs.reduce((sum, need) => sum + weights[need], 0);

/** Keys of the tasks: as the document says it, or the ones that ask most first (those left out last). */
export function orderOf(
  review: Review,
  tasks: readonly Task[],
  checked: ReadonlySet<string>,
  order: 'decision' | 'document',
): string[] {
  if (order === 'document') return tasks.map((task) => task.key);
  return tasks
    .map((task, index) => ({
      key: task.key,
      index,
      weight: task.include ? weigh(needsOf(review, task, checked)) : -1,
    }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .map((one) => one.key);
}

export interface AssignNumbers {
  tasks: number;
  bodies: number;
  work: number;
  without_lead: number;
  without_deadline: number;
  left_out: number;
}

/** What "Giao việc" would make of this content. */
export function assignNumbers(tasks: readonly Task[]): AssignNumbers {
  const included = tasks.filter((task) => task.include);
  return {
    tasks: included.length,
    bodies: new Set(included.flatMap((task) => task.leads.map((body) => body.id))).size,
    work: included.reduce((sum, task) => sum + Math.max(1, task.leads.length), 0),
    without_lead: included.filter((task) => task.leads.length === 0).length,
    without_deadline: included.filter((task) => task.deadline_kind === 'none_given').length,
    left_out: tasks.length - included.length,
  };
}
