// A person in front of a browser: signs in, types, clicks what a person would.
import { existsSync } from 'node:fs';

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

import { demoPassword } from './client.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

export function openBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error('Chromium is missing: apt-get install chromium.');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

export interface Seat {
  page: Page;
  context: BrowserContext;
  /** What went wrong in the page: scripts, policies, requests to other hosts. */
  faults: string[];
}

export const sizes = { desk: { width: 1280, height: 900 }, phone: { width: 375, height: 800 } };

/** A browser of one person, signed in at the page that waits for them. */
export async function sitDown(browser: Browser, origin: string, login: string, size = sizes.desk): Promise<Seat> {
  const context = await browser.newContext({ viewport: size, acceptDownloads: true, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) faults.push(`request to ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (401|403|404|409|422)/.test(message.text())) faults.push(message.text());
  });
  await page.goto(`${origin}/`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(demoPassword);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { level: 1, name: 'Việc chờ tôi' }).waitFor();
  return { page, context, faults };
}

/** Types into a picker without diacritics and takes the choice whose name is `name`. */
export async function pick(page: Page, label: string, typed: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.fill(typed);
  await page.getByRole('option').filter({ hasText: name }).first().click();
}

/** Nothing is wider than the window. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
