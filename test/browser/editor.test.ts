import { describe, expect, test } from 'vitest';
import { base, begin, context, listen, page } from './stage.ts';

/** The case of the network blip, open for writing. */
async function write(): Promise<void> {
  await begin();
  await page.goto(`${base}/learn`);
  await page.getByRole('row').filter({ hasText: /瞬断/ }).click();
  await page.getByRole('button', { name: '下書きに戻す' }).click();
  await page.getByRole('button', { name: '編集', exact: true }).click();
  await page.locator('.figure svg').first().waitFor();
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
