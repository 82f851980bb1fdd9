import { describe, expect, test } from 'vitest';

import { dropDraft, readDraft, storeDraft, type StoredDraft } from './drafts';
import { sampleContent, sampleTask } from './sample';

function memory(room = 100_000): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => kept.delete(key),
  };
}

const content = sampleContent([sampleTask('r1')]);
const draft: StoredDraft = {
  version: 3,
  stored_at: '2026-03-16T02:00:00.000Z',
  base: content,
  content,
  checked: ['r1'],
};

describe('drafts in the browser', () => {
  test('of one person and one document', () => {
    const store = memory();
    expect(storeDraft(store, 'u', 'd', draft)).toBe(true);
    expect(readDraft(store, 'u', 'd')).toEqual(draft);
    expect(readDraft(store, 'other', 'd')).toBeUndefined();
    dropDraft(store, 'u', 'd');
    expect(readDraft(store, 'u', 'd')).toBeUndefined();
  });

  test('no room is told, what is not understood is none', () => {
    expect(storeDraft(memory(10), 'u', 'd', draft)).toBe(false);
    const store = memory();
    for (const text of ['{', '{"version":1}', '[]', '"x"']) {
      store.setItem('hoiquan.review.u.d', text);
      expect(readDraft(store, 'u', 'd')).toBeUndefined();
    }
  });
});
