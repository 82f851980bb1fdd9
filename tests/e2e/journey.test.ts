// One document from paper to report, as people do it: clerk, lead body, monitoring body, clerk.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openBrowser, pick, type Seat, sitDown } from '../support/browser.js';
import { type Installation, root, startDemo } from '../support/installation.js';
import { samplePaper } from '../support/world.js';

interface Paper {
  what: string;
  file: { name: string; mimeType: string; buffer: Buffer };
  tasks: number;
  recipients: number;
  citations: number;
  number: string;
  date: string;
  /** Words of the task that the People's Committee of the city gets. */
  mine: string;
}

const own: Paper = {
  what: 'a notice of our own',
  file: { name: 'thong-bao-giao-ban.txt', mimeType: 'text/plain', buffer: Buffer.from(samplePaper(55)) },
  tasks: 2,
  recipients: 3,
  citations: 0,
  number: '55',
  date: '10/03/2026',
  mine: 'chuẩn bị hội trường',
};

function seed(): Paper[] {
  const folder = join(root, '../shared/seed');
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.txt')) : undefined;
  if (!name) return [];
  const buffer = readFileSync(join(folder, name));
  return [{ what: 'the Conclusion that started it', file: { name, mimeType: 'text/plain', buffer }, tasks: 9, recipients: 8, citations: 2, number: '', date: '07/2022', mine: 'UBND các cấp tăng cường chỉ đạo' }];
}

const committee = 'Ủy ban nhân dân thành phố Minh Hà';
const board = 'Ban Dân vận Thành ủy Minh Hà';
const reason = 'Báo cáo chưa có số liệu của các phường; bổ sung rồi nộp lại.';

let installation: Installation;
let browser: Browser;
let downloads: string;

beforeAll(async () => {
  [installation, browser] = await Promise.all([startDemo(), openBrowser()]);
  downloads = mkdtempSync(join(tmpdir(), 'hoiquan-e2e-'));
});

afterAll(async () => {
  await browser.close();
  await installation.stop();
  rmSync(downloads, { recursive: true, force: true });
});

async function uploadAndReview(page: Page, paper: Paper): Promise<string> {
  await page.getByRole('link', { name: 'Văn bản', exact: true }).click();
  await page.getByRole('button', { name: 'Tải văn bản lên' }).click();
  await page.getByLabel('Tệp văn bản').setInputFiles(paper.file);
  await page.waitForURL('**/ra-soat');
  const documentId = /van-ban\/([0-9a-f-]+)\//.exec(page.url())?.[1] ?? '';
  await page.getByRole('group', { name: 'Nhiệm vụ 1', exact: true }).waitFor();
  expect(await page.getByRole('group', { name: /^Nhiệm vụ \d+$/ }).count()).toBe(paper.tasks);
  expect(await page.getByLabel('Số văn bản').inputValue()).toBe(paper.number);
  expect(await page.getByLabel('Ngày văn bản').inputValue()).toBe(paper.date);
  await page.getByRole('button', { name: `Nơi nhận (${paper.recipients})` }).waitFor();
  await page.getByRole('button', { name: `Văn bản viện dẫn (${paper.citations})` }).waitFor();
  return documentId;
}

/** Resolves the body, the monitoring body and the due date of one task. */
async function resolve(page: Page, paper: Paper): Promise<void> {
  const card = page.getByRole('group', { name: /^Nhiệm vụ \d+$/ }).filter({ hasText: paper.mine });
  const opener = card.locator('button.open');
  if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
  const offered = card.getByRole('checkbox', { name: committee });
  const chosen = card.getByRole('button', { name: `Bỏ ${committee}` });
  await offered.or(chosen).first().waitFor();
  if ((await chosen.count()) === 0) await offered.check();
  await pick(page, 'Cơ quan theo dõi', 'ban dan van', board);
  await card.getByLabel('Loại thời hạn').selectOption({ label: 'Ngày cụ thể' });
  await card.getByLabel('Hạn xử lý').fill('30.4.26');
  await card.getByLabel('Hạn xử lý').press('Tab');
  expect(await card.getByLabel('Hạn xử lý').inputValue()).toBe('30/04/2026');
}

async function fileEvidence(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: 'Nộp minh chứng' }).click();
  const form = page.getByRole('dialog', { name: 'Nộp minh chứng' });
  await form.getByLabel('Số, ký hiệu văn bản').fill(number);
  await form.getByLabel('Ngày văn bản').fill('hôm nay');
  await form.getByLabel('Nơi nhận').fill('Ban Dân vận Thành ủy');
  await form.getByLabel('Tệp kèm theo').setInputFiles({ name: 'bao-cao.txt', mimeType: 'text/plain', buffer: Buffer.from('Báo cáo kết quả thực hiện') });
  await form.getByRole('button', { name: 'Gửi minh chứng' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByText(number, { exact: true }).first().waitFor();
}

/** The words of a DOCX, paragraph by paragraph. */
function docxText(file: string): string {
  const xml = execFileSync('unzip', ['-p', file, 'word/document.xml']).toString();
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '').replace(/&amp;/g, '&');
}

async function report(seat: Seat, documentId: string, paper: Paper): Promise<void> {
  const { page } = seat;
  await page.goto(`${installation.origin}/bao-cao/${documentId}`);
  const figure = page.locator('.figure').filter({ hasText: 'Hoàn thành đúng hạn' }).getByRole('link');
  expect(await figure.textContent()).toBe('1');
  const total = await page.locator('.figure').filter({ hasText: 'Tổng số nhiệm vụ' }).getByRole('link').textContent();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Xuất Word' }).click()]);
  const file = join(downloads, `${documentId}.docx`);
  await download.saveAs(file);
  const text = docxText(file);
  expect(text).toContain('BÁO CÁO');
  expect(text).toContain(committee);
  expect(text).toContain(`Đã hoàn thành 1/${total ?? '?'} việc`);
  expect(text).toMatch(new RegExp(`Cộng\\s+${total ?? '?'}\\s+1\\s`));
  expect(text).toContain('Hoàn thành đúng hạn');
  await figure.click();
  await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor();
  await page.locator('tbody tr').filter({ hasText: paper.mine }).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(1);
}

describe.each([own, ...seed()])('$what', (paper) => {
  test('from paper to tasks, evidence and report', { timeout: 120_000 }, async () => {
    const { origin } = installation;
    const clerk = await sitDown(browser, origin, 'vanthu');
    const documentId = await uploadAndReview(clerk.page, paper);
    await resolve(clerk.page, paper);
    await clerk.page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await clerk.page.getByText('Đã lưu').first().waitFor();
    await clerk.page.getByRole('button', { name: 'Giao việc' }).click();
    await clerk.page.getByRole('button', { name: `Giao ${paper.tasks} nhiệm vụ` }).click();
    await clerk.page.waitForURL('**/nhiem-vu?document_id=*');
    await clerk.page.getByText(paper.mine).first().waitFor();

    const lead = await sitDown(browser, origin, 'ubnd');
    await lead.page.goto(`${origin}/nhiem-vu?document_id=${documentId}&mine=lead`);
    await lead.page.getByRole('link', { name: new RegExp(paper.mine) }).first().click();
    await lead.page.waitForURL(/nhiem-vu\/[0-9a-f-]+$/);
    const taskUrl = lead.page.url();
    await fileEvidence(lead.page, '41/BC-UBND');

    const monitor = await sitDown(browser, origin, 'danvan');
    await monitor.page.getByRole('link', { name: /Minh chứng chờ nghiệm thu/ }).waitFor();
    await monitor.page.goto(taskUrl);
    await monitor.page.getByRole('button', { name: 'Trả lại' }).click();
    const refusal = monitor.page.getByRole('dialog', { name: 'Trả lại' });
    await refusal.getByRole('button', { name: 'Xác nhận trả lại' }).click();
    await refusal.getByRole('alert').waitFor();
    await refusal.getByLabel('Lý do').fill(reason);
    await refusal.getByRole('button', { name: 'Xác nhận trả lại' }).click();
    await refusal.waitFor({ state: 'hidden' });
    expect(await monitor.page.getByRole('button', { name: 'Kết thúc nhiệm vụ' }).count()).toBe(0);

    await lead.page.goto(`${origin}/`);
    await lead.page.getByRole('link', { name: /Minh chứng bị trả lại/ }).waitFor();
    await lead.page.goto(taskUrl);
    await lead.page.getByText(reason).first().waitFor();
    await fileEvidence(lead.page, '45/BC-UBND');

    await monitor.page.goto(taskUrl);
    await monitor.page.getByRole('button', { name: 'Nghiệm thu', exact: true }).click();
    await monitor.page.getByRole('button', { name: 'Kết thúc nhiệm vụ' }).click();
    await monitor.page.getByRole('button', { name: 'Xác nhận kết thúc' }).click();
    await monitor.page.getByText('Hoàn thành đúng hạn').first().waitFor();
    for (const action of ['Giao nhiệm vụ', 'Nộp minh chứng', 'Trả lại minh chứng', 'Nghiệm thu minh chứng', 'Kết thúc nhiệm vụ']) {
      await monitor.page.locator('ol li').filter({ hasText: action }).first().waitFor();
    }

    await report(clerk, documentId, paper);
    expect([...clerk.faults, ...lead.faults, ...monitor.faults]).toEqual([]);
    await Promise.all([clerk.context.close(), lead.context.close(), monitor.context.close()]);
  });
});
