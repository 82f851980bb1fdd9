import { describe, expect, test } from 'vitest';

import { missing } from './required';
import { endedBy, groupRelations, type Relation } from './relations';
import { branches, closed, opened, parentOf, startingWith, type TreeNode } from './tree';
import { holdsOn, organisationHref, viewOf } from './view';

function node(id: string, name = id): TreeNode {
  return { id, name, short_name: null, kind: 'party_board', relation: null, child_count: 1 };
}

describe('tree', () => {
  const roots = branches([node('a', 'Ủy ban A'), node('b', 'Đảng ủy B')]);

  test('opens and closes a level with all below it', () => {
    const two = opened(roots, 'a', [node('x'), node('y')]);
    const three = opened(two, 'a/x', [node('z')]);
    expect(three.map((row) => row.path)).toEqual(['a', 'a/x', 'a/x/z', 'a/y', 'b']);
    expect(three.map((row) => row.level)).toEqual([1, 2, 3, 2, 1]);
    expect(three[3]).toMatchObject({ position: 2, siblings: 2 });
    expect(closed(three, 'a').map((row) => [row.path, row.open])).toEqual([
      ['a', false],
      ['b', false],
    ]);
  });

  test('a body under two others has two rows', () => {
    const both = opened(opened(roots, 'a', [node('x')]), 'b', [node('x')]);
    const deep = opened(opened(both, 'a/x', [node('y')]), 'b/x', [node('y')]);
    expect(new Set(deep.map((row) => row.path)).size).toBe(deep.length);
    expect(parentOf(deep, deep.length - 1)).toBe(deep.findIndex((row) => row.path === 'b/x'));
    expect(parentOf(deep, 0)).toBe(-1);
  });

  test('an answer that comes twice opens once', () => {
    const once = opened(roots, 'a', [node('x')]);
    expect(opened(once, 'a', [node('x')])).toEqual(once);
  });

  test('letters lead to the next name, diacritics aside', () => {
    expect(startingWith(roots, 0, 'd')).toBe(1);
    expect(startingWith(roots, 1, 'uy')).toBe(0);
    expect(startingWith(roots, 0, 'q')).toBe(-1);
    expect(startingWith([], 0, 'q')).toBe(-1);
  });
});

describe('relations', () => {
  const relation = (id: string, part: Partial<Relation>): Relation => ({
    id,
    kind: 'led_by',
    direction: 'up',
    organisation: { id, name: id, short_name: null },
    valid_from: '2015',
    valid_to: null,
    ...part,
  });

  test('above before below, what holds before what is over', () => {
    const groups = groupRelations(
      [
        relation('c', { direction: 'down' }),
        relation('a', { valid_to: '2025-07-01' }),
        relation('b', { valid_from: '2025-07-01' }),
        relation('d', { kind: 'part_of', direction: 'down' }),
      ],
      '2026-01-01',
    );
    expect(groups.map((group) => [group.direction, group.kind, group.items.map((one) => one.id)])).toEqual([
      ['up', 'led_by', ['b', 'a']],
      ['down', 'part_of', ['d']],
      ['down', 'led_by', ['c']],
    ]);
  });

  test('a new one ends the one before, where there is only one at a time', () => {
    const held = [relation('a', { valid_to: '2025-07-01' }), relation('b', { valid_from: '2025-07-01' })];
    expect(endedBy(held, 'led_by', '2026-03-01')?.id).toBe('b');
    expect(endedBy(held, 'led_by', '2024-03-01')?.id).toBe('a');
    expect(endedBy(held, 'part_of', '2026-03-01')).toBeUndefined();
    expect(endedBy([relation('a', { kind: 'guided_by' })], 'guided_by', '2026-03-01')).toBeUndefined();
  });
});

describe('what must be given', () => {
  test('blanks are nothing', () => {
    expect(missing({ '/name': ' ', '/kind': 'x', '/to_id': undefined })?.errors.map((one) => one.field)).toEqual([
      '/name',
      '/to_id',
    ]);
    expect(missing({ '/name': 'a' })).toBeUndefined();
  });
});

describe('the day that is looked at', () => {
  test('goes along with links', () => {
    const view = viewOf('2024-01-01', null);
    expect(view).toEqual({ as_of: '2024-01-01' });
    expect(organisationHref('7', view)).toBe('/to-chuc/7?as_of=2024-01-01');
    expect(organisationHref('7', {})).toBe('/to-chuc/7');
  });

  test('partial dates', () => {
    expect(holdsOn('2015-01-01', '2015', null)).toBe(true);
    expect(holdsOn('2014-12-31', '2015', null)).toBe(false);
    expect(holdsOn('2025-07-01', '2015', '2025-07-01')).toBe(false);
  });
});
