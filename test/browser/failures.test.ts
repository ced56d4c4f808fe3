import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { base, begin, context, forgive, open, page, SHOTS } from './stage.ts';

const SAID = {
  ja: {
    card: 'この部分を表示できません',
    page: 'この画面を表示できません',
    retry: '再試行',
    now: '現況',
    people: '利用者',
  },
  en: {
    card: 'This section cannot be displayed',
    page: 'This page cannot be displayed',
    retry: 'Try again',
    now: 'Now',
    people: 'People',
  },
} as const;
const LANGUAGES = ['ja', 'en'] as const;
const MISSING = {
  ja: '画面の一部を読み込めませんでした',
  en: 'Part of the console could not load',
} as const;

/** What a screen breaks on is told to the developer's console, as it should be. */
const TOLD =
  /TypeError|Cannot read|is not iterable|not a function|a part of the console|ERR_FAILED|dynamically imported/;

async function speak(language: 'ja' | 'en'): Promise<void> {
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
}
const declare = async (): Promise<string> => {
  const answer = await context.request.post(`${base}/api/respond/incidents`, {
    data: { title: '取水ポンプ停止', severity: 2 },
    headers: { origin: base },
  });
  return String((await answer.json()).id);
};
const frameStands = async (on: Page): Promise<void> => {
  await on.getByRole('navigation').first().waitFor();
  await on.locator('.alarms').getByText('取水ポンプ停止').first().waitFor();
};

describe.each(LANGUAGES)('in %s', (language) => {
  const said = SAID[language];

  test('a card that cannot be drawn says so in its place; everything else goes on', async () => {
    await begin();
    await speak(language);
    const id = await declare();
    await page.route('**/api/respond/incidents/*/tasks', (route) => route.fulfill({ json: { tasks: 7 } }));
    await page.goto(`${base}/respond/incidents/${id}`);
    const failure = page.getByRole('alert').filter({ hasText: said.card });
    await failure.first().waitFor();
    await frameStands(page);
    await expect.poll(() => page.locator('.line').count()).toBeGreaterThan(0);
    await expect.poll(() => page.getByRole('region').count()).toBeGreaterThan(1);
    await page.screenshot({ path: `${SHOTS}/failed-card-${language}.png` });
    await page.unroute('**/api/respond/incidents/*/tasks');
    await failure.first().getByRole('button', { name: said.retry }).click();
    // The clock and the tasks broke on the same reply; one press brings both back.
    await expect.poll(() => failure.count()).toBe(0);
    forgive(TOLD);
  });

  test('a page that cannot be drawn says so within the frame, and leads on', async () => {
    await begin();
    await speak(language);
    await declare();
    await page.route('**/api/prepare/people?*', (route) =>
      route.fulfill({ json: { people: 7, next: null } }),
    );
    await page.goto(`${base}/prepare/people`);
    const failure = page.getByRole('alert').filter({ hasText: said.page });
    await failure.waitFor();
    await frameStands(page);
    await page.screenshot({ path: `${SHOTS}/failed-page-${language}.png` });
    await page.unroute('**/api/prepare/people?*');
    await failure.getByRole('button', { name: said.retry }).click();
    await page.getByRole('grid', { name: said.people }).waitFor();
    expect(await failure.count()).toBe(0);
    forgive(TOLD);
  });

  test('a screen whose file does not arrive says so, and comes when it can', async () => {
    await begin();
    await speak(language);
    await declare();
    await page.route('**/assets/people-page-*.js', (route) => route.abort());
    await page.goto(`${base}/prepare/people`);
    const failure = page.getByRole('alert').filter({ hasText: MISSING[language] });
    await failure.waitFor();
    await frameStands(page);
    await page.screenshot({ path: `${SHOTS}/missing-part-${language}.png` });
    await failure.getByRole('link', { name: said.now }).click();
    await page.waitForURL(`${base}/`);
    await page.unroute('**/assets/people-page-*.js');
    await page.goBack();
    await page.getByRole('grid', { name: said.people }).waitFor();
    expect(await failure.count()).toBe(0);
    forgive(TOLD);
  });
});

test('what stands on a telephone after a failure fits it', async () => {
  await begin();
  const id = await declare();
  const [device, phone] = await open('ja-JP', { width: 390, height: 844 });
  await device.addCookies(await context.cookies());
  await phone.route('**/api/respond/incidents/*/tasks', (route) => route.fulfill({ json: { tasks: 7 } }));
  await phone.goto(`${base}/respond/incidents/${id}`);
  await phone.getByRole('alert').filter({ hasText: SAID.ja.card }).first().waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await phone.screenshot({ path: `${SHOTS}/failed-card-phone-ja.png` });
  await device.close();
  forgive(TOLD);
});
