// The change is on disk before the answer leaves: seen by the kernel, through strace.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { signIn, type Schemas } from '../support/client.js';
import { engine, startDemo } from '../support/installation.js';

test.skipIf(engine !== 'sqlite')('a fsync of the log of SQLite precedes the answer', async () => {
  const installation = await startDemo({ HOIQUAN_LOG_LEVEL: 'off' });
  const dir = mkdtempSync(join(tmpdir(), 'hoiquan-strace-'));
  const trace = join(dir, 'trace.txt');
  try {
    const { cookie } = await signIn(installation.origin, 'chuthapdo');
    const page = (await (await fetch(`${installation.origin}/api/v1/tasks?mine=lead&status=due_soon,in_progress`, { headers: { cookie } })).json()) as Schemas['TaskPage'];
    // Quiet: what the sealer still had to write is written.
    await new Promise((done) => setTimeout(done, 1500));
    const strace = spawn('strace', ['-f', '-y', '-e', 'trace=fsync,fdatasync,sendmsg,sendto,writev,write', '-s', '300', '-o', trace, '-p', String(installation.process.pid)], { stdio: 'ignore' });
    await new Promise((done) => setTimeout(done, 1000));
    const mark = 'Ghi chú để thử độ bền';
    const answer = await fetch(`${installation.origin}/api/v1/tasks/${page.items[0]?.id}/notes`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ text: mark }) });
    expect(answer.status).toBe(201);
    await answer.text();
    await new Promise((done) => setTimeout(done, 300));
    strace.kill('SIGINT');
    await new Promise((done) => strace.once('exit', done));
    const lines = readFileSync(trace, 'utf8').split('\n');
    const answered = lines.findIndex((line) => line.includes('HTTP/1.1 201'));
    const synced = lines.findIndex((line) => /f(data)?sync\(.*hoiquan\.sqlite-wal/.test(line));
    expect(answered, 'the answer is in the trace').toBeGreaterThan(0);
    expect(synced, 'a sync of the log is in the trace').toBeGreaterThanOrEqual(0);
    expect(synced).toBeLessThan(answered);
  } finally {
    await installation.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});
