// The list's filters as they stand in the address.
import type { paths } from '@/api/schema';

type Query = NonNullable<paths['/tasks']['get']['parameters']['query']>;

const names = [
  'search',
  'as_of',
  'status',
  'alert',
  'document_id',
  'parent_id',
  'lead_id',
  'monitor_id',
  'deadline_kind',
  'mine',
  'mark',
  'level',
  'sort',
] as const;
const noFilter: readonly string[] = ['as_of', 'sort', 'offset'];

/** The server judges the values; what it does not know, it names. */
export function queryOf(filters: Record<string, string>, limit: number, offset: number): Query {
  const given = names.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []));
  return { ...(Object.fromEntries(given) as Query), limit, offset };
}

export function filterCount(filters: Record<string, string>): number {
  return Object.keys(filters).filter((name) => !noFilter.includes(name)).length;
}
