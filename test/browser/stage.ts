import fs from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { setupLink } from '../../apps/server/auth/first-administrator.ts';
import { foundDemo } from '../../apps/server/demo/found-demo.ts';
import { wallClock } from '../../kernel/clock.ts';
import { PASSWORD } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { type Clone, cloneDatabase } from '../database.ts';
import { TestHouse } from '../house.ts';
import { freePort } from '../processes.ts';

/** A browser, and for every test a house of its own with the demonstration in it, which is founded once. */
export const SHOTS = 'test-results/screens';
export let browser: Browser;
export let house: TestHouse;
export let clock: StoryClock;
export let base: string;
export let context: BrowserContext;
export let page: Page;
let clone: Clone;
let complaints: string[];

/** The database of an organisation that is the demonstration; every test has a copy of it. */
async function foundOnce(): Promise<string> {
  const founded = await cloneDatabase();
  const founding = await TestHouse.open({ clone: founded });
  await foundDemo(founding.assembly.house, wallClock);
  await founding.close();
  await founded.leave();
  return founded.name;
}
let demonstration: Promise<string> | undefined;

beforeAll(async () => {
  demonstration ??= foundOnce();
  fs.mkdirSync(SHOTS, { recursive: true });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});
afterAll(() => browser.close());

/** What a walk brings about on purpose is no complaint. */
export function forgive(pattern: RegExp): void {
  complaints = complaints.filter((each) => !pattern.test(each));
}

/** Anything a browser complains of fails the walk: errors, and breaches of the content policy. */
export function listen(to: Page): void {
  to.on('pageerror', (error) => complaints.push(error.message));
  to.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(`${message.text()} ${message.location().url}`);
  });
}
export async function open(
  locale: string,
  viewport = { width: 1366, height: 850 },
): Promise<[BrowserContext, Page]> {
  const opened = await browser.newContext({ locale, viewport, timezoneId: 'Asia/Tokyo' });
  await opened.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error('policy', event.violatedDirective, event.blockedURI),
    );
  });
  const fresh = await opened.newPage();
  fresh.setDefaultTimeout(60_000);
  listen(fresh);
  return [opened, fresh];
}

beforeEach(async () => {
  complaints = [];
  clock = new StoryClock(Temporal.Now.instant().toString());
  // The port is part of the address that links are made of, so it is chosen before the house is opened.
  const port = await freePort();
  base = `http://localhost:${port}`;
  clone = await cloneDatabase(await demonstration);
  house = await TestHouse.open({ role: 'all', clock, baseUrl: base, clone });
  await house.assembly.http?.listen({ host: '127.0.0.1', port });
  [context, page] = await open('ja-JP');
});
afterEach(async () => {
  await context.close();
  await house.close();
  await clone.drop();
  expect(complaints).toEqual([]);
});

/** The screen of an address is there, with what it shows: its file and its data come one after the other. */
export async function arrived(on = page): Promise<void> {
  await on.locator('.page:not([aria-busy="true"])').first().waitFor();
  await on.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** The first administrator registers and stands before the empty list of incidents. */
export async function begin(): Promise<void> {
  await page.goto((await setupLink(house.assembly.house, clock)) ?? '');
  await page.getByLabel('名前').fill('山田 花子');
  await page.getByLabel('メールアドレス').fill('hanako@example.jp');
  await page.getByLabel('新しいパスワード').fill(PASSWORD);
  await page.getByRole('button', { name: '開始' }).click();
  await page.getByRole('heading', { name: /未応答の呼び出し/ }).waitFor();
}
