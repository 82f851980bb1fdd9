import { describe, expect, test } from 'vitest';

import { sampleTask } from './sample';
import { openObligations, partsOf, pointsBefore, trimmed, unitsOf } from './text';

const text = '𝐀 1. Giao Văn phòng báo cáo.\n2. Các hội phối hợp; đôn đốc.';
const points = Array.from(text);
const at = (words: string): { start: number; end: number } => {
  const start = pointsBefore(text, text.indexOf(words));
  return { start, end: start + Array.from(words).length };
};

describe('code points', () => {
  test('a letter outside the first plane counts once', () => {
    expect(pointsBefore(text, text.indexOf('Giao'))).toBe(5);
    expect(points.slice(5, 9).join('')).toBe('Giao');
  });

  test('parts make the whole text and know their task', () => {
    const first = { ...sampleTask('r1'), ...at('Giao Văn phòng báo cáo.') };
    const parts = partsOf(points, [first], [at('Các hội phối hợp;')], at('Văn phòng'));
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.find((part) => part.text === 'Văn phòng')).toMatchObject({ task: 'r1', lit: true, open: false });
    expect(parts.find((part) => part.text === 'Các hội phối hợp;')).toMatchObject({ task: undefined, open: true });
  });

  test('the innermost of two tasks is taken, one left out is none', () => {
    const outer = { ...sampleTask('r1'), start: 0, end: points.length };
    const inner = { ...sampleTask('r2'), ...at('Các hội') };
    expect(partsOf(points, [outer, inner], [], undefined).find((part) => part.text === 'Các hội')?.task).toBe('r2');
    expect(
      partsOf(points, [{ ...inner, include: false }], [], undefined).every((part) => part.task === undefined),
    ).toBe(true);
  });

  test('places outside the text do no harm', () => {
    const beyond = { ...sampleTask('r1'), start: 2, end: 10_000 };
    expect(partsOf(points, [beyond], [], undefined).at(-1)?.end).toBe(points.length);
  });
});

describe('obligations', () => {
  const sentence = at('Giao Văn phòng báo cáo.');

  test('covered by half is covered', () => {
    const half = { ...sampleTask('r1'), start: sentence.start, end: sentence.start + 12 };
    expect(openObligations(points, [sentence], [half])).toEqual([]);
    expect(openObligations(points, [sentence], [{ ...half, end: sentence.start + 11 }])).toEqual([sentence]);
    expect(openObligations(points, [sentence], [{ ...half, include: false }])).toEqual([sentence]);
  });

  test('an enumerator alone is no sentence', () => {
    expect(openObligations(points, [at('1.')], [])).toEqual([]);
  });
});

describe('choosing words', () => {
  test('white space at the ends is dropped, no letters is nothing', () => {
    expect(trimmed(points, { start: 1, end: 10 })).toEqual({ start: 2, end: 9 });
    expect(trimmed(points, at('1.'))).toBeUndefined();
  });

  test('sentences and lines, enumerators stay with theirs', () => {
    expect(unitsOf(points).map((unit) => points.slice(unit.start, unit.end).join(''))).toEqual([
      '𝐀 1. Giao Văn phòng báo cáo.',
      '2. Các hội phối hợp;',
      'đôn đốc.',
    ]);
  });
});
