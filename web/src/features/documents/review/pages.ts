// Where words stand on the pages that a document was read from.

export interface PageWord {
  /** Code points of the text. */
  start: number;
  end: number;
  /** Parts of the page's width and height. */
  left: number;
  top: number;
  right: number;
  bottom: number;
  confidence: number;
}

export function wordsOf(rows: readonly (readonly number[])[]): PageWord[] {
  return rows.map(([start = 0, end = 0, left = 0, top = 0, right = 0, bottom = 0, confidence = 1]) => ({
    start,
    end,
    left,
    top,
    right,
    bottom,
    confidence,
  }));
}

/** The page, from 0, on which a place of the text begins. */
export function pageAt(starts: readonly number[], point: number): number {
  let page = 0;
  for (const [i, start] of starts.entries()) if (start <= point) page = i;
  return page;
}
