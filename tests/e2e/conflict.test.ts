// Two clerks edit one record: the second is shown both versions, nothing is overwritten.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openBrowser, sitDown } from '../support/browser.js';
import { signIn } from '../support/client.js';
import { type Installation, startDemo } from '../support/installation.js';

let installation: Installation;
let browser: Browser;

beforeAll(async () => {
  [installation, browser] = await Promise.all([startDemo(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await installation.stop();
});

test('a task: the second sees both and decides', { timeout: 60_000 }, async () => {
  const { api } = await signIn(installation.origin, 'vanthu');
  const list = await api.GET('/tasks', { params: { query: { status: 'due_soon,in_progress,overdue' } } });
  const task = list.data?.items.find((one) => one.due_date !== null);
  expect(task).toBeDefined();
  const url = `${installation.origin}/nhiem-vu/${task?.id ?? ''}`;

  const [first, second] = await Promise.all([sitDown(browser, installation.origin, 'vanthu'), sitDown(browser, installation.origin, 'vanthu')]);
  for (const { page } of [first, second]) {
    await page.goto(url);
    await page.getByRole('button', { name: 'Sửa nhiệm vụ' }).click();
  }
  await first.page.getByLabel('Nội dung').fill('Nội dung do người thứ nhất sửa');
  await first.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await first.page.getByRole('heading', { level: 1, name: 'Nội dung do người thứ nhất sửa' }).waitFor();

  await second.page.getByLabel('Nội dung').fill('Nội dung do người thứ hai sửa');
  await second.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const both = second.page.getByRole('dialog', { name: 'Bản ghi vừa được người khác thay đổi' });
  await both.getByText('Nội dung do người thứ nhất sửa').waitFor();
  await both.getByText('Nội dung do người thứ hai sửa').waitFor();
  const now = await api.GET('/tasks/{id}', { params: { path: { id: task?.id ?? '' } } });
  expect(now.data?.title).toBe('Nội dung do người thứ nhất sửa');

  await both.getByRole('button', { name: 'Lưu bản của tôi' }).click();
  await second.page.getByRole('heading', { level: 1, name: 'Nội dung do người thứ hai sửa' }).waitFor();
  await Promise.all([first.context.close(), second.context.close()]);
});

test('a review: the second sees both and nothing is lost', { timeout: 60_000 }, async () => {
  const { api } = await signIn(installation.origin, 'vanthu');
  const documents = await api.GET('/documents', { params: { query: { status: 'in_review' } } });
  const url = `${installation.origin}/van-ban/${documents.data?.items[0]?.id ?? ''}/ra-soat`;
  const [first, second] = await Promise.all([sitDown(browser, installation.origin, 'vanthu'), sitDown(browser, installation.origin, 'vanthu')]);
  for (const { page } of [first, second]) await page.goto(url);
  await first.page.getByLabel('Trích yếu').fill('trích yếu thứ nhất');
  await first.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await first.page.getByText('Đã lưu').first().waitFor();
  await second.page.getByLabel('Trích yếu').fill('trích yếu thứ hai');
  await second.page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const dialog = second.page.getByRole('dialog');
  await dialog.getByText('trích yếu thứ nhất').first().waitFor();
  await dialog.getByText('trích yếu thứ hai').first().waitFor();
  await Promise.all([first.context.close(), second.context.close()]);
});
