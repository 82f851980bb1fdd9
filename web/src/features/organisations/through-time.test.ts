import { describe, expect, test } from 'vitest';

import type { Schemas } from '@/api';

import { firstDay, life, type Timeline } from './life';
import { draw, type Edge, generations, kin, type Node, wrap } from './lineage';

function node(id: string): Node {
  return {
    id,
    name: `Hội ${id}`,
    short_name: null,
    kind: 'mass_association',
    level: null,
    code: null,
    status: 'active',
    valid_from: '2015-01-01',
    valid_to: null,
  };
}
function edge(from: string, to: string, share: 'whole' | 'part' = 'whole', date = '2025-07-01'): Edge {
  return { event_id: `${date}${to}`, code: 'reorganise', date, predecessor_id: from, successor_id: to, share };
}

describe('lineage', () => {
  const graph = {
    nodes: ['a', 'b', 'c', 'd', 'e'].map(node),
    edges: [edge('a', 'c'), edge('b', 'c', 'part'), edge('b', 'b', 'part'), edge('c', 'd'), edge('e', 'd')],
  };

  test('generations; who has no predecessor stands beside its successor', () => {
    expect(Object.fromEntries(generations(graph))).toEqual({ a: 0, b: 0, c: 1, d: 2, e: 1 });
  });

  test('what was split off and came back does not turn time round', () => {
    const back = { nodes: ['a', 'b'].map(node), edges: [edge('a', 'b'), edge('b', 'a', 'whole', '2026-01-01')] };
    expect(Object.fromEntries(generations(back))).toEqual({ a: 0, b: 1 });
    expect(draw(back).lines).toHaveLength(2);
  });

  test('boxes of a column do not lie on each other', () => {
    const { boxes, lines, height } = draw(graph);
    expect(lines).toHaveLength(4);
    for (const one of boxes) {
      expect(one.y).toBeGreaterThanOrEqual(0);
      expect(one.y + one.height).toBeLessThanOrEqual(height);
      for (const other of boxes) {
        if (one !== other && one.x === other.x && one.y <= other.y) {
          expect(one.y + one.height).toBeLessThan(other.y);
        }
      }
    }
  });

  test('lists inside each other', () => {
    expect(kin(graph, 'd', 'back').map((one) => [one.node.id, one.next.map((next) => next.node.id)])).toEqual([
      ['c', ['a', 'b']],
      ['e', []],
    ]);
    expect(kin(graph, 'a', 'ahead').map((one) => one.node.id)).toEqual(['c']);
  });

  test('a long name', () => {
    expect(wrap('Hội Nạn nhân chất độc da cam dioxin thành phố Minh Hà')).toEqual([
      'Hội Nạn nhân chất độc da',
      'cam dioxin thành phố Minh',
      'Hà',
    ]);
  });
});

test('the life of a body, day by day', () => {
  const relation = (
    of: string,
    from: string,
    to: string | null,
    direction: 'up' | 'down' = 'up',
  ): Schemas['OrganisationRelation'] => ({
    id: of + from,
    kind: 'part_of',
    direction,
    organisation: { id: of, name: of, short_name: null },
    valid_from: from,
    valid_to: to,
  });
  const timeline: Timeline = {
    as_of: '2026-03-16',
    organisation: { ...node('a'), valid_to: '2026-03-01' },
    names: [
      { name: 'Mới', short_name: null, valid_from: '2025-07', valid_to: null, recorded_from: '' },
      { name: 'Cũ', short_name: null, valid_from: '2015', valid_to: '2025-07-01', recorded_from: '' },
    ],
    states: [{ kind: 'x', level: null, code: null, status: 'active', valid_from: '2015', valid_to: null }],
    relations: [
      relation('x', '2015', '2025-07-01'),
      relation('y', '2025-07-01', '2026-03-01'),
      relation('u', '2015', null, 'down'),
      relation('v', '2015', null, 'down'),
    ],
    events: [],
  };
  expect(life(timeline).map((day) => [day.date, day.steps.map((step) => step.what)])).toEqual([
    ['2015', ['state', 'name', 'relation', 'relation']],
    ['2025-07', ['name', 'relation', 'relation']],
    ['2026-03-01', ['end']],
  ]);
  expect(firstDay('2015')).toBe('2015-01-01');
  expect(firstDay('2015-03')).toBe('2015-03-01');
  expect(firstDay('2015-03-04')).toBe('2015-03-04');
});
