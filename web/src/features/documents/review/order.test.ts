import { describe, expect, test } from 'vitest';

import { assignNumbers, confidenceOf, needsOf, orderOf } from './order';
import { sampleReview, sampleTask } from './sample';
import { withDeadlineKind, withNewTask } from './tasks';

const none = new Set<string>();
const sure = sampleTask('r1');
const unled = { ...sampleTask('r2'), leads: [] };
const endless = { ...sampleTask('r3'), deadline_kind: 'none_given' as const };
const doubtful = sampleTask('r4');
const tasks = [sure, unled, endless, doubtful];
const review = sampleReview(tasks, {
  '/tasks/0': [0, 5, 0.95],
  '/tasks/1': [0, 5, 0.95],
  '/tasks/2': [0, 5, 0.95],
  '/tasks/3': [0, 5, 0.95],
  '/tasks/3/lead_as_written/0': [0, 2, 0.88],
});

describe('what needs a decision', () => {
  test('the weakest place counts; what a person marked is sure', () => {
    expect(confidenceOf(review, doubtful)).toBe(0.88);
    expect(confidenceOf(review, sampleTask('p1'))).toBe(1);
    expect(confidenceOf(sampleReview([sure]), sure)).toBe(0);
  });

  test('reasons', () => {
    expect(tasks.map((task) => needsOf(review, task, none))).toEqual([[], ['no_lead'], ['no_deadline'], ['unsure']]);
    expect(needsOf(review, { ...sure, deadline_kind: 'fixed_date' }, none)).toContain('no_date');
    expect(needsOf(review, { ...unled, include: false }, none)).toEqual([]);
  });

  test('touched or looked at is no longer unsure', () => {
    expect(needsOf(review, { ...doubtful, text: 'Khác' }, none)).toEqual([]);
    expect(needsOf(review, doubtful, new Set(['r4']))).toEqual([]);
    expect(needsOf(review, unled, new Set(['r2']))).toEqual(['no_lead']);
  });

  test('order', () => {
    expect(orderOf(review, tasks, none, 'decision')).toEqual(['r2', 'r4', 'r3', 'r1']);
    expect(orderOf(review, tasks, none, 'document')).toEqual(['r1', 'r2', 'r3', 'r4']);
    const leftOut = tasks.map((task) => (task.key === 'r2' ? { ...task, include: false } : task));
    expect(orderOf(review, leftOut, none, 'decision').at(-1)).toBe('r2');
  });
});

test('numbers of the confirmation', () => {
  const two = { ...sure, leads: [...sure.leads, { id: 'b', name: 'Hội', short_name: null }] };
  expect(assignNumbers([two, unled, endless, { ...doubtful, include: false }])).toEqual({
    tasks: 3,
    bodies: 2,
    work: 4,
    without_lead: 1,
    without_deadline: 1,
    left_out: 1,
  });
});

describe('tasks of a person', () => {
  const points = Array.from('Một hai ba bốn năm');

  test('stands where the document says it, under a free key', () => {
    const before = [
      { ...sampleTask('p1'), start: 0, end: 3, section: 'II' },
      { ...sampleTask('r2'), start: 11, end: 14 },
    ];
    const added = withNewTask(before, points, { start: 4, end: 10 });
    expect(added.key).toBe('p2');
    expect(added.tasks.map((task) => task.key)).toEqual(['p1', 'p2', 'r2']);
    expect(added.tasks[1]).toMatchObject({ text: 'hai ba', section: 'II', origin: 'person', include: true });
  });

  test('a kind of deadline keeps only what belongs to it', () => {
    const dated = { ...sure, deadline_kind: 'fixed_date' as const, due_date: '2026-09-05' };
    expect(withDeadlineKind(dated, 'from_issue_date').due_date).toBe('2026-09-05');
    expect(withDeadlineKind(dated, 'none_given').due_date).toBeNull();
    expect(withDeadlineKind(dated, 'standing').recurrence).toBe('regular');
    const waiting = { ...sure, no_due_reason: 'chờ cấp trên' };
    expect(withDeadlineKind(waiting, 'awaiting_decision').no_due_reason).toBe('chờ cấp trên');
    expect(withDeadlineKind(waiting, 'fixed_date').no_due_reason).toBeNull();
  });
});
