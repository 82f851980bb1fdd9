// The commands that keep an installation: backup, restore with its keys, audit verify, read, version, help.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { signIn } from '../support/client.js';
import { binary, demoNow, ended, engine, type Installation, serve, startDemo } from '../support/installation.js';
import { samplePaper } from '../support/world.js';

const env = { ...process.env, HOIQUAN_NOW: demoNow };
let installation: Installation;
let dir: string;
beforeAll(async () => {
  installation = await startDemo();
  dir = mkdtempSync(join(tmpdir(), 'hoiquan-keeping-'));
});
afterAll(async () => {
  await installation.stop();
  rmSync(dir, { recursive: true, force: true });
});

function run(...words: string[]): { status: number | null; out: string; err: string } {
  const result = spawnSync(binary, words, { env, encoding: 'utf8' });
  return { status: result.status, out: result.stdout, err: result.stderr };
}

test('backup: a copy made while the server runs is restored with its keys and served', async () => {
  const file = join(dir, 'sao-luu');
  expect(run('backup', ...installation.place, '--out', file).status).toBe(0);
  if (engine === 'postgres') return;
  const keys = join(dir, 'keys');
  cpSync(join(installation.dataDir, 'keys'), keys, { recursive: true });
  const target = join(dir, 'phuc-hoi');
  const restored = run('restore', '--data', target, '--from', file, '--keys', keys);
  expect(restored.err).toBe('');
  expect(restored.status).toBe(0);
  const again = await serve(['--data', target]);
  try {
    expect((await signIn(again.origin, 'vanthu')).session.user.login).toBe('vanthu');
  } finally {
    again.process.kill('SIGTERM');
    await ended(again.process);
  }
});

test('restore: without the right key nothing is left behind', () => {
  if (engine === 'postgres') return;
  const file = join(dir, 'sao-luu-2');
  expect(run('backup', ...installation.place, '--out', file).status).toBe(0);
  const wrong = mkdtempSync(join(dir, 'khoa-'));
  writeFileSync(join(wrong, 'audit.key'), Buffer.alloc(32, 7));
  const target = join(dir, 'phuc-hoi-2');
  const restored = run('restore', '--data', target, '--from', file, '--keys', wrong);
  expect(restored.status).toBe(1);
  expect(readdirSync(target)).toEqual([]);
});

test('audit verify: whole after use', () => {
  const result = run('audit', 'verify', ...installation.place);
  expect(result.out).toContain('0 sai lệch');
  expect(result.status).toBe(0);
});

test('read: writes the draft and the text; refuses a paper with a secrecy mark', () => {
  const paper = join(dir, 'thong-bao.txt');
  writeFileSync(paper, samplePaper(5));
  expect(run('read', '--out', join(dir, 'doc'), paper).status).toBe(0);
  const draft = JSON.parse(readFileSync(join(dir, 'doc', 'thong-bao.json'), 'utf8')) as { metadata: { number: string; symbol: string }; tasks: unknown[]; places: Record<string, unknown> };
  expect(draft.metadata.number).toBe('5');
  expect(draft.metadata.symbol).toBe('TB/VPTU');
  expect(draft.tasks.length).toBe(2);
  expect(Object.keys(draft.places).length).toBeGreaterThan(5);
  const secret = join(dir, 'mat.txt');
  writeFileSync(secret, `TUYỆT MẬT\n${samplePaper(6)}`);
  const refused = run('read', '--out', join(dir, 'doc'), secret);
  expect(refused.status).toBe(3);
  expect(readdirSync(join(dir, 'doc'))).not.toContain('mat.json');
});

test('every command explains itself', () => {
  for (const words of [['serve'], ['read'], ['demo'], ['user', 'add'], ['backup'], ['restore'], ['audit', 'verify'], ['migrate'], ['version']]) {
    const out = execFileSync(binary, [...words, '--help'], { encoding: 'utf8' });
    expect(out.length, words.join(' ')).toBeGreaterThan(40);
  }
  expect(run('version').out).toMatch(/^hoiquan \d+\.\d+\.\d+/);
});
