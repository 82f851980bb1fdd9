// Bodies through time, as an administrator sees them: one association goes into another, its page tells of it,
// two dates are compared, and the undo restores what was.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openBrowser, pick, type Seat, sidewaysScroll, sitDown, sizes } from '../support/browser.js';
import { signIn } from '../support/client.js';
import { type Installation, startDemo } from '../support/installation.js';

const absorbed = 'Hội Tù yêu nước thành phố Minh Hà';
const receiver = 'Hội Cựu thanh niên xung phong thành phố Minh Hà';

let installation: Installation;
let browser: Browser;
let bodyId = '';

beforeAll(async () => {
  [installation, browser] = await Promise.all([startDemo(), openBrowser()]);
  const { api } = await signIn(installation.origin, 'quantri');
  const found = await api.GET('/organisations', { params: { query: { search: absorbed } } });
  bodyId = found.data?.items[0]?.id ?? '';
});

afterAll(async () => {
  await browser.close();
  await installation.stop();
});

async function fillKind(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Sáp nhập/ }).check();
  await page.getByLabel('Hiệu lực từ').fill('1.2.26');
  await page.getByLabel('Căn cứ').fill('15-QĐ/TU');
  await page.getByLabel('Lý do').fill('Sắp xếp các hội có cùng lĩnh vực.');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
}

/** From the body's page through the form, with a fault on the way; ends on the page of the event. */
async function absorb(page: Page): Promise<void> {
  await page.goto(`${installation.origin}/to-chuc/${bodyId}`);
  await page.getByRole('button', { name: 'Ghi nhận thay đổi' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ghi nhận thay đổi tổ chức' }).waitFor();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('alert').waitFor();
  await fillKind(page);
  await page.getByRole('link', { name: absorbed }).waitFor();
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText('Mục này bắt buộc.').first().waitFor();
  await pick(page, 'Cơ quan nhận sáp nhập (vẫn hoạt động)', 'cuu thanh nien', receiver);

  await page.getByRole('button', { name: 'Quay lại' }).click();
  expect(await page.getByLabel('Hiệu lực từ').inputValue()).toBe('01/02/2026');
  expect(await page.getByLabel('Căn cứ').inputValue()).toBe('15-QĐ/TU');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  expect(await page.getByRole('combobox').last().inputValue()).toBe(receiver);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText(`kết thúc, kế thừa: ${receiver}`).waitFor();
  await page.getByText(/Sẽ ghi: 1 cơ quan kết thúc, 0 cơ quan lập mới/).waitFor();
  await page.getByRole('button', { name: 'Thực hiện' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sáp nhập từ 01/02/2026' }).waitFor();
}

async function compare(page: Page): Promise<void> {
  await page.goto(`${installation.origin}/to-chuc/so-sanh?from=2026-01-31&to=2026-02-01`);
  await page.getByRole('button', { name: /^Không còn\s*1$/ }).click();
  const row = page.locator('tbody tr');
  await row.filter({ hasText: absorbed }).waitFor();
  expect(await row.count()).toBe(1);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Xuất danh sách' }).click()]);
  expect(download.suggestedFilename()).toBe('so-sanh-to-chuc.csv');
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  const form = page.getByRole('dialog', { name: 'Hoàn tác' });
  await form.getByRole('button', { name: 'Hoàn tác' }).click();
  await form.getByRole('alert').waitFor();
  await form.getByLabel('Lý do').fill('Quyết định chưa có hiệu lực.');
  await form.getByRole('button', { name: 'Hoàn tác' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByText('Quyết định chưa có hiệu lực.').waitFor();
  expect(await page.getByRole('button', { name: 'Hoàn tác' }).count()).toBe(0);
}

test('one association goes into another; the undo restores it', { timeout: 120_000 }, async () => {
  const seat: Seat = await sitDown(browser, installation.origin, 'quantri');
  const { page } = seat;
  await absorb(page);
  const eventUrl = page.url();
  await page.goto(`${installation.origin}/to-chuc/${bodyId}`);
  await page.getByText('đã hết hiệu lực', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Sáp nhập', exact: true }).waitFor();
  await page.locator('svg').getByRole('link', { name: new RegExp(`^${receiver}`) }).waitFor();
  await compare(page);

  await page.goto(eventUrl);
  await undo(page);
  await page.goto(`${installation.origin}/to-chuc/${bodyId}`);
  await page.getByRole('heading', { level: 2, name: 'Quá trình hoạt động' }).waitFor();
  expect(await page.getByText('đã hết hiệu lực', { exact: true }).count()).toBe(0);
  expect(await page.getByRole('heading', { name: 'Tiền thân và kế thừa' }).count()).toBe(0);

  await page.goto(`${installation.origin}/su-kien`);
  await page.getByText('Chưa ghi nhận thay đổi nào').waitFor();
  await page.getByRole('button', { name: 'Cả thay đổi đã hoàn tác' }).click();
  await page.locator('tbody tr').filter({ hasText: 'Đã hoàn tác' }).waitFor();
  expect(seat.faults).toEqual([]);
  await seat.context.close();
});

test('what rests on an event stands in the way of its undo, by name', { timeout: 60_000 }, async () => {
  const { api } = await signIn(installation.origin, 'quantri');
  const other = await api.GET('/organisations', { params: { query: { search: receiver } } });
  const first = await api.POST('/events', {
    body: {
      code: 'consolidate',
      date: '2026-02-01',
      basis_text: '16-QĐ/TU',
      organisation_ids: [bodyId, other.data?.items[0]?.id ?? ''],
      results: [{ name: 'Hội Truyền thống thành phố Minh Hà' }],
    },
  });
  const made = first.data?.parts.find((part) => part.part === 'made')?.organisation_id ?? '';
  const second = await api.POST('/events', {
    body: { code: 'rename', date: '2026-03-01', basis_text: '17-QĐ/TU', organisation_ids: [made], name: 'Hội Truyền thống cách mạng thành phố Minh Hà' },
  });
  expect([first.response.status, second.response.status]).toEqual([201, 201]);

  const seat = await sitDown(browser, installation.origin, 'quantri', sizes.phone);
  const { page } = seat;
  await page.goto(`${installation.origin}/su-kien/${first.data?.id ?? ''}`);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  const form = page.getByRole('dialog', { name: 'Hoàn tác' });
  await form.getByLabel('Lý do').fill('Ghi nhầm.');
  await form.getByRole('button', { name: 'Hoàn tác' }).click();
  await form.getByText(/1 thay đổi tổ chức ghi sau dựa vào thay đổi này/).waitFor();
  expect(await form.getByLabel('Lý do').inputValue()).toBe('Ghi nhầm.');

  await page.goto(`${installation.origin}/to-chuc/${bodyId}`);
  await page.getByRole('heading', { name: 'Được kế thừa bởi' }).waitFor();
  expect(await page.locator('main svg').count()).toBe(0);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(1);
  expect(seat.faults).toEqual([]);
  await seat.context.close();
});

test('who keeps no bodies sees no button that changes one', async () => {
  const seat = await sitDown(browser, installation.origin, 'vanthu');
  const { page } = seat;
  for (const path of ['/su-kien', `/to-chuc/${bodyId}`]) {
    await page.goto(installation.origin + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: 'Ghi nhận thay đổi' }).count(), path).toBe(0);
  }
  await page.goto(`${installation.origin}/su-kien/moi`);
  await page.getByText('Không có trang này').waitFor();
  await seat.context.close();
});
