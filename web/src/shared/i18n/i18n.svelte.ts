// Texts by key. Vietnamese is in the first load; English comes when it is chosen.
import vi from '$locales/vi.json';

export type MessageKey = keyof typeof vi;
export type Language = 'vi' | 'en';
type Texts = Record<string, string>;

const languageKey = 'hoiquan.language';
let texts = $state.raw<Texts>(vi);
let current = $state<Language>('vi');

export function language(): Language {
  return current;
}

export async function chooseLanguage(next: Language): Promise<void> {
  texts = next === 'en' ? ((await import('$locales/en.json')).default as Texts) : vi;
  current = next;
  document.documentElement.lang = next;
  localStorage.setItem(languageKey, next);
}

export async function restoreLanguage(): Promise<void> {
  if (localStorage.getItem(languageKey) === 'en') await chooseLanguage('en');
}

function fill(text: string, args: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/** The text of a key with its {placeholders} filled. */
export function t(key: MessageKey, args: Record<string, string | number> = {}): string {
  return fill(texts[key] ?? key, args);
}

/** For keys that come from the server; `fallback` when this client does not know the key. */
export function tServer(
  key: string,
  args: Record<string, string> = {},
  fallback: MessageKey = 'client.unknown_fault',
): string {
  const text = texts[key];
  return text === undefined ? t(fallback, { key }) : fill(text, args);
}

/** The text of a key that may not be there. */
export function tKnown(key: string): string | undefined {
  return texts[key];
}
