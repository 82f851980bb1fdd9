// A change of bodies that is being entered; it survives a closed browser, for the person who was entering it.
import type { Schemas } from '@/api';

import type { EventCode } from './words';

export interface Chosen {
  id: string;
  name: string;
}
export interface DraftResult {
  /** Its own in this draft, so that a table keeps its marks when another one goes. */
  key: number;
  /** A body that goes on; null when the event makes it. */
  body: Chosen | null;
  goesOn: boolean;
  name: string;
  shortName: string;
  kind: string;
  level: string;
  code: string;
  partOf: Chosen | null;
  ledBy: Chosen | null;
  locatedIn: Chosen | null;
}
export interface EventDraft {
  code: EventCode | '';
  date: string;
  basisText: string;
  /** The proposal of a document that this carries out. */
  proposalId: string;
  documentId: string;
  reason: string;
  ground: 'own_will' | 'by_decision' | '';
  bodies: Chosen[];
  /** Who takes over (absorb). */
  receiver: Chosen | null;
  results: DraftResult[];
  /** "body id result key" of each cell that is ticked (reorganise). */
  edges: string[];
  moves: { body: Chosen; result: number }[];
  name: string;
  shortName: string;
  kind: string;
  level: string;
  relation: Exclude<Schemas['RelationKind'], 'member_of'> | '';
  to: Chosen | null;
  nextKey: number;
}

/** What the form of each kind of event asks for. */
export interface Form {
  bodies: 'none' | 'one' | 'many';
  results: 'none' | 'one' | 'many';
}
export const forms: Record<EventCode, Form> = {
  establish: { bodies: 'none', results: 'one' },
  consolidate: { bodies: 'many', results: 'one' },
  absorb: { bodies: 'many', results: 'none' },
  divide: { bodies: 'one', results: 'many' },
  split_off: { bodies: 'one', results: 'many' },
  reorganise: { bodies: 'many', results: 'many' },
  rename: { bodies: 'one', results: 'none' },
  change_kind: { bodies: 'one', results: 'none' },
  transfer: { bodies: 'many', results: 'none' },
  suspend: { bodies: 'many', results: 'none' },
  resume: { bodies: 'many', results: 'none' },
  dissolve: { bodies: 'many', results: 'none' },
};
/** The kinds as they are offered. */
export const groups = [
  { key: 'begin', codes: ['establish'] },
  { key: 'join', codes: ['consolidate', 'absorb'] },
  { key: 'part', codes: ['divide', 'split_off'] },
  { key: 'many', codes: ['reorganise'] },
  { key: 'same', codes: ['rename', 'change_kind', 'transfer'] },
  { key: 'stop', codes: ['suspend', 'resume', 'dissolve'] },
] as const satisfies readonly { key: string; codes: readonly EventCode[] }[];

export function emptyEvent(bodies: Chosen[] = []): EventDraft {
  return {
    code: '',
    date: '',
    basisText: '',
    proposalId: '',
    documentId: '',
    reason: '',
    ground: '',
    bodies,
    receiver: null,
    results: [],
    edges: [],
    moves: [],
    name: '',
    shortName: '',
    kind: '',
    level: '',
    relation: '',
    to: null,
    nextKey: 0,
  };
}

export function addResult(draft: EventDraft, name = ''): void {
  draft.results.push({
    key: draft.nextKey++,
    body: null,
    goesOn: false,
    name,
    shortName: '',
    kind: '',
    level: '',
    code: '',
    partOf: null,
    ledBy: null,
    locatedIn: null,
  });
}

export function removeResult(draft: EventDraft, key: number): void {
  draft.results = draft.results.filter((one) => one.key !== key);
  draft.edges = draft.edges.filter((edge) => !edge.endsWith(` ${key}`));
  draft.moves = draft.moves.filter((move) => move.result !== key);
}

export function removeBody(draft: EventDraft, id: string): void {
  draft.bodies = draft.bodies.filter((one) => one.id !== id);
  draft.edges = draft.edges.filter((edge) => !edge.startsWith(`${id} `));
}

/** As many results as the kind of event begins with; nothing entered is dropped. */
export function prepare(draft: EventDraft): void {
  if (draft.code === '' || forms[draft.code].results === 'none') return;
  const least = draft.code === 'divide' ? 2 : 1;
  while (draft.results.length < least) addResult(draft);
}

/** The bodies that the event takes in: of a list that another kind of event left, only the first may count. */
export function bodiesOf(draft: EventDraft): Chosen[] {
  if (draft.code === '' || forms[draft.code].bodies === 'none') return [];
  return forms[draft.code].bodies === 'one' ? draft.bodies.slice(0, 1) : draft.bodies;
}

export function resultsOf(draft: EventDraft): DraftResult[] {
  if (draft.code === '' || forms[draft.code].results === 'none') return [];
  return forms[draft.code].results === 'one' ? draft.results.slice(0, 1) : draft.results;
}

export function edgeOf(body: string, result: number): string {
  return `${body} ${result}`;
}

/** A body that goes to one place goes whole; one that goes to several goes in parts. */
export function shareOf(draft: EventDraft, body: string): 'whole' | 'part' {
  return draft.edges.filter((edge) => edge.startsWith(`${body} `)).length > 1 ? 'part' : 'whole';
}

const keyOf = (user: string): string => `hoiquan.new-event.${user}`;
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function isEmptyEvent(draft: EventDraft): boolean {
  const { bodies, nextKey, results, ...rest } = draft;
  void nextKey;
  const isBlank = (value: unknown): boolean => !value || (Array.isArray(value) && value.length === 0);
  return Object.values(rest).every(isBlank) && bodies.length < 2 && results.every((one) => !one.name);
}

export function readEvent(store: Store, user: string): EventDraft | undefined {
  try {
    const value: unknown = JSON.parse(store.getItem(keyOf(user)) ?? 'null');
    if (typeof value !== 'object' || value === null || !('bodies' in value)) return undefined;
    return { ...emptyEvent(), ...(value as Partial<EventDraft>) };
  } catch {
    return undefined;
  }
}

export function storeEvent(store: Store, user: string, draft: EventDraft): void {
  try {
    if (isEmptyEvent(draft)) store.removeItem(keyOf(user));
    else store.setItem(keyOf(user), JSON.stringify(draft));
  } catch {
    // No room in the browser: the form still holds what was typed.
  }
}
