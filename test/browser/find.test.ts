import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { FIND } from '../../apps/console/src/shell/palette-words.ts';
import { W } from '../../apps/console/src/words.ts';
import { fillIn } from '../../kernel/text.ts';
import { flawsOn } from './flaws.ts';
import { base, begin, context, house, open, page } from './stage.ts';

const field = (on: Page, language: 'ja' | 'en' = 'ja') =>
  on.getByRole('combobox', { name: W.palette[language] });
const line = (on: Page, title: string) => on.getByRole('option').filter({ hasText: title });

/** What a small operator has, beside the demonstration: things of several kinds with names in both scripts. */
async function furnish(): Promise<{ number: number }> {
  const { query } = house.clone;
  const org = '(SELECT org_id FROM organisation LIMIT 1)';
  await query(`INSERT INTO person (org_id, id, name, email, language, roles)
    VALUES (${org}, gen_random_uuid(), '水野 湊', 'mizuno@example.jp', 'ja', '{responder}')`);
  await query(`INSERT INTO asset (org_id, id, key, kind, name, critical, impact_reason, company, class, os, product, product_version, details, changed_at)
    SELECT ${org}, gen_random_uuid(), key, 'system', name, false, '', '', '', '', '', '', '{}', now()
    FROM (VALUES ('pump-1', '東部取水ポンプ'), ('booster', 'Booster Pump'), ('relay', '無線中継サーバー')) AS t(key, name)`);
  const declare = () =>
    context.request.post(`${base}/api/respond/incidents`, {
      data: { title: '配水制御の停止', severity: 2, situation: 'network', page: false, note: '' },
      headers: { origin: base },
    });
  expect((await declare()).ok()).toBe(true);
  const last = await declare();
  expect(last.ok()).toBe(true);
  return (await last.json()) as { number: number };
}

async function readsWell(on: Page, name: string): Promise<void> {
  expect(await flawsOn(on, `find-${name}`, { within: '[role="dialog"]' })).toEqual([]);
}

test('one field finds people, systems, incidents and pages, however they are written', async () => {
  await begin();
  const { number } = await furnish();
  await page.keyboard.press('Control+k');
  await line(page, W.declare.ja).first().waitFor();
  await readsWell(page, 'empty-ja');
  for (const [said, title] of [
    ['水野', '水野 湊'],
    ['Pump', 'Booster Pump'],
    ['ポンプ', '東部取水ポンプ'],
    ['ぽんぷ', '東部取水ポンプ'],
    ['サーバ', '無線中継サーバー'],
    ['Boostre', 'Booster Pump'],
    ['システム', 'システム'],
  ] as const) {
    await field(page).fill(said);
    await line(page, title).first().waitFor();
  }
  await field(page).fill('ぽんぷ');
  await line(page, '東部取水ポンプ').first().waitFor();
  await readsWell(page, 'found-ja');

  await field(page).fill('存在しない語句');
  await page.getByText(fillIn(FIND.nothing.ja, { said: '存在しない語句' })).waitFor();
  await readsWell(page, 'nothing-ja');

  await field(page).fill(`#${number}`);
  await line(page, '配水制御の停止').first().waitFor();
  expect(await line(page, `#${number}`).count()).toBe(1);
  // The Enter that ends a conversion chooses nothing.
  await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  expect(await field(page).isVisible()).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/respond\/incidents\/[\da-f-]+$/);

  // What was opened stands first the next time, and the arrows lead on.
  await page.keyboard.press('Control+k');
  await page.getByText(FIND.recent.ja).waitFor();
  const first = page.getByRole('listbox', { name: FIND.results.ja }).getByRole('option').first();
  expect(await first.textContent()).toContain('配水制御の停止');
  // In the field, once it has the keys; what a key does is drawn a moment later.
  const chosen = () => first.getAttribute('aria-selected');
  await field(page).press('ArrowDown');
  await expect.poll(chosen, { timeout: 10_000 }).toBe('false');
  await field(page).press('ArrowUp');
  await expect.poll(chosen, { timeout: 10_000 }).toBe('true');
  await page.keyboard.press('Escape');
  await field(page).waitFor({ state: 'detached' });

  // Pressed before the answer is there, Enter waits for it.
  await page.keyboard.press('Control+k');
  await field(page).fill('無線中継');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/prepare\/systems\?open=/);
  await page.getByText('無線中継サーバー').first().waitFor();
});

test('`?` lists the keys of where one is, and is a letter where one types', async () => {
  await begin();
  await page.keyboard.press('Shift+?');
  const list = page.getByRole('dialog', { name: FIND.keys.ja });
  await list.getByText(W.palette.ja).waitFor();
  await readsWell(page, 'keys-ja');
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await field(page).pressSequentially('a?');
  expect(await field(page).inputValue()).toBe('a?');
  expect(await list.count()).toBe(0);
});

test('on a phone and in English', async () => {
  await begin();
  await furnish();
  const [phone, small] = await open('en-GB', { width: 390, height: 844 });
  await phone.addCookies(await context.cookies());
  await small.goto(base);
  await small.getByRole('button', { name: W.palette.en }).click();
  await field(small, 'en').fill('pump');
  await line(small, 'Booster Pump').first().waitFor();
  await readsWell(small, 'phone-en');
  await small.emulateMedia({ colorScheme: 'dark' });
  await readsWell(small, 'phone-dark-en');
  const box = await line(small, 'Booster Pump').first().boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await line(small, 'Booster Pump').first().click();
  await small.waitForURL(/\/prepare\/systems\?open=/);
  await phone.close();
});
