import { expect, test } from 'vitest';
import { base, begin, page } from './stage.ts';

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('what a version changed is read, an earlier one comes back, and one’s own approval says why', async () => {
  await begin();
  await page.goto(`${base}/learn`);
  await page.getByRole('row').filter({ hasText: /瞬断/ }).click();
  await button('下書きに戻す').click();
  await button('編集').click();
  const title = page.getByRole('textbox', { name: '件名 (日本語)' }).first();
  const was = await title.inputValue();
  await title.fill('別の件名');
  await page.keyboard.press('Control+s');
  await page.getByText('保存しました').first().waitFor();
  await page.goto(page.url().replace(/\?.*$/, ''));
  await page.getByRole('heading', { level: 1, name: '別の件名' }).waitFor();

  await page.getByText('版の履歴').click();
  await button('変更箇所').first().click();
  await page.locator('del', { hasText: was }).waitFor();
  await page.locator('ins', { hasText: '別の件名' }).waitFor();
  await button('この版に戻す').last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'この版に戻す' }).click();
  await page.getByRole('heading', { level: 1, name: was }).waitFor();

  await button('レビューを依頼').click();
  await button('承認').click();
  const asked = page.getByRole('dialog');
  await asked.getByText('別の人による承認を推奨します').waitFor();
  await asked.getByRole('textbox', { name: '理由' }).fill('夜間でほかに担当者がいない');
  await asked.getByRole('button', { name: '承認', exact: true }).click();
  await page.getByText('レビュー済み').first().waitFor();
  await page.getByText('本人による承認').waitFor();
  await page.getByText('夜間でほかに担当者がいない').waitFor();
  expect(await button('承認').count()).toBe(0);
});
