import { describe, expect, test } from 'vitest';

import { formatDate, formatInstant, parseDate, plusDays } from './dates';
import { formatBytes, formatNumber, formatPercent } from './numbers';
import { byGivenName, fold, matches, shorten } from './text';

const today = '2026-03-16';

describe('dates', () => {
  test('the official form', () => {
    expect(formatDate('2026-02-05')).toBe('05/02/2026');
    expect(formatDate('2022-07')).toBe('07/2022');
    expect(formatDate('2022')).toBe('2022');
    expect(formatDate(null)).toBe('');
    expect(formatInstant('2026-03-15T18:30:00.000000Z')).toBe('16/03/2026 01:30');
  });

  test.each([
    ['5.9.26', '2026-09-05'],
    ['05/09/2026', '2026-09-05'],
    ['5-9', '2026-09-05'],
    ['2026-09-05', '2026-09-05'],
    ['hôm nay', today],
    ['HOM NAY', today],
    ['hôm qua', '2026-03-15'],
    ['31/02/2026', undefined],
    ['9/2026', undefined],
    ['abc', undefined],
    ['', undefined],
  ])('typed %s', (typed, expected) => {
    expect(parseDate(typed, today)).toBe(expected);
  });

  test('a month or a year where the case allows', () => {
    expect(parseDate('7/2022', today, true)).toBe('2022-07');
    expect(parseDate('2022', today, true)).toBe('2022');
    expect(parseDate('13/2022', today, true)).toBeUndefined();
  });

  test('over the end of a month', () => {
    expect(plusDays('2024-02-28', 2)).toBe('2024-03-01');
  });
});

describe('numbers', () => {
  test('separators', () => {
    expect(formatNumber(1234567.89, 2)).toBe('1.234.567,89');
    expect(formatNumber(-1000)).toBe('-1.000');
    expect(formatPercent(69, 70)).toBe('98,6%');
    expect(formatPercent(1, 2)).toBe('50%');
    expect(formatPercent(0, 0)).toBe('–');
    expect(formatBytes(1_300_000)).toBe('1,2 MB');
  });
});

describe('text', () => {
  test('diacritics, đ, uỷ, Unicode forms', () => {
    expect(fold('Uỷ ban  Đảng')).toBe('uy ban dang');
    expect(fold('Ủy')).toBe(fold('Uỷ'));
    expect(fold('Hội'.normalize('NFD'))).toBe('hoi');
    expect(matches('Hội Chữ thập đỏ thành phố', 'do chu THAP')).toBe(true);
    expect(matches('Hội Luật gia', 'đông y')).toBe(false);
  });

  test('people stand by given name', () => {
    expect(['Trần Văn Bình', 'Đỗ Thị An', 'Lê Văn An'].sort(byGivenName)).toEqual([
      'Đỗ Thị An',
      'Lê Văn An',
      'Trần Văn Bình',
    ]);
  });

  test('short enough, by code points', () => {
    expect(shorten('Kết luận số 68', 9)).toBe('Kết luận…');
  });
});
