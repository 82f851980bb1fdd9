// From the server's problem to sentences beside the fields and in a list on top.
import { ApiError, type Problem } from '@/api';
import { formatDate } from '@/shared/dates';
import { tServer } from '@/shared/i18n/i18n.svelte';

export function problemOf(fault: unknown): Problem {
  if (fault instanceof ApiError) return fault.problem;
  throw fault;
}

function official(args: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      /^\d{4}-\d{2}(-\d{2})?$/.test(value) ? formatDate(value) : value,
    ]),
  );
}

export function sentence(fault: { key: string; args?: Record<string, string> }): string {
  return tServer(fault.key, official(fault.args ?? {}));
}

/** The fault of one field ("/due_date"), if any. */
export function faultOf(problem: Problem | undefined, field: string): string | undefined {
  const found = problem?.errors.find((error) => error.field === field);
  return found && sentence(found);
}
