import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOn } from './flaws.ts';
import { base, begin, clock, context, forgive, open, page, SHOTS } from './stage.ts';

/** Somebody invited by the administrator, signed in on a device of their own. */
async function enter(
  name: string,
  email: string,
  roles: readonly string[],
  locale: string,
  viewport?: { width: number; height: number },
): Promise<[BrowserContext, Page]> {
  const post = async (path: string, data: unknown): Promise<Record<string, unknown>> =>
    (await context.request.post(`${base}${path}`, { data, headers: { origin: base } })).json();
  const { id } = await post('/api/prepare/people', { name, email, roles, breakGlass: false });
  const { link } = await post(`/api/prepare/people/${id}/invitation`, {});
  const [device, screen] = await open(locale, viewport);
  await screen.goto(String(link));
  await screen.getByRole('button', { name: locale === 'ja-JP' ? 'サインイン' : 'Sign in' }).click();
  await screen.waitForURL('**/settings/account');
  return [device, screen];
}

const shoot = (screen: Page, name: string) =>
  screen.screenshot({ path: `${SHOTS}/three-${name}.png`, fullPage: true });
const dialog = (screen: Page) => screen.getByRole('dialog');
async function accessible(screen: Page, name: string): Promise<void> {
  expect(await violationsOn(screen, name)).toEqual([]);
}
const card = (screen: Page, name: string) => screen.getByRole('region', { name, exact: true });

test('three people run an incident: a commander and a recorder on two screens, public relations on a telephone', async () => {
  await begin();
  const [recorderDevice, recorder] = await enter('佐藤', 'sato@example.jp', ['responder'], 'en-GB');
  const [phoneDevice, phone] = await enter('鈴木', 'suzuki@example.jp', ['public-relations'], 'ja-JP', {
    width: 390,
    height: 844,
  });

  // The commander declares, and sees what the registers know.
  await page.goto(`${base}/respond?declare=yes`);
  await dialog(page).getByLabel('件名').fill('検針データの照会ができない');
  await dialog(page).getByRole('button', { name: '宣言' }).click();
  await page.getByRole('heading', { name: /検針データ/ }).waitFor();
  const at = page.url().split('?')[0] ?? '';
  await recorder.goto(at);
  await recorder.getByRole('heading', { name: /検針データ/ }).waitFor();
  await phone.goto(`${at}?tab=outside`);
  await page.getByRole('button', { name: 'その他' }).click();
  await page.getByRole('button', { name: '対策本部の設置' }).click();
  await dialog(page).getByRole('button', { name: '対策本部の設置' }).click();
  await recorder.getByText('On target', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'タスクの追加' }).click();
  await dialog(page).getByLabel('内容').fill('影響範囲を調べる');
  await dialog(page).getByRole('combobox', { name: '人' }).click();
  await page.getByRole('option', { name: '佐藤' }).click();
  await dialog(page).getByRole('button', { name: 'タスクの追加' }).click();
  await recorder.getByText('1. 影響範囲を調べる').waitFor();
  await shoot(page, 'command-ja');

  // The recorder: a slash offers the commands, Tab takes one; what is typed offline is kept and comes in by itself.
  const line = recorder.getByRole('textbox', { name: 'Add to timeline' });
  await line.fill('/ev');
  await line.press('Tab');
  expect(await line.inputValue()).toBe('/event ');
  await line.pressSequentially('Many look-ups fail');
  await line.press('Control+Enter');
  await page.getByText('Many look-ups fail').waitFor();
  await recorderDevice.setOffline(true);
  await line.fill('Typed while the network was down');
  await line.press('Control+Enter');
  await recorder.getByRole('status').filter({ hasText: 'Will be recorded' }).waitFor();
  await shoot(recorder, 'offline-en');
  await recorderDevice.setOffline(false);
  await recorder.getByRole('button', { name: 'Send now' }).click();
  await page.getByText('Typed while the network was down').waitFor();
  await recorder.getByRole('status').filter({ hasText: 'Will be recorded' }).waitFor({ state: 'detached' });
  // Also what the console fetched ahead meanwhile, which is told of whenever the browser comes to it.
  forgive(/ERR_INTERNET_DISCONNECTED/);

  // Two accounts of one thing stand beside each other until the commander settles it.
  const entry = recorder.locator('li.line').filter({ hasText: 'Many look-ups fail' });
  await entry.getByRole('button', { name: 'Add conflicting account' }).click();
  await dialog(recorder).getByRole('textbox').first().fill('Only one in ten fails');
  await dialog(recorder).getByLabel('Source').fill('Meter company');
  await dialog(recorder).getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: '状況把握', exact: true }).click();
  const facts = card(page, '食い違う情報と見積もりの推移');
  await facts.getByText('Only one in ten fails').waitFor();
  await shoot(page, 'know-ja');
  await accessible(page, 'know');
  await facts.getByRole('button', { name: '採用する情報の決定' }).click();
  await dialog(page).getByRole('combobox', { name: '採用する情報' }).click();
  await page.getByRole('option', { name: /Meter company/ }).click();
  await dialog(page).getByLabel('根拠').fill('通信記録を見た');
  await dialog(page).getByRole('button', { name: '記録' }).click();
  await facts.getByText('採用').waitFor();

  // Systems by a search of the server; their order; machines, and a page for whoever stands before them.
  const systems = card(page, '影響システム');
  await systems.getByRole('button', { name: 'システムの追加' }).click();
  await dialog(page).getByRole('combobox', { name: '影響システム' }).click();
  await page.getByRole('listbox').getByRole('option').first().click();
  await dialog(page).getByRole('button', { name: '記録' }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByRole('complementary').getByRole('button', { name: '復旧', exact: true }).click();
  const plan = card(page, '復旧の方針');
  await plan.getByRole('button', { name: /^同意/ }).first().click();
  await plan.getByText('が同意', { exact: false }).first().waitFor();
  await plan.getByRole('button', { name: '復旧方法の決定' }).click();
  await dialog(page).getByLabel('選定基準', { exact: false }).fill('改ざんがないと確かめてから戻す');
  await dialog(page).getByRole('button', { name: '記録' }).click();
  await plan.getByText('改ざんがないと確かめてから戻す').waitFor();
  await plan.getByRole('button', { name: 'ページの作成' }).click();
  await dialog(page).getByLabel('名前（拠点・班）').fill('浄水場の班');
  await dialog(page).getByLabel('拠点', { exact: true }).fill('浄水場');
  await dialog(page).getByRole('button', { name: '記録' }).click();
  await plan.getByRole('button', { name: '浄水場の班' }).click();
  await dialog(page).getByRole('img', { name: '浄水場の班' }).waitFor();
  await shoot(page, 'technician-ja');
  await page.keyboard.press('Escape');

  // Every host of a system is looked at; where something is found it goes on the board of the recovery.
  for (const body of [
    ...[1, 2, 3].map((n) => ({ key: `plc-${n}`, kind: 'host', name: `制御盤${n}`, class: 'controller' })),
    {
      key: 'pump',
      kind: 'system',
      name: '揚水ポンプ制御',
      edges: [1, 2, 3].map((n) => ({ kind: 'composedOf', to: `plc-${n}` })),
    },
  ])
    await context.request.put(`${base}/api/prepare/assets`, { data: body, headers: { origin: base } });
  await page.goto(`${at}?sheet=investigation`);
  const sweeps = card(page, '一斉点検');
  await sweeps.getByRole('button', { name: '一斉点検の開始' }).click();
  await dialog(page).getByLabel('点検内容').fill('制御盤をすべてスキャンする');
  await dialog(page).getByRole('combobox', { name: 'システム・拠点の機器' }).fill('pump');
  await page.getByRole('option', { name: /揚水ポンプ制御/ }).click();
  await dialog(page).getByRole('button', { name: '記録' }).click();
  await sweeps.getByText('0 / 3 台 点検済み').waitFor();
  await sweeps.getByText('機器の一覧').click();
  await sweeps.getByRole('button', { name: '異常なし：制御盤1' }).click();
  await sweeps.getByText('1 / 3 台 点検済み').waitFor();
  await sweeps
    .getByRole('row')
    .filter({ hasText: '制御盤2' })
    .getByRole('button', { name: '検出', exact: true })
    .click();
  await dialog(page).getByLabel('検出内容・対象外の理由').fill('同じ検体');
  await dialog(page).getByRole('button', { name: '記録' }).click();
  await sweeps.getByText('検出 1台').waitFor();
  await sweeps.getByRole('button', { name: '結果の一括記録' }).click();
  await dialog(page).getByLabel('結果のない残りすべて').check();
  await dialog(page).getByRole('combobox', { name: '結果' }).click();
  await page.getByRole('option', { name: '異常なし' }).click();
  await dialog(page).getByRole('button', { name: '記録' }).click();
  await sweeps.getByText('3 / 3 台 点検済み').waitFor();
  await accessible(page, 'sweep');
  await page.goto(`${at}?sheet=recovery`);
  const progress = card(page, '復旧状況');
  await progress.getByText('0 / 1 台').first().waitFor();
  await progress.getByText('機器の一覧').click();
  await progress.getByText('制御盤2').waitFor();
  await shoot(page, 'sweep-ja');
  await accessible(page, 'sweep');

  // What comes next, what happened and what is known stand side by side.
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(at);
  await card(page, '次の期限').waitFor();
  await card(page, '判明事項').waitFor();
  await shoot(page, 'wide-ja');
  await page.setViewportSize({ width: 1366, height: 850 });

  // Public relations, on the telephone: a word that is withheld stops the draft; two approve; then it goes out.
  await page.goto(`${at}?sheet=desk`);
  await card(page, '公表しない事項').getByRole('button', { name: '公表しない事項の追加' }).click();
  await dialog(page).getByRole('combobox', { name: '発信先' }).click();
  await page.getByRole('listbox').getByRole('option', { name: '利用者' }).click();
  await dialog(page).getByLabel('語句').fill('DDoS');
  await dialog(page).getByLabel('理由').fill('調査中のため');
  await dialog(page).getByRole('button', { name: '記録' }).click();
  // It is marked while it is typed, as it was typed, the longer of its words where they overlap; it may be kept as a draft, and not be approved.
  const desk = phone.getByRole('region', { name: '発表文の作成' });
  await desk.getByLabel('文面').fill('ＤＤｏＳ攻撃により照会ができません');
  await desk.getByText('公表しない事項を含むため', { exact: false }).waitFor();
  expect(await desk.locator('mark').allTextContents()).toEqual(['ＤＤｏＳ攻撃']);
  expect(await desk.getByRole('button', { name: '承認して回付' }).isDisabled()).toBe(true);
  await desk.getByLabel('発信手段').selectOption('van');
  await desk.getByRole('button', { name: '下書きを保存' }).click();
  await phone.getByText('公表しない語句を含みます', { exact: false }).first().waitFor();
  await shoot(phone, 'stopped-phone-ja');
  await phone.getByRole('complementary').getByRole('button', { name: '訂正', exact: true }).click();
  await dialog(phone).getByLabel('文面').fill('システムの不具合により照会ができません');
  await dialog(phone).getByRole('button', { name: '記録' }).click();
  await phone.getByRole('button', { name: '文面を承認' }).click();
  await page.getByRole('button', { name: '文面を承認' }).click();
  await phone.getByRole('button', { name: '発表済みにする', exact: true }).click();
  await phone.getByText('発表済み', { exact: false }).first().waitFor();
  await phone.getByRole('button', { name: '個別通知' }).click();
  await dialog(phone).getByLabel('件名').fill('お知らせ');
  await dialog(phone).getByLabel('宛先', { exact: false }).fill('田中, tanaka@example.jp\nこれは誰でもない');
  await dialog(phone).getByText('読み取れない行：2').waitFor();
  await dialog(phone).getByLabel('宛先', { exact: false }).fill('田中, tanaka@example.jp');
  await dialog(phone).getByRole('button', { name: '1人に送る' }).click();
  await dialog(phone).getByText('1人に送ります', { exact: false }).waitFor();
  await phone.keyboard.press('Escape');
  await shoot(phone, 'outside-phone-ja');

  // A report on its form, as a file.
  await page.goto(`${at}?sheet=reports`);
  const reports = card(page, '届出・報告');
  await reports.getByRole('button', { name: '報告期限を設定（起算）' }).click();
  await dialog(page).getByRole('combobox', { name: '報告先' }).click();
  await page.getByRole('option', { name: /JPCERT/ }).click();
  await dialog(page).getByRole('button', { name: '記録' }).click();
  await shoot(page, 'clock-ja');
  await reports.getByRole('button', { name: '様式への記入' }).first().click();
  await dialog(page).getByLabel('連絡先（電話・メール）', { exact: false }).fill('03-0000-0000');
  await dialog(page).getByRole('button', { name: '記入内容の保存' }).click();
  await dialog(page).getByText('未記入', { exact: false }).first().waitFor();
  await shoot(page, 'form-ja');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'XLSX' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('sonae-report-ja.xlsx');
  await page.keyboard.press('Escape');
  await shoot(page, 'outside-ja');
  await page.goto(at);

  // The board, for a wall and on paper; nothing on the wall is to be pressed.
  clock.advance({ seconds: 1 });
  await page.getByRole('link', { name: '状況ボード' }).click();
  await page.getByText('システムの不具合により照会ができません').first().waitFor();
  await shoot(page, 'board-ja');
  await accessible(page, 'board');
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'board-print-ja');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: '大画面表示' }).click();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('navigation', { name: 'メニュー' }).waitFor({ state: 'hidden' });
  // It fits its screen, in the dark; what does not fit is on pages that turn by themselves.
  const fits = () =>
    page.evaluate(() => {
      const { scrollHeight, clientHeight, dataset } = window.document.documentElement;
      return [scrollHeight <= clientHeight, dataset['mantineColorScheme']];
    });
  await expect.poll(fits).toEqual([true, 'dark']);
  await page.screenshot({ path: `${SHOTS}/three-wall-ja.png` });
  await page.keyboard.press('Escape');
  await recorder.goto(`${at}/board`);
  await recorder.getByText('システムの不具合により照会ができません').first().waitFor();
  await shoot(recorder, 'board-en');
  for (const sheet of ['know', 'desk', 'command'] as const) {
    await recorder.goto(`${at}?sheet=${sheet}`);
    await recorder.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await shoot(recorder, `${sheet}-en`);
  }
  await recorder.setViewportSize({ width: 390, height: 844 });
  for (const [screen, language] of [
    [phone, 'ja'],
    [recorder, 'en'],
  ] as const)
    for (const part of ['', '?sheet=tasks', '?sheet=command', '?sheet=know', '?sheet=desk', '/board']) {
      await screen.goto(`${at}${part}`);
      await screen.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      const wide = await screen.evaluate(() => {
        const { documentElement: all } = window.document;
        const within = [...window.document.querySelectorAll('main *')].filter(
          (each) => each.getBoundingClientRect().right > all.clientWidth + 1,
        );
        return all.scrollWidth > all.clientWidth ? within.map((each) => each.className).slice(0, 3) : [];
      });
      expect([part, language, wide]).toEqual([part, language, []]);
      await shoot(screen, `phone${part.replace(/\W+/g, '-')}-${language}`);
    }
  await recorderDevice.close();
  await phoneDevice.close();
});
