import type { Problem } from '@/api';

/** The faults of what must be given and is empty, said before the server is asked; nothing when all is there. */
export function missing(values: Record<string, string | undefined>): Problem | undefined {
  const empty = Object.keys(values).filter((field) => !values[field]?.trim());
  if (empty.length === 0) return undefined;
  const errors = empty.map((field) => ({ field, key: 'field.required', args: {} }));
  return { type: 'about:blank', title: 'field.faults', status: 422, key: 'field.faults', request_id: '', errors };
}
