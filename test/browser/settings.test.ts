import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { AUDIT } from '../../apps/console/src/audit/words.ts';
import { CHANNELS } from '../../apps/console/src/settings/channels/words.ts';
import { SOURCES } from '../../apps/console/src/settings/sources/words.ts';
import { W } from '../../apps/console/src/words.ts';
import { organisationIds } from '../../apps/server/auth/store.ts';
import { CHECK_WORDS } from '../../areas/ledger/words.ts';
import { clippedOn } from './clipped.ts';
import { flawsOn } from './flaws.ts';
import { arrived, base, begin, context, house, open, page } from './stage.ts';

async function readsWell(on: Page, name: string): Promise<void> {
  expect(await flawsOn(on, `settings-${name}`)).toEqual([]);
  expect(await clippedOn(on)).toEqual([]);
}
const keptFile = async (press: () => Promise<void>): Promise<{ name: string; text: string }> => {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
};

test('the audit log: in words, narrowed, searched, kept as a file, and its check stays where one comes back to', async () => {
  await begin();
  await page.goto(`${base}/audit`);
  await arrived();
  const grid = page.getByRole('grid', { name: W.audit.ja });
  await grid.getByRole('columnheader', { name: /Asia\/Tokyo/ }).waitFor();
  await page.getByRole('searchbox').fill('#4 発表文');
  const first = grid.getByRole('row').filter({ hasText: '発表文2' }).first();
  await first.getByRole('link', { name: /^#4 取水ポンプ2号 停止/ }).waitFor();
  expect(await grid.getByText('Asia/Tokyo').count()).toBe(1);

  await page.getByRole('button', { name: '表示', exact: true }).click();
  const file = await keptFile(() => page.getByRole('button', { name: 'CSV出力' }).click());
  expect(file.name).toMatch(/^sonae-audit-.*\.csv$/);
  expect(file.text).toContain('発表文2');
  expect(file.text).not.toContain('サインイン');

  await page.getByRole('combobox', { name: AUDIT.act.ja }).click();
  await page.getByRole('option', { name: '発表文を承認' }).click();
  await grid.getByText('発表文を作成').first().waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('kind')).toBe('statement.approved');

  await page.getByRole('button', { name: AUDIT.verify.ja }).click();
  const result = page.getByRole('region', { name: CHECK_WORDS.title.ja });
  await result.getByText(CHECK_WORDS.whole.ja).waitFor();
  await readsWell(page, 'audit-ja');
  const report = await keptFile(() => result.getByRole('button', { name: AUDIT.saveReport.ja }).click());
  expect(report.text).toContain('BEGIN SONAE LEDGER PROOF');
  // One goes elsewhere and comes back: it is still there, until it is closed.
  await page.getByRole('link', { name: '現況', exact: true }).click();
  await page.getByRole('link', { name: W.audit.ja, exact: true }).click();
  await result.waitFor();
  await result.getByRole('button', { name: AUDIT.close.ja }).click();
  await result.waitFor({ state: 'detached' });
});

test('a key that is shown once is not gone by Esc, nor what was typed beside a list', async () => {
  await begin();
  await page.goto(`${base}/settings/sources`);
  await page.getByRole('button', { name: SOURCES.addSource.ja }).first().click();
  await page.getByLabel(W.name.ja).fill('監視');
  await page.getByRole('button', { name: W.add.ja, exact: true }).click();
  const secret = page.getByTestId('secret');
  await secret.waitFor();
  expect(await page.locator('pre').filter({ hasText: 'curl -X POST' }).count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor();
  await readsWell(page, 'key-ja');
  await page.getByRole('button', { name: 'キーの表示に戻る' }).click();
  await secret.waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'コピーしたので閉じる' }).click();
  await secret.waitFor({ state: 'detached' });

  await page.goto(`${base}/prepare/registers/outlets?open=website`);
  await arrived();
  const name = page.getByLabel(W.name.ja, { exact: true }).last();
  await name.fill('別の名称');
  await page.keyboard.press('Escape');
  await page.getByText('保存していない変更があります').waitFor();
  await page.getByRole('button', { name: '編集を続ける' }).click();
  expect(await name.inputValue()).toBe('別の名称');
});

test('words typed while an entry is saved stay beside the list, and are saved after it', async () => {
  await begin();
  const entries = '**/api/prepare/registers/outlets';
  const kept = async () => {
    const answer = await context.request.get(`${base}/api/prepare/registers/outlets?key=website`);
    return ((await answer.json()) as { entries: { version: number; entry: { name: string } }[] }).entries[0];
  };
  const version = (await kept())?.version ?? 0;
  await page.goto(`${base}/prepare/registers/outlets?open=website`);
  await arrived();
  const name = page.getByLabel(W.name.ja, { exact: true }).last();
  const save = page.getByRole('button', { name: W.save.ja, exact: true });
  await name.fill('自社サイト（1）');
  // The save is on its way while one goes on writing.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(entries, async (route) => {
    if (route.request().method() === 'PUT') await held;
    await route.continue();
  });
  await save.click();
  await name.fill('自社サイト（2）');
  release();
  await expect.poll(async () => (await kept())?.version).toBe(version + 1);
  await page.getByText(W.saved.ja).waitFor();
  await page.unroute(entries);
  expect(await name.inputValue()).toBe('自社サイト（2）');
  await save.click();
  await expect.poll(async () => (await kept())?.entry.name).toBe('自社サイト（2）');
  expect((await kept())?.version).toBe(version + 2);
});

test('channels and organisation say how things stand, in both languages, on the desk and on a phone', async () => {
  await begin();
  await page.goto(`${base}/settings/channels`);
  await page.getByText(CHANNELS.noneTitle.ja).waitFor();
  await readsWell(page, 'channels-ja');
  const [phoneContext, phone] = await open('en-GB', { width: 390, height: 844 });
  await phoneContext.addCookies(await context.cookies());
  for (const path of ['/settings/channels', '/settings/organisation', '/audit', '/', '/respond']) {
    await phone.goto(`${base}${path}`);
    await arrived(phone);
    await readsWell(phone, `phone${path.replaceAll('/', '-')}`);
    const small = await phone.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'main .mantine-Button-root, main .mantine-Input-input, header button',
        ),
      ]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
        .map((each) => `${each.className} ${each.textContent}`),
    );
    expect([path, small]).toEqual([path, []]);
  }
  await phoneContext.close();
});

test('the address of the incidents as people type it leads to their list; people are one press away anywhere', async () => {
  await begin();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${base}/respond/incidents`);
  await page.getByRole('grid', { name: 'インシデント' }).waitFor();
  await page.goto(`${base}/prepare/calls`);
  await arrived();
  for (const name of ['利用者', W.settings.ja, W.audit.ja])
    expect(
      await page
        .getByRole('link', { name, exact: true })
        .first()
        .evaluate((each) => {
          const { top, bottom } = each.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
    ).toBe(true);
  await page.getByText('連絡網は9通りのうち6通りを登録済み（未登録 3）').waitFor();
});

test('the public page stands without a script, in both languages, dark and on a phone', async () => {
  await begin();
  const [orgId = ''] = await organisationIds(house.assembly.house.database);
  for (const [language, scheme, width] of [
    ['ja-JP', 'light', 1366],
    ['en-GB', 'dark', 390],
  ] as const) {
    const [opened, status] = await open(language, { width, height: 844 });
    await status.emulateMedia({ colorScheme: scheme });
    await status.goto(`${base}/status/${orgId}`);
    await status
      .getByText(language === 'ja-JP' ? '給水区域2（東部）' : '給水区域2（東部）')
      .first()
      .waitFor();
    await readsWell(status, `status-${language}-${scheme}`);
    expect(await status.locator('script').count()).toBe(0);
    await status.getByRole('link', { name: language === 'ja-JP' ? 'English' : '日本語' }).click();
    await status
      .getByRole('heading', { name: language === 'ja-JP' ? 'Service status' : 'サービス状況' })
      .waitFor();
    await opened.close();
  }
});

test('on a phone what is due first stands whole above the line one writes in; on paper the phases are apart', async () => {
  await begin();
  await page.setViewportSize({ width: 390, height: 844 });
  const [orgId = ''] = await organisationIds(house.assembly.house.database);
  const [running] = await house.clone.query<{ id: string }>(
    "SELECT id FROM incident WHERE org_id = $1 AND state = 'open'",
    [orgId],
  );
  await page.goto(`${base}/respond/incidents/${running?.id}`);
  const due = page.locator('.due-row').first();
  await due.waitFor();
  const gap = await page.evaluate(() => {
    const bottom = document.querySelector('.due-row')?.getBoundingClientRect().bottom ?? 0;
    return (document.querySelector('.composer')?.getBoundingClientRect().top ?? 0) - bottom;
  });
  // So far above itself the line hides what scrolls away.
  expect(gap).toBeGreaterThanOrEqual(16);
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  const overlaps = await page.evaluate(() => {
    const ends = [...document.querySelectorAll('.phase')].map((each) => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return range.getBoundingClientRect();
    });
    return ends.slice(1).filter(({ left }, i) => left < (ends[i]?.right ?? 0)).length;
  });
  expect(overlaps).toBe(0);
});
