// Who is signed in and in which role, and the day the server lives in.
import { api, ApiError, type Schemas, take } from '@/api';

export type Session = Schemas['Session'];
export type Role = Schemas['RoleCode'];

let current = $state.raw<Session | undefined>(undefined);

export function session(): Session | undefined {
  return current;
}

export function setSession(next: Session | undefined): void {
  current = next;
}

export async function loadSession(): Promise<void> {
  try {
    current = await take(api.GET('/session'));
  } catch (fault) {
    if (!(fault instanceof ApiError) || fault.problem.status !== 401) throw fault;
    current = undefined;
  }
}

export function actingRole(): Schemas['HeldRole'] | undefined {
  return current?.roles.find((role) => role.id === current?.acting_role_id);
}

export function isRole(...roles: Role[]): boolean {
  const acting = actingRole();
  return acting !== undefined && roles.includes(acting.role);
}

/** Today in Vietnam as the server says (the demonstration may stand on another day). */
export function today(): string {
  return current?.today ?? new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
