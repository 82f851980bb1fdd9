// kill -9 at random moments under write load: no acknowledged write is lost, the database stays whole, the audit
// chain verifies. HOIQUAN_TEST_KILLS sets how often (20 in the ordinary run, 200 in scripts/soak).
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { signIn, type Schemas } from '../support/client.js';
import { binary, demoNow, ended, engine, type Installation, serve, startDemo } from '../support/installation.js';

const kills = Number(process.env.HOIQUAN_TEST_KILLS ?? '20');
let installation: Installation;

beforeAll(async () => {
  installation = await startDemo();
});
afterAll(async () => {
  await installation.stop();
  rmSync(installation.dataDir, { recursive: true, force: true });
});

async function openTask(cookie: string): Promise<Schemas['Task']> {
  const response = await fetch(`${installation.origin}/api/v1/tasks?mine=lead&status=due_soon,in_progress`, { headers: { cookie } });
  const page = (await response.json()) as Schemas['TaskPage'];
  const task = page.items[0];
  if (!task) throw new Error('no open task of the Red Cross');
  return task;
}

/** Four writers that add notes until the server dies; resolves with what was acknowledged. */
async function writeUntilDeath(cookie: string, task: string, round: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const writer = async (number: number): Promise<void> => {
    for (let i = 0; ; ++i) {
      const text = `Lần ${round}, người ghi ${number}, ghi chú ${i}`;
      try {
        const response = await fetch(`${installation.origin}/api/v1/tasks/${task}/notes`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ text }) });
        if (response.status === 201) acknowledged.push(text);
        else throw new Error(`answer ${response.status}: ${await response.text()}`);
        await response.arrayBuffer().catch(() => undefined);
      } catch (error) {
        if (error instanceof TypeError || (error as { code?: string }).code === 'UND_ERR_SOCKET') return;
        throw error;
      }
    }
  };
  await Promise.all([1, 2, 3, 4].map(writer));
  return acknowledged;
}

test(`kill -9 at ${kills} random moments loses no acknowledged write`, async () => {
  const { cookie } = await signIn(installation.origin, 'chuthapdo');
  const task = (await openTask(cookie)).id;
  const all = new Set<string>();
  for (let round = 1; round <= kills; ++round) {
    const writing = writeUntilDeath(cookie, task, round);
    await new Promise((done) => setTimeout(done, 20 + Math.random() * 180));
    installation.process.kill('SIGKILL');
    await ended(installation.process);
    for (const text of await writing) all.add(text);
    const again = await serve(installation.place);
    installation.origin = again.origin;
    installation.process = again.process;
    const detail = (await (await fetch(`${installation.origin}/api/v1/tasks/${task}`, { headers: { cookie } })).json()) as Schemas['TaskDetail'];
    const there = new Set(detail.notes.map((note) => note.text));
    expect([...all].filter((text) => !there.has(text)), `lost in round ${round}`).toEqual([]);
  }
  expect(all.size).toBeGreaterThan(kills);
  await new Promise((done) => setTimeout(done, 1500));
  const output = execFileSync(binary, ['audit', 'verify', ...installation.place], { env: { ...process.env, HOIQUAN_NOW: demoNow }, encoding: 'utf8' });
  expect(output).toContain('0 sai lệch');
  if (engine === 'sqlite') {
    const check = execFileSync('python3', ['-c', 'import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute("PRAGMA integrity_check").fetchone()[0])', join(installation.dataDir, 'hoiquan.sqlite')], { encoding: 'utf8' });
    expect(check.trim()).toBe('ok');
  }
}, 30_000 + kills * 3_000);
