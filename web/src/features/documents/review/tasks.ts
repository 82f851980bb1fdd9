// Tasks that a person marks in the text.
import type { DeadlineKind, Task } from '../types';
import type { Span } from './text';

/** A key that no task of the review has. */
function freeKey(tasks: readonly Task[]): string {
  const taken = new Set(tasks.map((task) => task.key));
  let number = 1;
  while (taken.has(`p${number}`)) number++;
  return `p${number}`;
}

/** The section of the task before, to be corrected where it is another. */
function sectionAt(tasks: readonly Task[], start: number): string {
  return tasks.filter((task) => task.start !== null && task.start <= start).at(-1)?.section ?? '';
}

/** Puts a new task where it stands in the document. */
export function withNewTask(
  tasks: readonly Task[],
  points: readonly string[],
  span: Span,
): { tasks: Task[]; key: string } {
  const key = freeKey(tasks);
  const task: Task = {
    key,
    origin: 'person',
    include: true,
    section: sectionAt(tasks, span.start),
    text: points.slice(span.start, span.end).join('').replace(/\s+/g, ' ').trim(),
    start: span.start,
    end: span.end,
    lead_as_written: [],
    leads: [],
    cooperating_as_written: [],
    cooperating: [],
    monitor: null,
    deadline_as_written: null,
    deadline_kind: 'none_given',
    due_date: null,
    no_due_reason: null,
    recurrence: null,
    report_to_as_written: null,
    urgency: 'normal',
  };
  const after = tasks.findIndex((other) => other.start !== null && other.start > span.start);
  const at = after < 0 ? tasks.length : after;
  return { tasks: [...tasks.slice(0, at), task, ...tasks.slice(at)], key };
}

export const hasDate = (kind: DeadlineKind): boolean => kind === 'fixed_date' || kind === 'from_issue_date';

/** A kind of deadline with only what belongs to it. */
export function withDeadlineKind(task: Task, kind: DeadlineKind): Partial<Task> {
  return {
    deadline_kind: kind,
    due_date: hasDate(kind) ? task.due_date : null,
    no_due_reason: kind === 'awaiting_decision' ? task.no_due_reason : null,
    recurrence: kind === 'standing' ? (task.recurrence ?? 'regular') : task.recurrence,
  };
}
