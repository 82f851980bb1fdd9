// A table as a file that Excel opens: UTF-8 with its mark, semicolons as in Vietnamese Windows.

function quote(value: string): string {
  // A leading sign would make a spreadsheet compute the text.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function toCsv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return '\ufeff' + [head, ...rows].map((row) => row.map(quote).join(';')).join('\r\n') + '\r\n';
}

export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

const pageSize = 200;

/** All rows of a list, page by page. */
export async function allRows<Row>(
  load: (limit: number, offset: number) => Promise<{ items: Row[]; total: number }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await load(pageSize, rows.length);
    rows.push(...page.items);
    if (page.items.length === 0 || rows.length >= page.total) return rows;
  }
}
