import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DESK } from '../../apps/console/src/survey/desk/words.ts';
import { W } from '../../apps/console/src/words.ts';
import { removePerson } from '../../areas/prepare/offboarding/remove-person.ts';
import { arrived, base, begin, context, forgive, house, listen, page, SHOTS } from './stage.ts';

const HEADER = 'sonae-organisation';
interface Me {
  readonly personId: string;
  readonly organisation: { readonly orgId: string; readonly name: string };
  readonly memberships: readonly { readonly orgId: string; readonly name: string }[];
}
const me = (on: Page): Promise<Me> =>
  on.evaluate(async () => (await fetch('/api/account/me')).json()) as Promise<Me>;
const remembered = async () => (await context.cookies()).find(({ name }) => name === HEADER)?.value;
const leaving = { ja: 'この画面を離れますか', stay: '編集を続ける' };

async function switchTo(on: Page, name: string): Promise<void> {
  await on.getByRole('button', { name: W.account.ja }).click();
  await on.getByRole('menuitem', { name: W.switchTo.ja.replace('{name}', name) }).click();
}
/** Saves by key. @returns which organisation it was said to be for, and how it went */
async function save(on: Page): Promise<[string | undefined, number]> {
  const sent = on.waitForResponse((answer) => answer.request().method() === 'PUT');
  await on.keyboard.press('Control+s');
  const answer = await sent;
  return [(await answer.request().allHeaders())[HEADER], answer.status()];
}

test('a tab writes into the organisation it shows, whatever it or another tab was about to go over to', async () => {
  await begin();
  const { organisation: a, memberships, personId } = await me(page);
  const b = memberships.find(({ orgId }) => orgId !== a.orgId);
  if (!b) throw new Error('the demonstration is one organisation');
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    void dialog.dismiss();
  });
  await page.goto(`${base}/prepare/plans/data-leak?edit=1&part=overview`);
  await arrived();
  const text = page.getByRole('main').getByRole('textbox').first();
  const was = await text.inputValue();
  await text.fill(`${was} 一`);

  // About to switch, and staying for what is not saved.
  await switchTo(page, b.name);
  await expect.poll(() => asked).toBe(1);
  expect([await remembered(), await text.inputValue()]).toEqual([undefined, `${was} 一`]);
  expect(await save(page)).toEqual([a.orgId, 200]);

  // Another tab goes over; this one stays, again for what is not saved.
  await text.fill(`${was} 二`);
  const other = await context.newPage();
  listen(other);
  await other.goto(base);
  await arrived(other);
  await switchTo(other, b.name);
  await other.waitForURL(`${base}/`);
  await arrived(other);
  await expect.poll(() => asked).toBe(2);
  expect([await remembered(), (await me(other)).organisation.orgId]).toEqual([b.orgId, b.orgId]);
  await other.getByRole('button', { name: W.account.ja }).getByText(b.name).waitFor();
  expect(await text.inputValue()).toBe(`${was} 二`);
  expect(await save(page)).toEqual([a.orgId, 200]);
  await page.getByRole('button', { name: W.account.ja }).getByText(a.name).waitFor();

  // No member of it any more: it says so, and shows no other in its place.
  const by = await house.person(a.orgId, ['administrator']);
  await removePerson(house.as(a.orgId, by, ['administrator']), personId);
  await page.getByText('この組織の利用者ではなくなりました').waitFor();
  await page.screenshot({ path: `${SHOTS}/no-longer.png` });
  expect(await page.getByRole('textbox').count()).toBe(0);
  await page.getByRole('button', { name: '所属する組織の画面を開く' }).click();
  await page.getByRole('button', { name: W.account.ja }).getByText(b.name).waitFor();
  forgive(/EventSource|stream/);
});

test('a report and the texts beside it are not left without being asked, and a mended form is taken again', async () => {
  await begin();
  const { organisation: a, memberships } = await me(page);
  const b = memberships.find(({ orgId }) => orgId !== a.orgId);
  await switchTo(page, b?.name ?? '');
  await page
    .getByRole('button', { name: W.account.ja })
    .getByText(b?.name ?? '')
    .waitFor();
  await page.goto(`${base}/survey/reports`);
  await arrived();
  await page.getByRole('main').getByRole('row').nth(1).click();
  await page.waitForURL(/survey\/reports\/[0-9a-f-]{36}/);
  await page.getByRole('heading', { name: DESK.judge.ja }).waitFor();
  const here = page.url();
  await page.keyboard.press('e');
  const remarks = page.getByRole('main').locator('.report-editor textarea').first();
  await remarks.fill('入力中');
  const asks = page.getByRole('dialog', { name: leaving.ja });
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  expect([page.url(), await asks.count()]).toEqual([here, 0]);
  await page.getByRole('navigation').getByRole('link').first().click();
  await asks.getByRole('button', { name: leaving.stay }).click();
  expect([page.url(), await remarks.inputValue()]).toEqual([here, '入力中']);
  await page.screenshot({ path: `${SHOTS}/report-being-written.png`, fullPage: true });
  await page.getByRole('button', { name: W.cancel.ja }).click();

  await page.getByLabel(DESK.question.ja).fill('書きかけ');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await asks.getByRole('button', { name: leaving.stay }).click();
  expect(await page.getByLabel(DESK.question.ja).inputValue()).toBe('書きかけ');
  await page.getByLabel(DESK.question.ja).fill('');

  await page.goto(`${base}/survey/reports`);
  await arrived();
  await page.getByRole('button', { name: DESK.forms.ja }).click();
  const form = {
    name: 'form.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('no workbook'),
  };
  for (const _ of ['as it came', 'mended']) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: DESK.chooseForm.ja }).click();
    const taken = page.waitForResponse(/survey\/forms/);
    await (await chooser).setFiles(form);
    expect((await taken).ok()).toBe(true);
  }
});
