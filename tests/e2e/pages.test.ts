// Every page in the roles that use it, at a desk and on a phone: it opens, nothing goes wrong in it, nothing is cut off.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openBrowser, sidewaysScroll, sitDown, sizes } from '../support/browser.js';
import { signIn } from '../support/client.js';
import { type Installation, startDemo } from '../support/installation.js';

let installation: Installation;
let browser: Browser;
const ids = { document: '', draft: '', task: '', organisation: '' };

beforeAll(async () => {
  [installation, browser] = await Promise.all([startDemo(), openBrowser()]);
  const { api } = await signIn(installation.origin, 'vanthu');
  const [documents, tasks, bodies] = await Promise.all([
    api.GET('/documents', {}),
    api.GET('/tasks', { params: { query: { mark: 'returned' } } }),
    api.GET('/organisations', { params: { query: { search: 'mat tran' } } }),
  ]);
  ids.document = documents.data?.items.find((one) => one.status === 'assigned')?.id ?? '';
  ids.draft = documents.data?.items.find((one) => one.status === 'in_review')?.id ?? '';
  ids.task = tasks.data?.items[0]?.id ?? '';
  ids.organisation = bodies.data?.items[0]?.id ?? '';
});

afterAll(async () => {
  await browser.close();
  await installation.stop();
});

const walks: { login: string; paths: () => string[] }[] = [
  {
    login: 'vanthu',
    paths: () => ['/', '/van-ban', `/van-ban/${ids.document}`, `/van-ban/${ids.draft}/ra-soat`, '/nhiem-vu', `/nhiem-vu/${ids.task}`, `/bao-cao/${ids.document}`, '/to-chuc', '/doi-mat-khau'],
  },
  { login: 'lanhdao', paths: () => ['/', '/van-ban', '/nhiem-vu', `/bao-cao/${ids.document}`] },
  { login: 'chuthapdo', paths: () => ['/', '/nhiem-vu?mine=lead', '/to-chuc?xem=danh-sach'] },
  { login: 'quantri', paths: () => ['/', '/nguoi-dung', '/to-chuc', `/to-chuc/${ids.organisation}`] },
];

describe.each(['desk', 'phone'] as const)('%s', (size) => {
  test.each(walks)('$login', { timeout: 90_000 }, async ({ login, paths }) => {
    const seat = await sitDown(browser, installation.origin, login, sizes[size]);
    for (const path of paths()) {
      await seat.page.goto(installation.origin + path);
      await seat.page.getByRole('heading', { level: 1 }).first().waitFor();
      await seat.page.waitForLoadState('networkidle');
      expect(await sidewaysScroll(seat.page), `${path} is wider than the window`).toBeLessThanOrEqual(1);
      expect(await seat.page.getByText(/\b(undefined|NaN|\[object|[a-z]+\.[a-z_]+\.[a-z_]+)\b/).count(), path).toBe(0);
    }
    expect(seat.faults).toEqual([]);
    await seat.context.close();
  });
});

test('English: nothing stays Vietnamese in the frame', async () => {
  const seat = await sitDown(browser, installation.origin, 'lanhdao');
  await seat.page.getByText('Lê Minh Tường').first().click();
  await seat.page.getByRole('button', { name: 'English' }).click();
  await seat.page.getByRole('heading', { level: 1, name: 'Waiting for me' }).waitFor();
  await seat.context.close();
});

test('a page of another role is not there, and a link behind the sign-in leads on after it', async () => {
  const seat = await sitDown(browser, installation.origin, 'ubnd');
  await seat.page.goto(`${installation.origin}/nguoi-dung`);
  await seat.page.getByText('Không có trang này').waitFor();
  await seat.context.close();
});
