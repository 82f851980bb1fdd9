// Search without diacritics: đ = d, uỷ = ủy, any Unicode form, any case.

export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every word of `search` occurs in `text`, diacritics aside. */
export function matches(text: string, search: string): boolean {
  const haystack = fold(text);
  return fold(search)
    .split(' ')
    .every((word) => haystack.includes(word));
}

/** By code points, as the server counts. */
export function slice(points: readonly string[], start: number, end: number): string {
  return points.slice(start, end).join('');
}

export function shorten(text: string, length: number): string {
  const points = Array.from(text);
  return points.length <= length
    ? text
    : `${points
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

const vietnamese = new Intl.Collator('vi');

/** People by given name (the last word), then the whole name. */
export function byGivenName(a: string, b: string): number {
  const given = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';
  return vietnamese.compare(given(a), given(b)) || vietnamese.compare(a, b);
}
