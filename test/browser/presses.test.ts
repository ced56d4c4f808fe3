import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { base, begin, context, open, page } from './stage.ts';

/** Counts what is pressed, by pointer or key; what is typed is not counted. */
class Presses {
  #count = 0;
  async on(target: Locator): Promise<void> {
    this.#count += 1;
    await target.click();
  }
  async key(screen: Page, key: string): Promise<void> {
    this.#count += 1;
    await screen.keyboard.press(key);
  }
  get count(): number {
    return this.#count;
  }
}
const dialog = (screen: Page) => screen.getByRole('dialog');

async function declare(title: string): Promise<number> {
  const presses = new Presses();
  await page.goto(`${base}/respond`);
  await presses.on(page.getByRole('button', { name: '宣言' }).first());
  await dialog(page).getByLabel('件名').fill(title);
  await presses.on(dialog(page).getByRole('button', { name: '宣言' }));
  await page.getByRole('heading', { name: new RegExp(title) }).waitFor();
  return presses.count;
}

test('an incident is declared, written into, handed out, spoken about and closed by few presses', async () => {
  await begin();
  const post = async (path: string, data: unknown): Promise<Record<string, unknown>> =>
    (await context.request.post(`${base}${path}`, { data, headers: { origin: base } })).json();
  const { id } = await post('/api/prepare/people', {
    name: '綾小路 巴',
    email: 'minato@example.jp',
    roles: ['commander', 'public-relations'],
    breakGlass: false,
  });
  const { link } = await post(`/api/prepare/people/${id}/invitation`, {});
  const [device, other] = await open('ja-JP');
  await other.goto(String(link));
  await other.getByRole('button', { name: 'サインイン' }).click();
  await other.waitForURL('**/settings/account');

  expect(await declare('取水ポンプの停止')).toBe(2);
  const at = page.url().split('?')[0] ?? '';
  const line = page.getByRole('textbox', { name: '記録', exact: true });

  const entry = new Presses();
  await line.fill('圧力が下がった');
  await entry.key(page, 'Control+Enter');
  await page.locator('li.line').filter({ hasText: '圧力が下がった' }).waitFor();
  expect(entry.count).toBe(1);

  // Somebody is named by an @, and the time by a +; Enter takes the one that is marked.
  const task = new Presses();
  await line.pressSequentially('/タスク @綾小路');
  await page.getByRole('option', { name: '綾小路 巴' }).first().waitFor();
  await task.key(page, 'Enter');
  await line.pressSequentially('+20分 現地確認の折り返し');
  // What is typed is there after a reload.
  await page.reload();
  expect(await line.inputValue()).toBe('/タスク @綾小路 巴 +20分 現地確認の折り返し');
  await line.focus();
  await task.key(page, 'Control+Enter');
  const due = page.getByRole('region', { name: '次の期限' }).getByRole('listitem');
  await due.filter({ hasText: '現地確認の折り返し' }).filter({ hasText: '綾小路 巴' }).waitFor();
  expect(task.count).toBe(2);

  // While an input method is at work Enter is its own: nothing is picked, nothing is sent.
  await line.fill('/タスク @綾小路');
  await page.getByRole('option', { name: '綾小路 巴' }).first().waitFor();
  await line.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, ctrlKey: true, isComposing: true });
  expect(await line.inputValue()).toBe('/タスク @綾小路');
  await line.fill('');

  const statement = new Presses();
  await page.getByRole('heading', { level: 1 }).click();
  await statement.key(page, '4');
  await page.getByRole('textbox', { name: '文面' }).fill('水圧が低下しています。復旧を進めています。');
  await statement.on(page.getByRole('button', { name: '承認して回付' }));
  await page.getByText('承認：', { exact: false }).first().waitFor();
  await other.goto(at);
  await other.getByRole('heading', { level: 1 }).waitFor();
  await statement.key(other, '4');
  await statement.on(other.getByRole('button', { name: '文面を承認' }));
  await statement.on(page.getByRole('button', { name: '発表済みにする', exact: true }));
  await page.getByRole('region', { name: '発表文', exact: true }).getByText('発表済み').waitFor();
  expect(statement.count).toBeLessThanOrEqual(5);

  // One that owes nothing is closed by six; what it owes is one press each.
  await declare('二つ目の停止');
  await line.fill('/タスク 片付け');
  await page.keyboard.press('Control+Enter');
  const closing = new Presses();
  const owed = new Presses();
  await owed.on(due.filter({ hasText: '片付け' }).getByRole('button', { name: '完了' }));
  await due.filter({ hasText: '片付け' }).waitFor({ state: 'detached' });
  await closing.on(page.getByRole('button', { name: '復旧の記録' }));
  await closing.on(dialog(page).getByRole('button', { name: '復旧の記録' }));
  await closing.on(page.getByRole('button', { name: /^終了/ }).first());
  await closing.on(dialog(page).getByRole('combobox', { name: /攻撃/ }));
  await closing.on(page.getByRole('option').filter({ hasText: '攻撃ではない' }));
  await dialog(page).getByLabel('判断の根拠', { exact: false }).fill('軸受の故障を確認した');
  // A report that seems owed may be left as it is, with a reason that is typed.
  for (const why of await dialog(page).getByLabel('このままにする理由', { exact: false }).all())
    await why.fill('報告の基準に当たらない');
  await closing.on(dialog(page).getByRole('button', { name: /^終了/ }));
  await page.getByText('に終了しました', { exact: false }).waitFor();
  expect([owed.count, closing.count]).toEqual([1, 6]);
  // Nothing of it lives on: no clock runs, no button ends what has ended.
  await page.getByRole('button', { name: '完了' }).waitFor({ state: 'detached' });
  await device.close();
}, 300_000);
