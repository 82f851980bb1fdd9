// A tree as the rows that are seen, from top to bottom. One body may stand under two others, so a row is known by its path.
import type { Schemas } from '@/api';
import { fold } from '@/shared/text';

export type TreeNode = Schemas['OrganisationNode'];
export interface Branch {
  node: TreeNode;
  path: string;
  level: number;
  open: boolean;
  /** Its place among its siblings, from 1. */
  position: number;
  siblings: number;
}

export function branches(nodes: readonly TreeNode[], parent?: Branch): Branch[] {
  return nodes.map((node, i) => ({
    node,
    path: parent ? `${parent.path}/${node.id}` : node.id,
    level: (parent?.level ?? 0) + 1,
    open: false,
    position: i + 1,
    siblings: nodes.length,
  }));
}

export function opened(rows: readonly Branch[], path: string, children: readonly TreeNode[]): Branch[] {
  return rows.flatMap((row) =>
    row.path === path && !row.open ? [{ ...row, open: true }, ...branches(children, row)] : [row],
  );
}

export function closed(rows: readonly Branch[], path: string): Branch[] {
  return rows
    .filter((row) => !row.path.startsWith(`${path}/`))
    .map((row) => (row.path === path ? { ...row, open: false } : row));
}

/** The row it hangs from; -1 for a root. */
export function parentOf(rows: readonly Branch[], index: number): number {
  const path = rows[index]?.path ?? '';
  return rows.findIndex((row) => row.path === path.slice(0, path.lastIndexOf('/')));
}

/** The next row, round the end, whose name begins with what was typed; -1 when there is none. */
export function startingWith(rows: readonly Branch[], from: number, typed: string): number {
  const wanted = fold(typed);
  const order = rows.map((_, i) => (from + i) % rows.length);
  return order.find((i) => fold(rows[i]?.node.name ?? '').startsWith(wanted)) ?? -1;
}
