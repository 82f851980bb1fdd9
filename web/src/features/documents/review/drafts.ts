// What is not saved yet survives a closed browser: by person, document and the version it began with.
import type { Content } from '../types';

export interface StoredDraft {
  version: number;
  stored_at: string;
  base: Content;
  content: Content;
  checked: string[];
}
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (user: string, document: string): string => `hoiquan.review.${user}.${document}`;

function isDraft(value: unknown): value is StoredDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Partial<StoredDraft>;
  return typeof draft.version === 'number' && Array.isArray(draft.content?.tasks) && Array.isArray(draft.base?.tasks);
}

export function readDraft(store: Store, user: string, document: string): StoredDraft | undefined {
  try {
    const value: unknown = JSON.parse(store.getItem(keyOf(user, document)) ?? 'null');
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** False when the browser has no room: the person must save. */
export function storeDraft(store: Store, user: string, document: string, draft: StoredDraft): boolean {
  try {
    store.setItem(keyOf(user, document), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(store: Store, user: string, document: string): void {
  store.removeItem(keyOf(user, document));
}
