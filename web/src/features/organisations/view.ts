// The day that is looked at, and how much was known then; both stand in the address and go along with every link.

export interface View {
  as_of?: string;
  known_on?: string;
}

/** Taken by its two words, so that nothing loads again when another word of the address changes. */
export function viewOf(asOf: string | null, knownOn: string | null): View {
  return { ...(asOf ? { as_of: asOf } : {}), ...(knownOn ? { known_on: knownOn } : {}) };
}

function href(path: string, view: View): string {
  const query = new URLSearchParams({ ...view }).toString();
  return query ? `${path}?${query}` : path;
}

export function organisationHref(id: string, view: View): string {
  return href(`/to-chuc/${id}`, view);
}

export function registerHref(view: View): string {
  return href('/to-chuc', view);
}

/** Dates may be partial: "2015" began before every day of 2015. */
export function holdsOn(day: string, from: string, to: string | null): boolean {
  return from <= day && (to === null || to > day);
}

export function eventHref(id: string): string {
  return `/su-kien/${id}`;
}

/** The form for a change of bodies, begun with one of them. */
export function newEventHref(body?: string): string {
  return body ? `/su-kien/moi?co-quan=${body}` : '/su-kien/moi';
}
