import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { HEAD } from '../../apps/console/src/respond/room/head/words.ts';
import { COMPOSER } from '../../apps/console/src/respond/timeline/composer/words.ts';
import { TIMELINE } from '../../apps/console/src/respond/timeline/words.ts';
import { ORGANISATION } from '../../apps/console/src/settings/organisation/words.ts';
import { LIST } from '../../apps/console/src/ui/list/words.ts';
import { TOAST } from '../../apps/console/src/ui/toast/words.ts';
import { W } from '../../apps/console/src/words.ts';
import { changeIncident } from '../../areas/respond/incidents/change-incident.ts';
import { REFUSALS } from '../../areas/respond/undo/words.ts';
import { flawsOn } from './flaws.ts';
import { arrived, base, begin, clock, context, forgive, house, open, page } from './stage.ts';

const send = async (method: 'post' | 'put', path: string, data: unknown): Promise<Record<string, unknown>> =>
  (await context.request[method](`${base}${path}`, { data, headers: { origin: base } })).json();

async function declared(): Promise<string> {
  const { id } = await send('post', '/api/respond/incidents', {
    title: '弁の停止',
    severity: 1,
    page: false,
  });
  await page.goto(`${base}/respond/incidents/${id}`);
  await page.getByRole('heading', { name: /弁の停止/ }).waitFor();
  return String(id);
}
const severityOf = (on: Page) => on.getByRole('button', { name: new RegExp(`^${HEAD.changeSeverity.ja}`) });
const toast = (on: Page) => on.locator('.toast');
/** The house's clock stands still by itself, and the browser's does not. */
async function undo(): Promise<void> {
  clock.advance({ minutes: 1 });
  await toast(page).getByRole('button', { name: TOAST.undo.ja }).click();
}
const timeline = (on: Page) => on.getByRole('region', { name: TIMELINE.timeline.ja });

async function readsWell(on: Page, name: string): Promise<void> {
  expect(await flawsOn(on, `acts-${name}`)).toEqual([]);
}

test('severity is changed by two presses where it stands, and taken back by one or by a key', async () => {
  await begin();
  const { id: other } = await send('post', '/api/prepare/people', {
    name: '綾小路 巴',
    email: 'tomoe@example.jp',
    roles: ['commander'],
    breakGlass: false,
  });
  const id = await declared();
  await severityOf(page).click();
  await page.getByRole('menuitem', { name: '3 高' }).click();
  await severityOf(page).filter({ hasText: '3 高' }).waitFor();
  await readsWell(page, 'toast-ja');
  await undo();
  await severityOf(page).filter({ hasText: '1 低' }).waitFor();
  await page.getByText(TOAST.undone.ja).waitFor();
  // The record has both, and says which one the second takes back.
  await timeline(page)
    .getByText(/の操作の取り消し/)
    .waitFor();

  await severityOf(page).click();
  await page.getByRole('menuitem', { name: '4 重大' }).click();
  await severityOf(page).filter({ hasText: '4 重大' }).waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  clock.advance({ minutes: 1 });
  await page.keyboard.press('Control+z');
  await severityOf(page).filter({ hasText: '1 低' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(TOAST.nothing.ja).waitFor();

  // Somebody else changed it meanwhile: nothing of theirs is overwritten.
  await severityOf(page).click();
  await page.getByRole('menuitem', { name: '3 高' }).click();
  await toast(page).waitFor();
  await toast(page).hover();
  const { organisation } = (await (await context.request.get(`${base}/api/account/me`)).json()) as {
    organisation: { orgId: string };
  };
  await changeIncident(house.as(organisation.orgId, String(other), ['commander']), id, { severity: 2 });
  await undo();
  await page.getByText(REFUSALS.changed.ja, { exact: false }).waitFor();
  await severityOf(page).filter({ hasText: '2 中' }).waitFor();

  await page.setViewportSize({ width: 390, height: 844 });
  await severityOf(page).click();
  const item = await page.getByRole('menuitem', { name: '1 低' }).boundingBox();
  expect(Math.round(item?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await page.getByRole('menuitem', { name: '1 低' }).click();
  await toast(page).waitFor();
  await readsWell(page, 'toast-phone-ja');
  // The bar of the room stays in reach below it.
  const [shown, bar] = await Promise.all([
    toast(page).boundingBox(),
    page.locator('.phone-bar').boundingBox(),
  ]);
  expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
}, 300_000);

test('whom a note names is told, stands out in its line, and a note that was a mistake is withdrawn', async () => {
  await begin();
  await send('post', '/api/prepare/people', {
    name: '綾小路 巴',
    email: 'tomoe@example.jp',
    roles: ['commander'],
    breakGlass: false,
  });
  const id = await declared();
  const line = page.getByRole('textbox', { name: TIMELINE.addNote.ja, exact: true });
  await line.pressSequentially('圧力計を確認 @綾小路');
  await page.getByRole('option', { name: '綾小路 巴' }).first().waitFor();
  await page.keyboard.press('Enter');
  await line.pressSequentially('お願いします');
  await page.getByText(COMPOSER.tells.ja.replace('{who}', '綾小路 巴')).waitFor();
  await page.keyboard.press('Control+Enter');
  const entry = timeline(page).locator('li.line').filter({ hasText: '圧力計を確認' });
  await entry.locator('.mention').filter({ hasText: '綾小路 巴' }).waitFor();
  await readsWell(page, 'mention-ja');
  const { notices } = (await (
    await context.request.get(`${base}/api/respond/incidents/${id}/notices?kind=mention`)
  ).json()) as { notices: { name: string }[] };
  expect(notices.map(({ name }) => name)).toEqual(['綾小路 巴']);
  // What is typed belongs to the field: its own undoing is not ours.
  await line.fill('下書き');
  await page.keyboard.press('Control+z');
  await undo();
  await entry.getByText(TIMELINE.struck.ja, { exact: true }).waitFor();
}, 300_000);

test('a logo stands on the rail; a view that was saved is there on another device', async () => {
  await begin();
  await page.goto(`${base}/settings/organisation`);
  await arrived();
  const mark = page.locator('.rail-mark img');
  await page.locator('input[type=file]').setInputFiles({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  });
  await page.getByRole('alert').filter({ hasText: 'PNG・JPEG・WebP' }).waitFor();
  forgive(/415/);
  await page.locator('input[type=file]').setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  await mark.waitFor();
  expect(await mark.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
  await page.getByRole('button', { name: ORGANISATION.addGroup.ja }).click();
  await page.getByRole('textbox', { name: ORGANISATION.group.ja, exact: true }).fill('ops');
  await readsWell(page, 'organisation-ja');
  await page.getByRole('button', { name: W.save.ja }).last().click();
  await page.getByText(W.saved.ja).first().waitFor();

  await page.goto(`${base}/respond?state=open`);
  await arrived();
  await page.getByRole('button', { name: LIST.view.ja, exact: true }).click();
  await page.getByRole('textbox', { name: LIST.name.ja }).fill('夜勤');
  await page.getByRole('button', { name: LIST.save.ja }).click();
  await page.getByRole('button', { name: '夜勤', exact: true }).waitFor();
  const [other, theirs] = await open('ja-JP');
  await other.addCookies(await context.cookies());
  await theirs.goto(`${base}/respond`);
  await arrived(theirs);
  await theirs.getByRole('button', { name: LIST.view.ja, exact: true }).click();
  await theirs.getByRole('button', { name: '夜勤', exact: true }).click();
  await theirs.waitForURL('**/respond?state=open');
  // Removed there, it is gone here too, once the menu is opened again.
  await theirs.getByRole('button', { name: LIST.view.ja, exact: true }).click();
  await theirs.getByRole('button', { name: LIST.forget.ja.replace('{name}', '夜勤') }).click();
  await theirs.getByRole('button', { name: '夜勤', exact: true }).waitFor({ state: 'detached' });
  await page.reload();
  await arrived();
  await page.getByRole('button', { name: LIST.view.ja, exact: true }).click();
  await page.getByRole('textbox', { name: LIST.name.ja }).waitFor();
  await page.getByRole('button', { name: '夜勤', exact: true }).waitFor({ state: 'detached' });
  // Without a connection it is kept, and told the next time.
  await context.setOffline(true);
  await page.getByRole('textbox', { name: LIST.name.ja }).fill('圏外');
  await page.getByRole('button', { name: LIST.save.ja }).click();
  await page.getByRole('button', { name: '圏外', exact: true }).waitFor();
  await context.setOffline(false);
  forgive(/ERR_INTERNET_DISCONNECTED/);
  await page.reload();
  await arrived();
  const heard = page.waitForResponse(
    (answer) => answer.url().includes('/api/prepare/list-views/') && answer.request().method() === 'PUT',
  );
  await page.getByRole('button', { name: LIST.view.ja, exact: true }).click();
  expect((await heard).status()).toBe(200);
  await other.close();
}, 300_000);
