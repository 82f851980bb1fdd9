// Official Vietnamese forms of dates, and what people type. Dates are "YYYY-MM-DD", partial ones "YYYY-MM" or "YYYY".

const partial = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** 2026-02-05 → 05/02/2026; 2026-02 → 02/2026; 2026 → 2026. */
export function formatDate(iso: string | null | undefined): string {
  const match = partial.exec(iso ?? '');
  if (!match) return '';
  return [match[3], match[2], match[1]].filter(Boolean).join('/');
}

/** An instant as dd/mm/yyyy hh:mm in Vietnam, where there is no summer time. */
export function formatInstant(utc: string | null | undefined): string {
  if (!utc) return '';
  const time = new Date(utc).getTime();
  if (Number.isNaN(time)) return '';
  const local = new Date(time + 7 * 3_600_000).toISOString();
  return `${formatDate(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function iso(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2200 || !exists(year, month, day)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** Moves a date by days. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function parseWords(text: string, today: string): string | undefined {
  const words: Record<string, number> = {
    'hôm nay': 0,
    'hom nay': 0,
    'ngày mai': 1,
    'ngay mai': 1,
    'hôm qua': -1,
    'hom qua': -1,
  };
  const days = words[text];
  return days === undefined ? undefined : plusDays(today, days);
}

/**
 * What a person typed: 5.9.26, 05/09/2026, 5-9 (this year), "hôm nay", 2026-09-05; with `allowPartial` also 9/2026 and 2026.
 * Nothing when it is no date of the calendar.
 */
export function parseDate(typed: string, today: string, allowPartial = false): string | undefined {
  const text = typed.normalize('NFC').trim().toLowerCase();
  const word = parseWords(text, today);
  if (word !== undefined) return word;
  const isoMatch = partial.exec(text);
  if (isoMatch && (allowPartial || isoMatch[3])) {
    const [, year, month, day] = isoMatch;
    return iso(Number(year), Number(month ?? 1), Number(day ?? 1)) ? text : undefined;
  }
  if (allowPartial) {
    const month = /^(\d{1,2})[./-](\d{4})$/.exec(text);
    if (month) return iso(Number(month[2]), Number(month[1]), 1)?.slice(0, 7);
  }
  const match = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?$/.exec(text);
  if (!match) return undefined;
  return iso(match[3] ? fullYear(match[3]) : Number(today.slice(0, 4)), Number(match[2]), Number(match[1]));
}
