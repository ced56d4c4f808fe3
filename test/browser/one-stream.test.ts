import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setupLink } from '../../apps/server/auth/first-administrator.ts';
import { foundDemo } from '../../apps/server/demo/found-demo.ts';
import { streamsOpen } from '../../apps/server/metrics.ts';
import { wallClock } from '../../kernel/clock.ts';
import { PASSWORD } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { type Clone, cloneDatabase } from '../database.ts';
import { TestHouse } from '../house.ts';
import { freePort } from '../processes.ts';

/** A name that no browser takes for a secure context: what needs one is missing, as at a plain http address in a house. */
const PLAIN = 'sonae.example';
const TABS = 8;

let clone: Clone;
let clock: StoryClock;
let port: number;
let house: TestHouse;
let browser: Browser;
let base: string;
let invited: string;
let complaints: string[];

/** The server, begun anew on what is there. */
async function start(): Promise<void> {
  house = await TestHouse.open({ role: 'all', clone, clock, baseUrl: base });
  await house.assembly.http?.listen({ host: '127.0.0.1', port });
}

beforeEach(async () => {
  clone = await cloneDatabase();
  clock = new StoryClock(Temporal.Now.instant().toString());
  port = await freePort();
  base = `http://${PLAIN}:${port}`;
  await start();
  await foundDemo(house.assembly.house, wallClock);
  invited = (await setupLink(house.assembly.house, clock)) ?? '';
  complaints = [];
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${PLAIN} 127.0.0.1`],
  });
});
afterEach(async () => {
  await browser.close();
  await house.close();
  await clone.drop();
  expect(complaints).toEqual([]);
});

/** Streams the server holds, by its own count. */
const streams = async (): Promise<number> => (await streamsOpen.get()).values[0]?.value ?? 0;

async function device(without: string): Promise<BrowserContext> {
  const opened = await browser.newContext({ locale: 'ja-JP' });
  opened.setDefaultTimeout(30_000);
  if (without) await opened.addInitScript(without);
  await opened.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error('policy', event.violatedDirective, event.blockedURI),
    );
  });
  opened.on('console', (message) => {
    if (/^policy/.test(message.text())) complaints.push(message.text());
  });
  return opened;
}

async function register(tab: Page): Promise<void> {
  await tab.goto(invited);
  await tab.getByLabel('名前').fill('山田 花子');
  await tab.getByLabel('メールアドレス').fill('hanako@example.jp');
  await tab.getByLabel('新しいパスワード').fill(PASSWORD);
  await tab.getByRole('button', { name: '開始' }).click();
  await tab.getByRole('heading', { name: /未応答の呼び出し/ }).waitFor();
}

/** As the person of this tab, past every screen. */
const post = (tab: Page, path: string, body: object): Promise<{ id: string }> =>
  tab.evaluate(
    async ([to, what]) =>
      (
        await fetch(to, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(what),
        })
      ).json(),
    [path, body] as const,
  );

for (const [how, without] of [
  ['a shared worker', ''],
  ['an elected tab, where there is no shared worker', 'delete window.SharedWorker'],
] as const)
  test(`eight tabs at a plain http address are live by one stream: ${how}`, async () => {
    const opened = await device(without);
    const first = await opened.newPage();
    await register(first);
    expect(await first.evaluate(() => isSecureContext)).toBe(false);
    const { id } = await post(first, '/api/respond/incidents', { title: '取水ポンプ停止', severity: 2 });
    const tabs = [first];
    while (tabs.length < TABS) tabs.push(await opened.newPage());
    for (const tab of tabs) {
      await tab.goto(`${base}/respond/incidents/${id}`);
      await tab.getByRole('heading', { name: /取水ポンプ停止/ }).waitFor();
    }
    await expect.poll(streams, { timeout: 20_000 }).toBe(1);
    const note = (from: Page, text: string) =>
      post(from, `/api/respond/incidents/${id}/timeline`, { text, kind: 'note' });
    const [, second, ...others] = tabs;
    if (!second) throw new Error('there is one tab only');
    await note(second, '八つの画面に届く');
    await Promise.all(tabs.map((tab) => tab.getByText('八つの画面に届く').first().waitFor()));

    // The tab that came first is closed, whether it held the stream or not: nothing is missed.
    await first.close();
    await note(second, '一つ閉じたあと');
    const rest = [second, ...others];
    await Promise.all(rest.map((tab) => tab.getByText('一つ閉じたあと').first().waitFor()));
    await expect.poll(streams, { timeout: 20_000 }).toBe(1);

    // The server is begun anew: every tab says that it is cut off, then goes on by itself.
    await house.close();
    await Promise.all(rest.map((tab) => tab.getByText('接続が切れています', { exact: false }).waitFor()));
    await start();
    await Promise.all(
      rest.map((tab) => tab.getByText('接続が切れています', { exact: false }).waitFor({ state: 'detached' })),
    );
    await note(second, '始め直したあと');
    await Promise.all(rest.map((tab) => tab.getByText('始め直したあと').first().waitFor()));
    await expect.poll(streams, { timeout: 20_000 }).toBe(1);

    // Whoever signs out takes the stream away from every tab, and every tab is led to signing in.
    await second.getByRole('button', { name: '自分のアカウント' }).click();
    await second.getByRole('menuitem', { name: 'サインアウト' }).click();
    await Promise.all(rest.map((tab) => tab.waitForURL('**/sign-in**')));
    await expect.poll(streams, { timeout: 20_000 }).toBe(0);
  }, 300_000);
