import { expect, test } from 'vitest';

import {
  addResult,
  bodiesOf,
  edgeOf,
  emptyEvent,
  isEmptyEvent,
  prepare,
  readEvent,
  removeBody,
  removeResult,
  storeEvent,
} from './draft';
import { fromEvent } from './begin';
import { requestOf, stepOf } from './request';

const a = { id: 'a', name: 'Hội A' };
const b = { id: 'b', name: 'Hội B' };

function problem(...fields: string[]) {
  const errors = fields.map((field) => ({ field, key: 'field.required', args: {} }));
  return { type: 'about:blank', title: '', status: 422, key: 'field.faults', request_id: '', errors };
}

test('reorganise: one place is the whole, several are parts; what goes takes its marks along', () => {
  const draft = { ...emptyEvent([a, b]), code: 'reorganise' as const, date: '2026-03', basisText: '1-QĐ' };
  addResult(draft, 'Một');
  addResult(draft, 'Hai');
  draft.edges = [edgeOf('a', 0), edgeOf('a', 1), edgeOf('b', 1)];
  draft.moves = [{ body: { id: 'c', name: 'C' }, result: 1 }];
  expect(requestOf(draft)).toMatchObject({
    organisation_ids: ['a', 'b'],
    edges: [
      { from_id: 'a', result: 0, share: 'part' },
      { from_id: 'a', result: 1, share: 'part' },
      { from_id: 'b', result: 1, share: 'whole' },
    ],
    moves: [{ organisation_id: 'c', result: 1 }],
  });
  removeResult(draft, 0);
  expect(requestOf(draft)).toMatchObject({
    edges: [
      { from_id: 'a', result: 0, share: 'whole' },
      { from_id: 'b', result: 0, share: 'whole' },
    ],
    moves: [{ organisation_id: 'c', result: 0 }],
  });
  removeBody(draft, 'b');
  expect(requestOf(draft).edges).toHaveLength(1);
});

test('another kind of event sends only its own, and drops nothing of what was typed', () => {
  const draft = {
    ...emptyEvent([a, b]),
    code: 'divide' as 'divide' | 'absorb' | 'rename',
    date: '2026',
    basisText: '1-QĐ',
  };
  prepare(draft);
  expect(draft.results).toHaveLength(2);
  expect(bodiesOf(draft)).toEqual([a]);
  draft.code = 'absorb';
  draft.receiver = b;
  expect(requestOf(draft)).toMatchObject({ organisation_ids: ['a', 'b'], results: [{ id: 'b' }] });
  draft.code = 'rename';
  draft.name = 'Mới';
  const sent = requestOf(draft);
  expect(sent).toMatchObject({ organisation_ids: ['a'], results: [], name: 'Mới' });
  expect(sent).not.toHaveProperty('edges');
  expect(draft.results).toHaveLength(2);
});

test('a fault leads to the step where it is mended', () => {
  expect(stepOf(problem('/results/0/name', '/basis_text'))).toBe(1);
  expect(stepOf(problem('/results/0/name'))).toBe(2);
  expect(stepOf(problem())).toBeUndefined();
});

test('a draft survives; an empty one leaves nothing behind', () => {
  const values = new Map<string, string>();
  const store = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
  const draft = { ...emptyEvent([a]), reason: 'Sắp xếp' };
  storeEvent(store, 'u', draft);
  expect(readEvent(store, 'u')).toEqual(draft);
  expect(readEvent(store, 'v')).toBeUndefined();
  expect(isEmptyEvent(emptyEvent([a]))).toBe(true);
  storeEvent(store, 'u', emptyEvent([a]));
  expect(readEvent(store, 'u')).toBeUndefined();
});

test('one that was recorded wrongly comes back as it was entered', () => {
  const node = (id: string) => ({
    id,
    name: `Hội ${id}`,
    short_name: null,
    kind: 'mass_association',
    level: 'xã',
    code: null,
    status: 'active' as const,
    valid_from: '2015-01-01',
    valid_to: null,
  });
  const edge = (from: string, to: string, share: 'whole' | 'part') => ({
    event_id: 'e',
    code: 'reorganise' as const,
    date: '2026-03',
    predecessor_id: from,
    successor_id: to,
    share,
  });
  const draft = fromEvent({
    id: 'e',
    code: 'reorganise',
    date: '2026-03',
    basis_document_id: null,
    basis_text: '1-QĐ',
    reason: 'Sắp xếp',
    ground: null,
    summary: '',
    concerns_territory: false,
    recorded_at: '',
    recorded_by: '',
    recorded_for_id: null,
    corrects_id: null,
    undone_at: '',
    undo_reason: '',
    parts: [
      { organisation_id: 'a', part: 'ended' },
      { organisation_id: 'b', part: 'kept' },
      { organisation_id: 'n', part: 'made' },
    ],
    edges: [edge('a', 'n', 'part'), edge('a', 'b', 'part'), edge('b', 'b', 'whole')],
    questions: [],
    counts: {},
    nodes: ['a', 'b', 'n'].map(node),
    may_undo: false,
  });
  expect(requestOf(draft)).toMatchObject({
    code: 'reorganise',
    date: '2026-03',
    organisation_ids: ['a', 'b'],
    results: [{ id: 'b' }, { name: 'Hội n', kind: 'mass_association', level: 'xã' }],
    edges: [
      { from_id: 'a', result: 0, share: 'part' },
      { from_id: 'a', result: 1, share: 'part' },
      { from_id: 'b', result: 0, share: 'whole' },
    ],
  });
});
