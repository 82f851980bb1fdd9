import { describe, expect, test } from 'vitest';

import { contentDifferences, firstChoices, inputDifferences, merged, mergedInput } from './diff';
import { sampleContent, sampleTask } from './review/sample';

const base = sampleContent([sampleTask('r1'), { ...sampleTask('r2'), start: 10, end: 20 }]);

describe('two versions of a review', () => {
  const mine = {
    ...base,
    metadata: { ...base.metadata, number: '68' },
    tasks: [{ ...sampleTask('r1'), text: 'Của tôi' }, ...base.tasks.slice(1)],
  };
  const theirs = {
    ...base,
    metadata: { ...base.metadata, number: '69', symbol: 'KL/TU' },
    recipients: [{ text: 'Lưu', purpose: null }],
    tasks: [sampleTask('r1'), { ...sampleTask('p1'), start: 5, end: 8 }],
  };
  const found = contentDifferences(base, mine, theirs);

  test('every difference and who made it', () => {
    expect(found.map((one) => [one.id, one.by])).toEqual([
      ['metadata.number', 'both'],
      ['metadata.symbol', 'them'],
      ['recipients', 'them'],
      ['task.r1.text', 'me'],
      ['task.r2', 'them'],
      ['task.p1', 'them'],
    ]);
  });

  test('what each changed alone is kept', () => {
    const result = merged(theirs, found, firstChoices(found));
    expect(result.metadata).toMatchObject({ number: '68', symbol: 'KL/TU' });
    expect(result.recipients).toEqual(theirs.recipients);
    expect(result.tasks.map((task) => [task.key, task.text])).toEqual([
      ['p1', 'Báo cáo kết quả'],
      ['r1', 'Của tôi'],
    ]);
  });

  test('all of mine is mine, all of theirs is theirs', () => {
    const all = (side: 'mine' | 'theirs'): Record<string, typeof side> =>
      Object.fromEntries(found.map((one) => [one.id, side]));
    expect(contentDifferences(base, merged(theirs, found, all('mine')), mine)).toEqual([]);
    expect(contentDifferences(base, merged(theirs, found, all('theirs')), theirs)).toEqual([]);
  });

  test('the same is no difference, absent and null are one', () => {
    expect(contentDifferences(base, mine, mine)).toEqual([]);
    expect(inputDifferences(base.metadata, { ...base.metadata, place: null }, base.metadata)).toEqual([]);
  });
});

test('facts of a document', () => {
  const was = base.metadata;
  const found = inputDifferences(was, { ...was, place: 'Huế' }, { ...was, place: 'Đông Hà', number: '1' });
  expect(mergedInput({ ...was, place: 'Đông Hà', number: '1' }, found, firstChoices(found))).toMatchObject({
    place: 'Huế',
    number: '1',
  });
});
