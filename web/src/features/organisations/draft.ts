// A body that is being entered survives a closed browser, for the person who was entering it.
export interface Chosen {
  id: string;
  name: string;
}
export interface Draft {
  name: string;
  shortName: string;
  kind: string;
  level: string;
  code: string;
  validFrom: string;
  aliases: string;
  partOf: Chosen | null;
  ledBy: Chosen | null;
  locatedIn: Chosen | null;
}
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (user: string): string => `hoiquan.new-organisation.${user}`;

export function emptyDraft(): Draft {
  return {
    name: '',
    shortName: '',
    kind: '',
    level: '',
    code: '',
    validFrom: '',
    aliases: '',
    partOf: null,
    ledBy: null,
    locatedIn: null,
  };
}

export function isEmpty(draft: Draft): boolean {
  return Object.values(draft).every((value) => !value);
}

export function readDraft(store: Store, user: string): Draft | undefined {
  try {
    const value: unknown = JSON.parse(store.getItem(keyOf(user)) ?? 'null');
    if (typeof value !== 'object' || value === null || !('aliases' in value)) return undefined;
    return { ...emptyDraft(), ...(value as Partial<Draft>) };
  } catch {
    return undefined;
  }
}

export function storeDraft(store: Store, user: string, draft: Draft): void {
  try {
    if (isEmpty(draft)) store.removeItem(keyOf(user));
    else store.setItem(keyOf(user), JSON.stringify(draft));
  } catch {
    // No room in the browser: the form still holds what was typed.
  }
}
