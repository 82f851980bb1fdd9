// The first start of a real installation: no default password, a one-time link.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { demoPassword, signIn } from '../support/client.js';
import { ended, type Installation, serve, startEmpty } from '../support/installation.js';

let installation: Installation;
beforeAll(async () => {
  installation = await startEmpty();
});
afterAll(() => installation.stop());

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${installation.origin}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

test('set-up: the link works once, and only while there is no account', async () => {
  // A restart prints a link; the first process has printed one too, which stays valid until one is used.
  installation.process.kill('SIGTERM');
  await ended(installation.process);
  const again = await serve(installation.place);
  installation.origin = again.origin;
  installation.process = again.process;
  await expect.poll(() => again.output.join('')).toContain('/thiet-lap?token=');
  const token = /token=([\w-]+)/.exec(again.output.join(''))?.[1] ?? '';
  const state = (await (await fetch(`${again.origin}/api/v1/setup`)).json()) as { needed: boolean };
  expect(state.needed).toBe(true);

  const input = { token, login: 'quan.tri', full_name: 'Nguyễn Văn Quản', password: 'Mat-khau-rat-dai-1', organisation_name: 'Đảng ủy phường Thử', organisation_kind: 'party_committee' };
  const weak = await post('/setup', { ...input, password: '123' });
  expect(weak.status).toBe(422);
  const made = await post('/setup', input);
  expect(made.status, await made.clone().text()).toBe(201);
  expect((await post('/setup', { ...input, login: 'thu.hai' })).status).toBe(404);

  const person = await signIn(again.origin, 'quan.tri', 'Mat-khau-rat-dai-1');
  expect(person.session.is_demonstration).toBe(false);
  expect(person.session.roles[0]?.role).toBe('administrator');
  expect(person.session.roles[0]?.organisation.name).toBe('Đảng ủy phường Thử');
  await expect(signIn(again.origin, 'vanthu', demoPassword)).rejects.toThrow('401');
});

test('set-up: HOIQUAN_NOW is not honoured on a real installation', async () => {
  const person = await signIn(installation.origin, 'quan.tri', 'Mat-khau-rat-dai-1');
  const today = new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);
  expect(person.session.today).toBe(today);
});
