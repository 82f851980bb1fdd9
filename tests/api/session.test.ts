// Signing in: throttling, forced change of a first password, roles, sessions that end.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { demoPassword, signIn } from '../support/client.js';
import { type Installation, startDemo } from '../support/installation.js';

let installation: Installation;
beforeAll(async () => {
  installation = await startDemo();
});
afterAll(() => installation.stop());

async function tryPassword(login: string, password: string): Promise<Response> {
  return fetch(`${installation.origin}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) });
}

test('sign-in: the cookie is closed to scripts and other sites', async () => {
  const response = await tryPassword('vanthu', demoPassword);
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Strict/i);
});

test('sign-in: an unknown login and a wrong password answer alike', async () => {
  const unknown = await tryPassword('khong-co-ai', 'Sai-mat-khau-1');
  const wrong = await tryPassword('lanhdao', 'Sai-mat-khau-1');
  expect(unknown.status).toBe(401);
  expect(wrong.status).toBe(401);
  const [a, b] = (await Promise.all([unknown.json(), wrong.json()])) as { key: string }[];
  expect(a?.key).toBe(b?.key);
});

test('sign-in: a new account must change its first password before anything else', async () => {
  const admin = await signIn(installation.origin, 'quantri');
  const made = await admin.api.POST('/users', { body: { login: 'can.bo.moi', full_name: 'Phạm Thị Mới', password: 'Mat-khau-dau-1' } });
  expect(made.response.status).toBe(201);
  const person = await signIn(installation.origin, 'can.bo.moi', 'Mat-khau-dau-1');
  expect(person.session.must_change_password).toBe(true);
  const home = await person.api.GET('/home');
  expect(home.response.status).toBe(403);
  expect((home.error as { key: string }).key).toBe('auth.must_change_password');
  const changed = await person.api.POST('/session/password', { body: { old_password: 'Mat-khau-dau-1', new_password: 'Mat-khau-rieng-2' } });
  expect(changed.response.status).toBe(204);
  const after = await signIn(installation.origin, 'can.bo.moi', 'Mat-khau-rieng-2');
  expect(after.session.must_change_password).toBe(false);
});

test('sign-in: after five failures the account waits, also with the right password', async () => {
  for (let i = 0; i < 5; ++i) await tryPassword('mattran', 'Sai-mat-khau-1');
  const blocked = await tryPassword('mattran', demoPassword);
  expect(blocked.status).toBe(503);
  expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a changing request from another site is refused', async () => {
  const person = await signIn(installation.origin, 'vanthu');
  const response = await fetch(`${installation.origin}/api/v1/session`, { method: 'DELETE', headers: { cookie: person.cookie, origin: 'http://evil.example' } });
  expect(response.status).toBe(403);
  expect((await person.api.GET('/session')).response.status).toBe(200);
});
