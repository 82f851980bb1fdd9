import { expect, test } from 'vitest';

import { allRows, toCsv } from './csv';

test('quotes, separators and formulas', () => {
  expect(
    toCsv(
      ['Tên', 'Ghi chú'],
      [
        ['Hội "A"', 'một; hai'],
        ['=1+1', '-2'],
      ],
    ),
  ).toBe('\ufeffTên;Ghi chú\r\n"Hội ""A""";"một; hai"\r\n\'=1+1;\'-2\r\n');
});

test('all pages, also when the total shrinks meanwhile', async () => {
  const all = Array.from({ length: 450 }, (_, i) => i);
  const load = (limit: number, offset: number) =>
    Promise.resolve({ items: all.slice(offset, offset + limit), total: 450 });
  expect(await allRows(load)).toEqual(all);
  expect(await allRows(() => Promise.resolve({ items: [], total: 5 }))).toEqual([]);
});
