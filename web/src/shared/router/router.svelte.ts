// Addresses of the pages, in the browser's own history.

export interface Place {
  path: string;
  query: URLSearchParams;
}

function here(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

let place = $state.raw<Place>(here());
let guard: (() => boolean) | undefined;

export function currentPlace(): Place {
  return place;
}

/** Asked before another page opens; false keeps this one (something is not saved). */
export function guardLeaving(ask: (() => boolean) | undefined): void {
  guard = ask;
}

export function goTo(href: string, options: { replace?: boolean; keepScroll?: boolean } = {}): void {
  const url = new URL(href, location.origin);
  if (url.pathname !== place.path && guard && !guard()) return;
  if (options.replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  place = here();
  if (!options.keepScroll) scrollTo(0, 0);
}

/** Writes a list's filters into the address, so that a link opens the same list. */
export function setQuery(values: Record<string, string | undefined>): void {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value) query.set(name, value);
  }
  const text = query.toString();
  goTo(text ? `${place.path}?${text}` : place.path, { replace: true, keepScroll: true });
}

function isPlainClick(event: MouseEvent): boolean {
  return (
    event.button === 0 && !event.defaultPrevented && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
  );
}

function followLink(event: MouseEvent): void {
  if (!isPlainClick(event) || !(event.target instanceof Element)) return;
  const link = event.target.closest('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (link.pathname.startsWith('/api/')) return;
  event.preventDefault();
  goTo(link.href);
}

export function startRouter(): void {
  addEventListener('popstate', () => {
    place = here();
  });
  document.addEventListener('click', followLink);
}

/** The values of a pattern such as "/nhiem-vu/:id"; nothing when the path is another one. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length && !(pattern === '/' && path === '/')) return undefined;
  const values: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? '';
    if (part.startsWith(':')) values[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return values;
}
