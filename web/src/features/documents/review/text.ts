// The source text by code points, as the server counts; parts to show, units to walk by keyboard.
import type { Task } from '../types';

export interface Span {
  start: number;
  end: number;
}
export interface Part extends Span {
  text: string;
  /** The key of the innermost task here. */
  task: string | undefined;
  /** Reads as an obligation and no task covers it. */
  open: boolean;
  lit: boolean;
}

/** How many code points stand before a UTF-16 offset. */
export function pointsBefore(text: string, offset: number): number {
  return Array.from(text.slice(0, offset)).length;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** An enumerator such as "1." or "a)" alone says nothing. */
function saysSomething(points: readonly string[], span: Span): boolean {
  return span.end - span.start > 5 || /\p{L}{2}/u.test(points.slice(span.start, span.end).join(''));
}

/** Obligations that no included task covers by at least half, as the server judges it. */
export function openObligations(
  points: readonly string[],
  obligations: readonly Span[],
  tasks: readonly Task[],
): Span[] {
  const covers = tasks.flatMap((task) =>
    task.include && task.start !== null && task.end !== null ? [{ start: task.start, end: task.end }] : [],
  );
  return obligations.filter((one) => {
    if (!saysSomething(points, one)) return false;
    return !covers.some((cover) => {
      const shared = Math.min(cover.end, one.end) - Math.max(cover.start, one.start);
      return shared > 0 && shared * 2 >= one.end - one.start;
    });
  });
}

/** Cuts the text where a task, an open obligation or the lit place begins or ends. */
export function partsOf(
  points: readonly string[],
  tasks: readonly Task[],
  open: readonly Span[],
  lit: Span | undefined,
): Part[] {
  const placed = tasks.flatMap((task) =>
    task.include && task.start !== null && task.end !== null
      ? [{ key: task.key, start: task.start, end: task.end }]
      : [],
  );
  const cuts = new Set([0, points.length]);
  for (const span of [...placed, ...open, ...(lit ? [lit] : [])]) {
    cuts.add(Math.min(Math.max(span.start, 0), points.length));
    cuts.add(Math.min(Math.max(span.end, 0), points.length));
  }
  const borders = [...cuts].sort((a, b) => a - b);
  const shortest = [...placed].sort((a, b) => a.end - a.start - (b.end - b.start));
  const parts: Part[] = [];
  for (const [i, start] of borders.entries()) {
    const end = borders[i + 1];
    if (end === undefined) break;
    const span = { start, end };
    parts.push({
      ...span,
      text: points.slice(start, end).join(''),
      task: shortest.find((task) => overlaps(task, span))?.key,
      open: open.some((one) => overlaps(one, span)),
      lit: lit !== undefined && overlaps(lit, span),
    });
  }
  return parts;
}

/** Without the white space at both ends; nothing when no letter is left. */
export function trimmed(points: readonly string[], span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && /\s/.test(points[start] ?? '')) start++;
  while (end > start && /\s/.test(points[end - 1] ?? '')) end--;
  return /\p{L}/u.test(points.slice(start, end).join('')) ? { start, end } : undefined;
}

const closing = new Set(['.', ';', '!', '?', '…', ':']);

/** Sentences and lines, for walking through the text without a mouse. */
export function unitsOf(points: readonly string[]): Span[] {
  const units: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const unit = trimmed(points, { start, end });
    if (unit) units.push(unit);
    start = end;
  };
  for (let i = 0; i < points.length; i++) {
    const point = points[i] ?? '';
    const next = points[i + 1] ?? '\n';
    const isEnumerator = i - start < 5 && !/\p{L}{2}/u.test(points.slice(start, i).join(''));
    if (point === '\n' || (closing.has(point) && /\s/.test(next) && !isEnumerator)) close(i + 1);
  }
  close(points.length);
  return units;
}
