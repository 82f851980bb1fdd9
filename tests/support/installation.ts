// A running installation for one test file: the real binary on a fresh copy of the demonstration data,
// on the engine that HOIQUAN_TEST_ENGINE names (sqlite or postgres).
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const binary = process.env.HOIQUAN_BINARY ?? join(root, 'build/release/hoiquan');
export const engine = (process.env.HOIQUAN_TEST_ENGINE ?? 'sqlite') as 'sqlite' | 'postgres';

/** Monday 16 March 2026, 9 o'clock in Vietnam; the demonstration data are dated relative to it. */
export const demoNow = '2026-03-16T02:00:00Z';
export const demoToday = '2026-03-16';

export interface Installation {
  origin: string;
  dataDir: string;
  /** Arguments that name the database for other commands of the binary. */
  place: string[];
  process: ChildProcess;
  stop(): Promise<void>;
}

const templateDir = join(root, 'build', 'test-template', engine);
const templateDatabase = 'hoiquan_template';

function postgresUrl(database: string): string {
  const url = process.env.HOIQUAN_TEST_POSTGRES;
  if (!url) throw new Error('HOIQUAN_TEST_POSTGRES is not set; run through scripts/with_postgres.');
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}

function psql(sql: string): void {
  execFileSync('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-c', sql, postgresUrl('postgres')], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function placeOf(dataDir: string, database: string): string[] {
  return engine === 'sqlite' ? ['--data', dataDir] : ['--data', dataDir, '--database', postgresUrl(database)];
}

/** Makes the demonstration data once for a run; the files then work on copies. */
export function makeTemplate(): void {
  rmSync(templateDir, { recursive: true, force: true });
  mkdirSync(templateDir, { recursive: true });
  if (engine === 'postgres') {
    psql(`DROP DATABASE IF EXISTS ${templateDatabase}`);
    psql(`CREATE DATABASE ${templateDatabase} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`);
  }
  execFileSync(binary, ['demo', ...placeOf(templateDir, templateDatabase)], {
    env: { ...process.env, HOIQUAN_NOW: demoNow },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

let counter = 0;

function copyOfTemplate(): { dataDir: string; database: string } {
  const dataDir = mkdtempSync(join(tmpdir(), 'hoiquan-test-'));
  const database = `hoiquan_${process.pid}_${Date.now()}_${++counter}`;
  cpSync(templateDir, dataDir, { recursive: true });
  if (engine === 'postgres') psql(`CREATE DATABASE ${database} TEMPLATE ${templateDatabase}`);
  return { dataDir, database };
}

function emptyPlace(): { dataDir: string; database: string } {
  const dataDir = mkdtempSync(join(tmpdir(), 'hoiquan-test-'));
  const database = `hoiquan_${process.pid}_${Date.now()}_${++counter}`;
  if (engine === 'postgres') psql(`CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`);
  return { dataDir, database };
}

/** Starts the server and waits for the line that names its address. */
export async function serve(place: string[], env: Record<string, string> = {}): Promise<{ origin: string; process: ChildProcess; output: string[] }> {
  if (!existsSync(binary)) throw new Error(`${binary} is not built; run scripts/build.`);
  const child = spawn(binary, ['serve', ...place, '--listen', '127.0.0.1:0'], {
    env: { ...process.env, HOIQUAN_NOW: demoNow, HOIQUAN_LOG_LEVEL: 'warning', HOIQUAN_MAX_CONNECTIONS_PER_ADDRESS: '500', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const origin = await new Promise<string>((done, failed) => {
    let text = '';
    const timer = setTimeout(() => failed(new Error(`The server did not start: ${text}${output.join('')}`)), 20_000);
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      output.push(chunk.toString());
      const match = /http:\/\/[^\s]+:\d+/.exec(text);
      if (match) {
        clearTimeout(timer);
        done(match[0]);
      }
    });
    child.on('exit', (code) => failed(new Error(`The server ended with ${code}: ${text}${output.join('')}`)));
  });
  return { origin, process: child, output };
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });
}

async function start(of: { dataDir: string; database: string }, env: Record<string, string>): Promise<Installation> {
  const place = placeOf(of.dataDir, of.database);
  const running = await serve(place, env);
  const installation: Installation = {
    origin: running.origin,
    dataDir: of.dataDir,
    place,
    process: running.process,
    stop: async () => {
      // The process of now: a test may have started another one in its place.
      installation.process.kill('SIGTERM');
      await ended(installation.process);
      rmSync(of.dataDir, { recursive: true, force: true });
      if (engine === 'postgres') psql(`DROP DATABASE IF EXISTS ${of.database} WITH (FORCE)`);
    },
  };
  return installation;
}

/** On a copy of the demonstration data. */
export function startDemo(env: Record<string, string> = {}): Promise<Installation> {
  return start(copyOfTemplate(), env);
}

/** On nothing: the first start of a real installation. */
export function startEmpty(env: Record<string, string> = {}): Promise<Installation> {
  return start(emptyPlace(), env);
}
