import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOn } from './flaws.ts';
import { base, begin, context, open, page, SHOTS } from './stage.ts';

const dialog = () => page.getByRole('dialog');
const shoot = (screen: Page, name: string) => screen.screenshot({ path: `${SHOTS}/form-${name}.png` });
async function accessible(screen: Page, name: string): Promise<void> {
  expect(await violationsOn(screen, name)).toEqual([]);
}
const post = async (path: string, data: unknown): Promise<Record<string, unknown>> =>
  (await context.request.post(`${base}${path}`, { data, headers: { origin: base } })).json();

test('a form says what is missing, takes a time as it is typed, and chooses whom no page holds', async () => {
  await begin();
  await page.goto(`${base}/respond?declare=yes`);
  await dialog().getByRole('button', { name: '宣言' }).click();
  await dialog().getByText('入力してください').waitFor();
  expect(
    await dialog()
      .getByLabel('件名')
      .evaluate((field) => field === document.activeElement),
  ).toBe(true);
  await dialog().getByLabel('件名').fill('検針データの照会ができない');
  await dialog().getByRole('button', { name: '宣言' }).click();
  await page.getByRole('heading', { name: /検針データ/ }).waitFor();
  const at = page.url().split('?')[0] ?? '';

  // A time on the organisation's clock, which is named; 14:05 is today's. The calendar speaks Japanese.
  await page.goto(`${at}?tab=know`);
  await page.getByRole('button', { name: '時刻の記録' }).click();
  await dialog().getByRole('combobox', { name: '時刻の種類' }).click();
  await page.getByRole('option', { name: '封じ込め' }).click();
  const time = dialog().getByRole('textbox', { name: '日時' });
  await time.fill('いつか');
  await time.blur();
  await dialog().getByText('日時を「14:05」', { exact: false }).waitFor();
  await time.fill('1月5日 14:05');
  await time.blur();
  expect(await time.inputValue()).toMatch(/^\d{4}年1月5日 14:05$/);
  await dialog().getByText('日本標準時 (Asia/Tokyo)').waitFor();
  await dialog().getByRole('button', { name: 'カレンダーから選択' }).click();
  await page.getByRole('button', { name: /1月6日/ }).click();
  expect(await time.inputValue()).toMatch(/^\d{4}年1月6日 14:05$/);
  await dialog().getByRole('button', { name: 'カレンダーから選択' }).click();
  await page.getByRole('button', { name: '次の月' }).waitFor();
  await accessible(page, 'calendar');
  await shoot(page, 'calendar-ja');
  await page.keyboard.press('Escape');
  await dialog().getByRole('button', { name: '記録', exact: true }).click();
  await page
    .getByText(/\/01\/06 14:05/)
    .first()
    .waitFor();

  // More people than a page holds: the last is found by name, and stays named.
  for (let i = 1; i <= 60; i++)
    await post('/api/prepare/people', { name: `社員 ${i}`, email: `p${i}@example.jp`, roles: ['responder'] });
  await page.goto(`${at}?tab=command`);
  await page.getByRole('button', { name: 'タスクの追加' }).click();
  await dialog().getByLabel('内容').fill('影響範囲を調べる');
  await dialog().getByRole('combobox', { name: '人' }).fill('社員 60');
  await page.getByRole('option', { name: '社員 60' }).click();
  expect(await dialog().getByRole('combobox', { name: '人' }).inputValue()).toBe('社員 60');
  await shoot(page, 'picker-ja');
  await dialog().getByRole('button', { name: 'タスクの追加' }).click();
  await page.getByText('1. 影響範囲を調べる').waitFor();
  await page.getByText('社員 60').first().waitFor();
}, 240_000);

test('an act on paper is recorded at its time, and the timeline says who entered it when', async () => {
  await begin();
  await page.goto(`${base}/respond?declare=yes`);
  await dialog().getByLabel('件名').fill('紙に書いた障害');
  await dialog().getByRole('button', { name: '宣言' }).click();
  await page.getByRole('heading', { name: /紙に書いた/ }).waitFor();
  await page.getByRole('button', { name: 'タスクの追加' }).click();
  await dialog().getByLabel('内容').fill('回線を切り替える');
  const happened = dialog().getByRole('textbox', { name: '実際の時刻' });
  await dialog().getByText('時刻（既定は現在）').click();
  await happened.fill('12月31日 23:59');
  await happened.blur();
  await dialog().getByRole('button', { name: 'タスクの追加' }).click();
  await dialog().getByText('未来の時刻は記録できません').waitFor();
  await happened.fill('1月5日 6:30');
  await happened.blur();
  await dialog().getByRole('combobox', { name: '正確さ' }).click();
  await page.getByRole('option', { name: '分まで（概算）' }).click();
  await accessible(page, 'past time');
  await shoot(page, 'past-time-ja');
  await dialog().getByRole('button', { name: 'タスクの追加' }).click();
  const entry = page.locator('li.line').filter({ hasText: '回線を切り替える' });
  await entry.getByText(/事後記録（\d+\/\d+ \d\d:\d\d .+）/).waitFor();
  await entry.getByText('06:30頃').waitFor();
  // At its place: before the incident was declared.
  expect(await page.locator('li.line').last().textContent()).toContain('回線を切り替える');
}, 240_000);

test('a contact card keeps what was typed when a test message makes it be read anew; a telephone shows it whole', async () => {
  await begin();
  await page.goto(`${base}/settings/account`);
  await page.getByRole('button', { name: '連絡手段の追加' }).click();
  const address = page.getByLabel('番号・アドレス');
  await address.fill('090-1234-5678');
  await page.getByRole('combobox', { name: '種類' }).click();
  await page.getByRole('option', { name: 'SMS' }).click();
  await page.getByRole('textbox', { name: /通知停止時間帯/ }).fill('2200');
  await page.getByRole('textbox', { name: '終了' }).fill('7:00');
  await page.getByRole('textbox', { name: '終了' }).blur();
  await page.getByRole('button', { name: '保存' }).first().click();
  await page.getByRole('button', { name: '確認メッセージの送信' }).waitFor();
  await page.getByRole('button', { name: '連絡手段の追加' }).click();
  await address.nth(1).fill('03-0000-0000');
  await page.getByRole('button', { name: '確認メッセージの送信' }).click();
  await page
    .getByText(/回答待ち|送信できま/)
    .first()
    .waitFor();
  expect(await address.nth(1).inputValue()).toBe('03-0000-0000');
  expect(await page.getByRole('textbox', { name: '終了' }).inputValue()).toBe('07:00');
  await shoot(page, 'card-ja');

  const [device, phone] = await open('en-GB', { width: 390, height: 844 });
  await device.addCookies(await context.cookies());
  await phone.goto(`${base}/prepare/people`);
  await phone.getByRole('button', { name: 'Add person' }).click();
  await phone.getByRole('dialog').getByLabel('Email').fill('nobody');
  await phone.getByRole('dialog').getByLabel('Email').blur();
  await phone.getByText('Enter an email address', { exact: false }).waitFor();
  await accessible(phone, 'person');
  await shoot(phone, 'person-phone-en');
  await device.close();
}, 120_000);
