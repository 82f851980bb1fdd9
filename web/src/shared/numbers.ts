/** 1234.5 → "1.234,5". */
export function formatNumber(value: number, digits = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return (value < 0 ? '-' : '') + grouped + (fraction ? `,${fraction}` : '');
}

/** "98,6%"; a dash when there is nothing to divide by. */
export function formatPercent(numerator: number, denominator: number): string {
  if (denominator === 0) return '–';
  const percent = formatNumber((numerator / denominator) * 100, 1);
  return `${percent.endsWith(',0') ? percent.slice(0, -2) : percent}%`;
}

/** "1,2 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, 0)} KB`;
  return `${formatNumber(bytes / (1024 * 1024), 1)} MB`;
}
