import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clippedOn } from './clipped.ts';
import { violationsOn } from './flaws.ts';
import { arrived, base, begin, context, open, page, SHOTS } from './stage.ts';

const shoot = (screen: Page, name: string) =>
  screen.screenshot({ path: `${SHOTS}/plan-${name}.png`, fullPage: true });
async function sound(screen: Page, name: string): Promise<void> {
  expect(await violationsOn(screen, name)).toEqual([]);
  expect([name, await clippedOn(screen)]).toEqual([name, []]);
  expect([name, await screen.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([
    name,
    0,
  ]);
}
/** What there is to press and to fill in, and how many screens high the page is. */
const sizeOf = (screen: Page): Promise<{ controls: number; screens: number }> =>
  screen.evaluate(() => ({
    controls: [...document.querySelectorAll('button, a[href], input, textarea, select, summary')].filter(
      (each) => each.checkVisibility(),
    ).length,
    screens: document.documentElement.scrollHeight / innerHeight,
  }));
const SECTIONS = [
  'overview',
  'criteria',
  'roles',
  'steps',
  'levels',
  'reports',
  'templates',
  'audiences',
  'samples',
] as const;
const saved = (screen: Page) => screen.getByText('保存しました').first();

test('a plan is written part by part: few controls, no key asked for, Ctrl+S saves and stays', async () => {
  await begin();
  const plan = `${base}/prepare/plans/data-leak`;
  await page.goto(plan);
  await page
    .getByRole('heading', { name: '対応計画', level: 1 })
    .or(page.getByRole('heading', { level: 1 }))
    .first()
    .waitFor();
  const rail = page.getByRole('navigation', { name: '計画の目次' });
  await rail.getByRole('button', { name: /手順/ }).waitFor();
  await arrived();
  await shoot(page, 'read-ja');
  await sound(page, 'read');

  for (const section of SECTIONS) {
    await page.goto(`${plan}?edit=1&part=${section}`);
    await rail.waitFor();
    await arrived();
    const lines = page.locator('.item-line');
    if ((await lines.count()) > 0) await lines.first().click();
    const size = await sizeOf(page);
    expect([section, size.controls <= 120, size.screens <= 3]).toEqual([section, true, true]);
    await shoot(page, `${section}-ja`);
    await sound(page, section);
  }

  // What a sample gives is chosen by its word; the word of the program is nowhere.
  await page.goto(`${plan}?edit=1&part=samples`);
  await page.locator('.item-line').first().click();
  await page.locator('.item-open .item-line').filter({ hasText: 'おそれあり' }).click();
  expect(await page.getByRole('combobox', { name: '値', exact: true }).inputValue()).toBe('おそれあり');
  expect(await page.locator('main').textContent()).not.toContain('possible');

  // A new role: named in Japanese, its key makes itself and nobody is asked for it.
  await page.goto(`${plan}?edit=1&part=roles`);
  await page.getByRole('button', { name: '追加：役割' }).click();
  const name = page.getByRole('textbox', { name: '名前' });
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  await name.fill('車両係');
  expect(await page.getByRole('textbox', { name: 'キー（上級者向け）' }).isVisible()).toBe(false);
  // Moved up by the keyboard, it stays open and keeps the focus.
  const line = page.locator('.item-line').filter({ hasText: '車両係' });
  const place = await line.locator('.item-number').textContent();
  await line.focus();
  await page.keyboard.press('Alt+ArrowUp');
  expect(await line.locator('.item-number').textContent()).toBe(String(Number(place) - 1));
  expect(await line.evaluate((each) => each === document.activeElement)).toBe(true);
  await name.focus();
  await page.keyboard.press('Control+s');
  await saved(page).waitFor();
  await name.waitFor();
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  const kept = await (await context.request.get(`${base}/api/prepare/registers/plans?key=data-leak`)).json();
  const roles = kept.entries[0].entry.roles as { key: string; name: string }[];
  expect(roles.filter((role) => role.name === '車両係').map(({ key }) => key)).toEqual(['role']);

  // Unsaved, it is not left without a question; saved, it is.
  await name.fill('車両担当');
  await page.getByText('保存していない変更があります').first().waitFor();
  await page.getByRole('link', { name: '対応計画' }).first().click();
  await page.getByRole('button', { name: '編集を続ける' }).click();
  expect(await name.inputValue()).toBe('車両担当');
  await page.keyboard.press('Control+s');
  await page.getByText('保存していない変更があります').first().waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '対応計画' }).first().click();
  await page.getByRole('grid').waitFor();
}, 300_000);

test('a plan from nothing: saving leads to the part that lacks something, and its key makes itself', async () => {
  await begin();
  await page.goto(`${base}/prepare/plans/new?edit=1&part=steps`);
  await page.getByRole('button', { name: '追加：手順' }).click();
  await page.keyboard.type('止める');
  await page.keyboard.press('Control+s');
  // The step lacks its role; the name of the plan stands in another part, which the rail marks.
  const rail = page.getByRole('navigation', { name: '計画の目次' });
  await rail.getByRole('button', { name: /概要.*指摘 1/ }).click();
  await page.getByLabel('名前').fill('停電');
  await rail.getByRole('button', { name: /役割/ }).click();
  await page.getByRole('button', { name: '追加：役割' }).click();
  await page.keyboard.type('Lead');
  await rail.getByRole('button', { name: /手順/ }).click();
  await page.locator('.item-line').first().click();
  await page.getByRole('combobox', { name: '担当' }).click();
  await page.getByRole('option', { name: 'Lead', exact: true }).click();
  await page.keyboard.press('Control+s');
  await page.waitForURL(/plans\/plan\?.*part=steps/);
  const { entries } = await (
    await context.request.get(`${base}/api/prepare/registers/plans?key=plan`)
  ).json();
  expect([entries[0].entry.roles[0].key, entries[0].entry.steps[0].role]).toEqual(['lead', 'lead']);
}, 120_000);

test('a roster takes a time as it is typed and a plan is written on a telephone', async () => {
  await begin();
  await page.goto(`${base}/prepare/registers/rosters?open=new`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名前').fill('夜間の当番');
  await dialog.getByRole('button', { name: /^追加：呼び出し段階/ }).click();
  const start = dialog.getByRole('textbox', { name: '開始' });
  await start.fill('朝');
  await start.blur();
  await dialog.getByText('時刻を「09:00」の形で入力してください').waitFor();
  for (const typed of ['９：００', '9時', '9:00']) {
    await start.fill(typed);
    await start.blur();
    expect([typed, await start.inputValue()]).toEqual([typed, '09:00']);
  }
  await dialog.getByRole('textbox', { name: '終了' }).fill('17時15分');
  await shoot(page, 'roster-ja');
  await page.keyboard.press('Control+s');
  await dialog.getByText(/修正が必要な項目が\d+件/).waitFor();
  for (const pattern of await dialog.getByRole('alert').allTextContents())
    expect(pattern).not.toMatch(/\\d|\^|\$/);
  await sound(page, 'roster');

  const [device, phone] = await open('en-GB', { width: 390, height: 844 });
  await device.addCookies(await context.cookies());
  for (const section of ['overview', 'roles', 'steps', 'levels'] as const) {
    await phone.goto(`${base}/prepare/plans/ransomware?edit=1&part=${section}`);
    await phone.getByRole('navigation', { name: 'Plan contents' }).waitFor();
    await arrived(phone);
    const lines = phone.locator('.item-line');
    if ((await lines.count()) > 0) await lines.first().click();
    await shoot(phone, `${section}-phone-en`);
    await sound(phone, `phone ${section}`);
  }
  await phone.goto(`${base}/prepare/plans/ransomware`);
  await arrived(phone);
  await shoot(phone, 'read-phone-en');
  await sound(phone, 'phone read');
  await device.close();
}, 300_000);
