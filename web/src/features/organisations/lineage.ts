// Predecessors and successors: as a drawing in columns by generation, and as two lists inside each other.
import type { Schemas } from '@/api';

export type Node = Schemas['GraphNode'];
export type Edge = Schemas['LineageEdge'];
export interface Graph {
  nodes: readonly Node[];
  edges: readonly Edge[];
}

export interface Box {
  node: Node;
  /** The events by which it came from others. */
  origins: Edge[];
  lines: string[];
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Line {
  edge: Edge;
  path: string;
  labelX: number;
  labelY: number;
}
export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  lines: Line[];
}

const boxWidth = 220;
const columnGap = 130;
const rowGap = 22;
const lineHeight = 19;
const padding = 10;
const longestLine = 27;
const mostLines = 4;

/** Edges from one body to another; a body that stays itself needs no line. */
function between(graph: Graph): Edge[] {
  return graph.edges.filter((edge) => edge.predecessor_id !== edge.successor_id);
}

function reaches(edges: readonly Edge[], from: string, to: string): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    for (const edge of edges) {
      if (edge.predecessor_id !== at || seen.has(edge.successor_id)) continue;
      seen.add(edge.successor_id);
      open.push(edge.successor_id);
    }
  }
  return false;
}

/** Generation of each body, from 0. What was split off and came back later does not turn time round. */
export function generations(graph: Graph): Map<string, number> {
  const forward: Edge[] = [];
  for (const edge of between(graph)) {
    if (!reaches(forward, edge.successor_id, edge.predecessor_id)) forward.push(edge);
  }
  const out = new Map(graph.nodes.map((node) => [node.id, 0]));
  const of = (id: string): number => out.get(id) ?? 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const edge of forward) {
      if (of(edge.successor_id) > of(edge.predecessor_id)) continue;
      out.set(edge.successor_id, of(edge.predecessor_id) + 1);
      changed = true;
    }
  }
  // Who has no predecessor stands beside its first successor.
  for (const node of graph.nodes) {
    if (forward.some((edge) => edge.successor_id === node.id)) continue;
    const next = forward.filter((edge) => edge.predecessor_id === node.id).map((edge) => of(edge.successor_id));
    if (next.length > 0) out.set(node.id, Math.min(...next) - 1);
  }
  return out;
}

/** A name as lines of a box; what does not fit ends with an ellipsis (the whole stands in the link's own words). */
export function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longestLine) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1] ?? ''}…`];
}

function originsOf(edges: readonly Edge[], id: string): Edge[] {
  const seen = new Set<string>();
  return edges.filter((edge) => {
    if (edge.successor_id !== id || seen.has(edge.event_id)) return false;
    seen.add(edge.event_id);
    return true;
  });
}

function columnsOf(graph: Graph): Node[][] {
  const of = generations(graph);
  const columns: Node[][] = [];
  for (const node of graph.nodes) (columns[of.get(node.id) ?? 0] ??= []).push(node);
  const edges = between(graph);
  // Beside what they come from: fewer lines cross.
  const sortBy = (column: Node[], beside: Node[] | undefined, mine: 'predecessor_id' | 'successor_id'): void => {
    if (!beside) return;
    const other = mine === 'successor_id' ? 'predecessor_id' : 'successor_id';
    const place = (node: Node): number => {
      const found = edges
        .filter((edge) => edge[mine] === node.id)
        .map((edge) => beside.findIndex((one) => one.id === edge[other]))
        .filter((i) => i >= 0);
      return found.length > 0 ? found.reduce((sum, i) => sum + i, 0) / found.length : beside.length;
    };
    const places = new Map(column.map((node) => [node.id, place(node)]));
    column.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  };
  columns.forEach((column, i) => sortBy(column, columns[i - 1], 'successor_id'));
  columns.forEach((column, i) => sortBy(column, columns[i + 1], 'predecessor_id'));
  return columns;
}

function lineOf(edge: Edge, from: Box, to: Box, crowded: boolean): Line {
  const isForward = to.x > from.x;
  const x1 = isForward ? from.x + from.width : from.x;
  const x2 = isForward ? to.x : to.x + to.width;
  const y1 = from.y + from.height / 2;
  const y2 = to.y + to.height / 2;
  const bend = (x1 + x2) / 2;
  // At the end where it is alone, so that labels do not lie on each other.
  const share = crowded ? 0.34 : 0.64;
  const ease = crowded ? 0.27 : 0.71;
  return {
    edge,
    path: `M ${x1} ${y1} C ${bend} ${y1}, ${bend} ${y2}, ${x2} ${y2}`,
    labelX: x1 + (x2 - x1) * share,
    labelY: y1 + (y2 - y1) * ease - 5,
  };
}

export function draw(graph: Graph): Drawing {
  const edges = between(graph);
  const boxes = new Map<string, Box>();
  let height = 0;
  const columns = columnsOf(graph);
  const sizes = columns.map((column) =>
    column.map((node) => {
      const lines = wrap(node.name);
      const origins = originsOf(edges, node.id);
      return { node, lines, origins, height: (lines.length + 1) * lineHeight + 2 * padding };
    }),
  );
  const room = (one: { origins: Edge[]; height: number }): number => one.origins.length * lineHeight + one.height;
  const heights = sizes.map((column) => column.reduce((sum, one) => sum + room(one) + rowGap, 0));
  height = Math.max(0, ...heights);
  sizes.forEach((column, i) => {
    let y = (height - (heights[i] ?? 0)) / 2;
    for (const one of column) {
      y += one.origins.length * lineHeight;
      boxes.set(one.node.id, { ...one, x: 1 + i * (boxWidth + columnGap), y, width: boxWidth });
      y += one.height + rowGap;
    }
  });
  const lines = edges.flatMap((edge) => {
    const from = boxes.get(edge.predecessor_id);
    const to = boxes.get(edge.successor_id);
    if (!from || !to) return [];
    return [lineOf(edge, from, to, edges.filter((one) => one.successor_id === edge.successor_id).length > 1)];
  });
  return { width: columns.length * (boxWidth + columnGap) - columnGap + 2, height, boxes: [...boxes.values()], lines };
}

export interface Kin {
  node: Node;
  edge: Edge;
  next: Kin[];
}

/** Predecessors ("back") or successors of a body, each with its own; one that came already is not unfolded again. */
export function kin(graph: Graph, id: string, way: 'back' | 'ahead'): Kin[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = between(graph);
  const seen = new Set([id]);
  const walk = (at: string): Kin[] =>
    edges.flatMap((edge) => {
      if ((way === 'back' ? edge.successor_id : edge.predecessor_id) !== at) return [];
      const other = way === 'back' ? edge.predecessor_id : edge.successor_id;
      const node = nodes.get(other);
      if (!node) return [];
      const isNew = !seen.has(other);
      seen.add(other);
      return [{ node, edge, next: isNew ? walk(other) : [] }];
    });
  return walk(id);
}
