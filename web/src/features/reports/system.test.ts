import { expect, test } from 'vitest';

import { arrange, rowsOf } from './system';

const report = {
  content: 'tasks' as const,
  as_of: '2024-12-31',
  is_restated: false,
  path: [{ id: 'p', name: 'Đảng ủy phường', short_name: null }],
  keys: ['total' as const, 'overdue' as const],
  lines: [
    { organisation: { id: 'a', name: 'Hội Người mù', short_name: null }, own: [2, 1], total: [2, 1], child_count: 0 },
    {
      organisation: { id: 'b', name: 'Ủy ban nhân dân', short_name: null },
      own: [1, 0],
      total: [9, 4],
      child_count: 3,
    },
  ],
  own: [1, 0],
  outside: [0, 0],
  unled: null,
  undecided: [0, 0],
  total: [12, 5],
};

test('a body without others below opens its tasks, one with others the level below', () => {
  const [first, second, own, ...rest] = rowsOf(report);
  expect(first?.list?.(report, 1)).toBe('/nhiem-vu?lead_id=a&as_of=2024-12-31&status=overdue');
  expect(second?.parent).toBe('b');
  expect(own?.figures).toEqual([1, 0]);
  expect(rest).toEqual([]);
});

test('found without diacritics, sorted by a figure', () => {
  const rows = rowsOf(report);
  expect(arrange(rows, 'nguoi mu', '').map((row) => row.id)).toEqual(['a']);
  expect(arrange(rows, '', '-overdue', report.keys)[0]?.id).toBe('b');
});
