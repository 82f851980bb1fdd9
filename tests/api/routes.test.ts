// Every operation of the contract × (signed out, wrong role, other body's record, not found, invalid, success).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { type Installation, root, startDemo } from '../support/installation.js';
import { call, explore, type Call, type World } from '../support/world.js';
import { type Case, remember, rows } from './route-table.js';

interface Contract {
  paths: Record<string, Record<string, { operationId?: string; security?: unknown[] }>>;
}

const contract = parse(readFileSync(join(root, 'api/openapi.yaml'), 'utf8')) as Contract;
const operations = Object.values(contract.paths).flatMap((path) =>
  Object.entries(path).flatMap(([method, operation]) => (method === 'parameters' || !operation.operationId ? [] : [operation.operationId])),
);

let installation: Installation;
let world: World;

beforeAll(async () => {
  installation = await startDemo();
  world = await explore(installation);
});
afterAll(() => installation.stop());

test('every operation has a row with the six cases', () => {
  expect(rows.map((row) => row.operation).sort()).toEqual([...operations].sort());
});

function variant(base: Call, change: Case): Call {
  if (typeof change === 'string') throw new Error(change);
  const made = { ...base, ...change(world) };
  return made.raw === undefined || change(world).body === undefined ? made : { ...made };
}

async function expectProblem(request: Call, status: number): Promise<void> {
  const answer = await call(world, request);
  expect(answer.status, `${request.method} ${request.path} as ${request.as ?? 'nobody'}: ${answer.text.slice(0, 400)}`).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const problem = answer.body as { key: string; status: number; errors: unknown[]; request_id: string };
  expect(problem.key).toMatch(/^[a-z_]+\.[a-z0-9_.]+$/);
  expect(problem.status).toBe(status);
  expect(Array.isArray(problem.errors)).toBe(true);
  expect(problem.request_id).not.toBe('');
}

const noSecrets = /argon2|password_hash|token_hash|\$argon/;

describe.each(rows)('$operation', (row) => {
  if (row.signedOut === undefined) {
    test('signed out', async () => {
      const { as: _, ...request } = row.call(world);
      await expectProblem(request, 401);
    });
  }
  if (typeof row.wrongRole !== 'string') {
    test('wrong role', async () => expectProblem(variant(row.call(world), row.wrongRole), 403));
  }
  if (typeof row.otherBody !== 'string') {
    test("other body's record", async () => expectProblem(variant(row.call(world), row.otherBody), 404));
  }
  if (typeof row.notFound !== 'string') {
    test('not found', async () => expectProblem(variant(row.call(world), row.notFound), 404));
  }
  if (typeof row.invalid !== 'string') {
    test('invalid', async () => expectProblem(variant(row.call(world), row.invalid), row.invalidStatus ?? 422));
  }
  test('success', async () => {
    const answer = await call(world, row.call(world));
    expect(answer.status, answer.text.slice(0, 600)).toBe(row.success);
    expect(answer.text).not.toMatch(noSecrets);
    row.check?.(answer, world);
    remember(row.operation, answer);
  });
});
