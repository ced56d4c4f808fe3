import { describe, expect, test } from 'vitest';
import { base, begin, context, listen, page } from './stage.ts';

/** The case of the network blip, open for writing. */
async function write(): Promise<void> {
  await begin();
  await page.goto(`${base}/learn`);
  await page.getByRole('row').filter({ hasText: /瞬断/ }).click();
  await page.getByRole('button', { name: '下書きに戻す' }).click();
  await page.getByRole('button', { name: '編集', exact: true }).click();
  await page.locator('.figure svg[role="img"]').first().waitFor();
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const title = (of = page) => of.getByRole('textbox', { name: '件名 (日本語)' }).first();

describe('undo and redo of a case', () => {
  test('go over words and structure, by keys and by buttons, past a save', async () => {
    await write();
    const was = await title().inputValue();
    expect(await button('元に戻す').isDisabled()).toBe(true);
    await title().press('End');
    await page.keyboard.type('、その一、その二');
    const causes = page.getByRole('combobox', { name: '原因', exact: true });
    await causes.click();
    await page.getByRole('option', { name: '自然現象' }).click();
    await page.keyboard.press('Control+s');
    await page.getByText('保存しました').first().waitFor();
    await button('元に戻す').click();
    await expect.poll(() => causes.inputValue()).not.toBe('自然現象');
    await page.keyboard.press('Control+z');
    await expect.poll(() => title().inputValue()).toBe(`${was}、その一、`);
    for (let n = 0; n < 2; n += 1) await page.keyboard.press('Control+z');
    await expect.poll(() => title().inputValue()).toBe(was);
    expect(await button('元に戻す').isDisabled()).toBe(true);
    for (let n = 0; n < 4; n += 1) await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => causes.inputValue()).toBe('自然現象');
    expect(await title().inputValue()).toBe(`${was}、その一、その二`);
    expect(await button('やり直す').isDisabled()).toBe(true);
  });

  test('leave what another saved meanwhile', async () => {
    await write();
    const other = await context.newPage();
    other.setDefaultTimeout(60_000);
    listen(other);
    await other.goto(page.url());
    const english = (of = page) => of.getByRole('textbox', { name: '件名 (英語)' }).first();
    await title().fill('私の題');
    await english(other).fill('Their title');
    await other.keyboard.press('Control+s');
    await page.getByText('ほかの利用者による第2版を反映しました').waitFor();
    await title().focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => title().inputValue()).not.toBe('私の題');
    expect(await english().inputValue()).toBe('Their title');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => title().inputValue()).toBe('私の題');
    expect(await english().inputValue()).toBe('Their title');
  });
});

describe('a case is written as one text', () => {
  const words = (id: string, language = 'ja') =>
    page.locator(`[data-claim="${id}"] textarea[data-language="${language}"]`);
  const claims = (section = 'response') =>
    page.evaluate(
      (of) =>
        [...document.querySelectorAll<HTMLTextAreaElement>(`#case-${of} textarea[data-ghost=false]`)].map(
          ({ value }) => value,
        ),
      section,
    );
  const first = (section = 'response') => page.locator(`#case-${section} [data-claim]`).first();
  const chips = async (of = first()) => of.locator('.prose-chip').allTextContents();
  /** What has the focus, and where the caret stands in it. */
  const here = () =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return [field.value, field.selectionStart] as const;
    });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  test('by keyboard alone: split, joined, moved, walked through, marked, and taken back', async () => {
    await write();
    const was = await claims();
    await words('r1').focus();
    await press('Control+End', 'Enter');
    await page.keyboard.type('新しい記述。');
    await press('Home', 'ArrowRight', 'ArrowRight', 'Enter');
    expect((await claims()).slice(1, 3)).toEqual(['新し', 'い記述。']);
    expect(await here()).toEqual(['い記述。', 0]);
    await press('Backspace');
    expect(await here()).toEqual(['新しい記述。', 2]);
    await press('Alt+ArrowUp');
    expect((await claims())[0]).toBe('新しい記述。');
    await press('Alt+ArrowUp');
    expect([(await claims('detection')).at(-1), (await claims()).length]).toEqual([
      '新しい記述。',
      was.length,
    ]);
    await press('Alt+ArrowDown', 'ArrowDown');
    expect((await here())[0]).toBe(was[0]);
    await press('ArrowUp', 'Home', 'ArrowLeft');
    expect((await here())[0]).toBe((await claims('detection')).at(-1));
    await press('ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
    // What is selected is marked; the slash is no letter then.
    await press('/', 'ArrowDown', 'Enter');
    expect(await chips()).toEqual(['「新しい」可能性あり']);
    await press('End');
    await page.keyboard.type('/出所');
    await press('Enter');
    await page.getByRole('textbox', { name: '出所' }).waitFor();
    await page.keyboard.type('聞き取り');
    await press('Escape');
    await expect.poll(here).toEqual(['新しい記述。', 6]);
    expect(await chips()).toContain('出所');
    await page.keyboard.type('1/2');
    expect(await here()).toEqual(['新しい記述。1/2', 9]);
    expect(await page.getByRole('listbox').count()).toBe(0);
    await page.keyboard.type('/時刻');
    await press('Enter');
    const span = page.getByLabel('経過時間');
    await span.fill('6');
    await page.getByText('単位を付けて入力してください').waitFor();
    await span.fill('約6時間');
    await press('Escape');
    await expect.poll(() => chips()).toContain('発生から約6時間');
    // The same told by dates.
    await first().getByRole('button', { name: '発生から約6時間' }).press('Enter');
    await page.getByText('日時から計算').press('Enter');
    await page.getByLabel('起点：発生から').fill('2026-11-29 9:00');
    await page.getByLabel('この時刻').fill('2026-11-29 11:30');
    await expect.poll(() => span.inputValue()).toBe('2時間30分');
    await span.fill('約6時間');
    await press('Escape');
    await span.waitFor({ state: 'detached' });
    await first().locator('textarea').first().focus();
    // The other language beneath: its own field, and Enter goes on to the next of it.
    await press('Tab', 'Tab', 'Tab', 'Tab');
    await page.keyboard.type('New claim.');
    expect(await first().locator('textarea[data-language="en"]').inputValue()).toBe('New claim.');
    await press('Enter');
    expect((await here())[0]).toBe(await words('r1', 'en').inputValue());
    await page.screenshot({ path: 'test-results/screens/case-prose-ja.png' });
    for (let n = 0; n < 40; n += 1) await press('Control+z');
    await expect.poll(() => claims()).toEqual(was);
    for (let n = 0; n < 40; n += 1) await press('Control+Shift+z');
    await expect.poll(async () => (await claims())[0]).toBe('新しい記述。1/2');
    expect(await chips()).toContain('発生から約6時間');
  });

  test('lines that are pasted are claims, and no key acts while a word is composed', async () => {
    await write();
    const was = await claims();
    await words('r1').focus();
    await press('Control+End');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '・一つ\n・二つ\n・三つ');
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    });
    await expect.poll(() => claims()).toEqual([`${was[0]}一つ`, '二つ', '三つ', ...was.slice(1)]);
    await press('Control+z');
    await expect.poll(() => claims()).toEqual(was);
    await words('r1').focus();
    await press('Control+End');
    const typing = await context.newCDPSession(page);
    await typing.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
    await page.evaluate(() => {
      for (const key of ['Enter', 'ArrowDown', 'Backspace', '/', 'Delete']) {
        const down = new KeyboardEvent('keydown', {
          key,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        });
        if (!document.activeElement?.dispatchEvent(down)) throw new Error(`${key} was taken`);
      }
    });
    expect(await claims()).toEqual([`${was[0]}にほん`, ...was.slice(1)]);
    await typing.send('Input.insertText', { text: '日本' });
    expect(await here()).toEqual([`${was[0]}日本`, (was[0]?.length ?? 0) + 2]);
    await press('Control+z');
    await expect.poll(() => claims()).toEqual(was);
  });

  test('by mouse: menu, chips, removing, and in English on a phone', async () => {
    await write();
    const was = await claims();
    await words('r1').hover();
    await first()
      .getByRole('button', { name: /記述のメニュー/ })
      .click();
    await page.getByRole('option', { name: '公開の扱い' }).click();
    await page.getByRole('combobox', { name: '公開の扱い' }).click();
    await page.getByRole('option', { name: '公開しない' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => chips()).toContain('公開しない');
    await first().getByRole('button', { name: '公開しない' }).click();
    await page.getByRole('combobox', { name: '公開の扱い' }).waitFor();
    await page.keyboard.press('Escape');
    await first()
      .getByRole('button', { name: /記述のメニュー/ })
      .click();
    await page.getByRole('option', { name: '削除' }).click();
    await expect.poll(() => claims()).toEqual(was.slice(1));
    await button('元に戻す').click();
    await expect.poll(() => claims()).toEqual(was);
    await page.getByRole('button', { name: 'English' }).click();
    // The language of the screen is the one that is written, the other stands beneath.
    await page.locator('#case-response textarea[data-ghost=false][data-language=en]').first().waitFor();
    expect((await claims())[0]).toContain('report');
    // So does the figure, and what was done before can still be taken back.
    await page.locator('.figure svg[role="img"]').getByText('Response 6').waitFor();
    await page
      .getByRole('button', { name: /^Host: / })
      .first()
      .waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await expect.poll(async () => (await claims()).length).toBe(was.length - 1);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await claims()).length).toBe(was.length);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForFunction(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
    await page.screenshot({ path: 'test-results/screens/case-prose-phone-en.png', fullPage: true });
  });
});

describe('the figure of a case is touched', () => {
  const part = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}：`) }).first();
  const place = async (name: string) => {
    const box = await part(name).boundingBox();
    if (!box) throw new Error(`${name} is not drawn`);
    return { ...box, middle: [box.x + box.width / 2, box.y + box.height / 2] as const };
  };
  const arrows = () => page.locator('.figure-spot[data-part^="arrow"]').count();
  /** The drawing without what differs from page to page. */
  const picture = () =>
    page.evaluate(() =>
      document
        .querySelector('.figure svg[role="img"]')
        ?.outerHTML.replace(/<title>.*?<\/title>/, '')
        .replace(/( id="|url\(#)[\w-]*?\d-(?=[a-z])/gi, '$1')
        .replace(/ style="[^"]*"/, ''),
    );
  const touch = async () => {
    await write();
    await page.locator('.figure-canvas').waitFor();
  };

  test('by keyboard alone: moved by a cell, edited in place, joined, removed; printed as it was edited', async () => {
    await touch();
    const was = await place('ホスト');
    await part('ホスト').focus();
    // Where it stands is the engine's: one way or another there is a cell beside it.
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'])
      if (await button('元に戻す').isDisabled()) await page.keyboard.press(key);
    await expect
      .poll(async () => {
        const now = await place('ホスト');
        return Math.abs(now.x - was.x) + Math.abs(now.y - was.y);
      })
      .toBeGreaterThan(10);
    await page.keyboard.press('Enter');
    const name = page.getByRole('dialog').getByRole('textbox', { name: '名称 (日本語)' });
    await name.fill('計算機');
    await page.getByRole('dialog').getByRole('combobox', { name: '矢印の作成' }).focus();
    await page.keyboard.type('経営');
    await page.keyboard.press('ArrowDown');
    const before = await arrows();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(arrows).toBe(before + 1);
    await part('計算機').waitFor();
    await page.getByRole('button', { name: /^計算機 → 経営層：/ }).focus();
    await page.keyboard.press('Delete');
    await expect.poll(arrows).toBe(before);
    await page.keyboard.press('Control+z');
    await expect.poll(arrows).toBe(before + 1);
    await page.getByText('図を作成しています').waitFor({ state: 'detached' });
    const edited = await picture();
    await button('新しい版として保存').click();
    await page.getByText('第2版').waitFor();
    await expect.poll(picture).toBe(edited);
  });

  test('by mouse: dragged, an arrow drawn from its edge, pressed to edit; taken back', async () => {
    await touch();
    const [was, site] = [await place('経営層'), await place('拠点管理部門')];
    await page.mouse.move(...was.middle);
    await page.mouse.down();
    await page.mouse.move(site.x + site.width + 30, site.middle[1], { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => Math.abs((await place('経営層')).x - was.x)).toBeGreaterThan(40);
    const before = await arrows();
    const [from, to] = [await place('経営層'), await place('ホスト')];
    await page.mouse.move(...from.middle);
    await page.mouse.move(from.middle[0], from.y + from.height - 0.5);
    await page.mouse.down();
    await page.mouse.move(...to.middle, { steps: 5 });
    await page.mouse.up();
    await expect.poll(arrows).toBe(before + 1);
    const system = await place('ホスト');
    await page.mouse.click(...system.middle);
    await page.getByRole('dialog').getByRole('combobox', { name: '状態' }).click();
    await page.getByRole('option', { name: '停止・故障' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).click();
    await page.getByRole('button', { name: /^ホスト：.*停止・故障/ }).waitFor();
    await page.screenshot({ path: 'test-results/screens/figure-touched-ja.png' });
    // A claim and the labels it refers to show each other.
    await page.locator('[data-claim="r1"] textarea').first().focus();
    await page.locator('.figure-link[data-linked="true"]').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: /^拠点管理部門 → システム部門：/ }).focus();
    await page.locator('[data-claim="r1"][data-linked="true"]').waitFor();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Control+z');
    await expect.poll(arrows).toBe(before);
    await expect.poll(async () => Math.round((await place('経営層')).x)).toBe(Math.round(was.x));
    await expect.poll(() => button('元に戻す').isDisabled()).toBe(true);
  });
});
