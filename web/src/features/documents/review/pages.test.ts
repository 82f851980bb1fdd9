import { expect, test } from 'vitest';

import { pageAt, wordsOf } from './pages';

test('a place stands on the last page that begins before it', () => {
  expect(pageAt([0, 100, 250], 0)).toBe(0);
  expect(pageAt([0, 100, 250], 99)).toBe(0);
  expect(pageAt([0, 100, 250], 100)).toBe(1);
  expect(pageAt([0, 100, 100], 100)).toBe(2);
  expect(pageAt([5], 0)).toBe(0);
});

test('words come as rows of numbers', () => {
  expect(wordsOf([[3, 7, 0.1, 0.2, 0.3, 0.25, 0.9]])[0]).toEqual({
    start: 3,
    end: 7,
    left: 0.1,
    top: 0.2,
    right: 0.3,
    bottom: 0.25,
    confidence: 0.9,
  });
});
