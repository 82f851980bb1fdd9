// A client of the contract with the cookie of one signed-in person.
import createClient, { type Client } from 'openapi-fetch';

import type { components, paths } from './schema.js';

export type Schemas = components['schemas'];

export interface Person {
  api: Client<paths>;
  session: Schemas['Session'];
  cookie: string;
}

/** The password of every demonstration account. */
export const demoPassword = 'Hoi-Quan-2026';

export function anonymous(origin: string): Client<paths> {
  return createClient<paths>({ baseUrl: `${origin}/api/v1` });
}

export async function signIn(origin: string, login: string, password: string = demoPassword): Promise<Person> {
  const response = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (response.status !== 200) throw new Error(`Sign-in of ${login}: ${response.status} ${await response.text()}`);
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const api = createClient<paths>({ baseUrl: `${origin}/api/v1`, headers: { cookie } });
  return { api, session: (await response.json()) as Schemas['Session'], cookie };
}
