// Two versions of one thing side by side, and a third made of what the person chose.
import type { Content, Input, Task } from './types';

export type Side = 'mine' | 'theirs';
export interface Difference {
  id: string;
  part: 'metadata' | 'recipients' | 'citations' | 'task' | 'task_field';
  /** The field of the metadata or of the task. */
  field: string;
  /** Of a task. */
  key: string;
  mine: unknown;
  theirs: unknown;
  /** Who changed it since both had the same. */
  by: 'me' | 'them' | 'both';
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function changedBy(base: unknown, mine: unknown, theirs: unknown): Difference['by'] {
  if (same(base, theirs)) return 'me';
  return same(base, mine) ? 'them' : 'both';
}

const fieldsOf = (...records: (object | undefined)[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record ?? {}))),
];
const valueOf = (record: object | undefined, field: string): unknown =>
  (record as Record<string, unknown> | undefined)?.[field] ?? null;

export function inputDifferences(base: Input, mine: Input, theirs: Input): Difference[] {
  return fieldsOf(mine, theirs).flatMap((field): Difference[] => {
    const [was, my, their] = [valueOf(base, field), valueOf(mine, field), valueOf(theirs, field)];
    if (same(my, their)) return [];
    const by = changedBy(was, my, their);
    return [{ id: `metadata.${field}`, part: 'metadata', field, key: '', mine: my, theirs: their, by }];
  });
}

function taskDifferences(base: Task | undefined, mine: Task | undefined, theirs: Task | undefined): Difference[] {
  const key = mine?.key ?? theirs?.key ?? '';
  if (!mine || !theirs) {
    const by = changedBy(base, mine, theirs);
    return [{ id: `task.${key}`, part: 'task', field: '', key, mine: mine ?? null, theirs: theirs ?? null, by }];
  }
  return fieldsOf(mine, theirs).flatMap((field): Difference[] => {
    const [was, my, their] = [valueOf(base, field), valueOf(mine, field), valueOf(theirs, field)];
    if (same(my, their)) return [];
    const by = changedBy(was, my, their);
    return [{ id: `task.${key}.${field}`, part: 'task_field', field, key, mine: my, theirs: their, by }];
  });
}

const taskOf = (content: Content, key: string): Task | undefined => content.tasks.find((task) => task.key === key);

/** Field by field and task by task what differs between my version and theirs; `base` is what I began with. */
export function contentDifferences(base: Content, mine: Content, theirs: Content): Difference[] {
  const found = inputDifferences(base.metadata, mine.metadata, theirs.metadata);
  for (const part of ['recipients', 'citations'] as const) {
    if (same(mine[part], theirs[part])) continue;
    const by = changedBy(base[part], mine[part], theirs[part]);
    found.push({ id: part, part, field: '', key: '', mine: mine[part], theirs: theirs[part], by });
  }
  const keys = new Set([...mine.tasks, ...theirs.tasks].map((task) => task.key));
  for (const key of keys) found.push(...taskDifferences(taskOf(base, key), taskOf(mine, key), taskOf(theirs, key)));
  return found;
}

/** What each changed alone is kept; where both changed, mine stands until the person says otherwise. */
export function firstChoices(differences: readonly Difference[]): Record<string, Side> {
  return Object.fromEntries(differences.map((one) => [one.id, one.by === 'them' ? 'theirs' : 'mine']));
}

export function mergedInput(theirs: Input, differences: readonly Difference[], choices: Record<string, Side>): Input {
  const chosen = differences.filter((one) => one.part === 'metadata' && choices[one.id] === 'mine');
  return { ...theirs, ...Object.fromEntries(chosen.map((one) => [one.field, one.mine])) };
}

function mergedTasks(theirs: Content, differences: readonly Difference[], choices: Record<string, Side>): Task[] {
  let tasks = [...theirs.tasks];
  for (const one of differences.filter((each) => choices[each.id] === 'mine')) {
    if (one.part === 'task_field') {
      tasks = tasks.map((task) => (task.key === one.key ? { ...task, [one.field]: one.mine } : task));
    } else if (one.part === 'task' && one.mine) tasks.push(one.mine as Task);
    else if (one.part === 'task') tasks = tasks.filter((task) => task.key !== one.key);
  }
  const end = Number.MAX_SAFE_INTEGER;
  return tasks.sort((a, b) => (a.start ?? end) - (b.start ?? end));
}

/** Their version with mine where I chose it. */
export function merged(theirs: Content, differences: readonly Difference[], choices: Record<string, Side>): Content {
  const mineOf = <Part extends 'recipients' | 'citations'>(part: Part): Content[Part] => {
    const one = differences.find((each) => each.part === part && choices[each.id] === 'mine');
    return one ? (one.mine as Content[Part]) : theirs[part];
  };
  return {
    metadata: mergedInput(theirs.metadata, differences, choices),
    recipients: mineOf('recipients'),
    citations: mineOf('citations'),
    tasks: mergedTasks(theirs, differences, choices),
  };
}
