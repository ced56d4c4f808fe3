import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { CYCLE } from '../../apps/console/src/survey/cycles/words.ts';
import { PUBLICATION } from '../../apps/console/src/survey/publication/words.ts';
import { readZip } from '../../areas/survey/anonymise/reading/zip.ts';
import { SITE_WORDS } from '../../areas/survey/publication/site/words.ts';
import { fillIn } from '../../kernel/text.ts';
import { readyToPublish, shortCase } from '../survey-to-publish.ts';
import { flawsOn } from './flaws.ts';
import { arrived, base, begin, browser, context, house, page } from './stage.ts';

async function readsWell(on: Page, name: string): Promise<void> {
  expect(await flawsOn(on, `publication-${name}`, { fullPage: true })).toEqual([]);
}
async function alsoOnAPhone(name: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await readsWell(page, `${name}-phone`);
  await page.setViewportSize({ width: 1366, height: 850 });
}

/** The site as somebody keeps it: files in a folder, opened without a server. */
function unpacked(zip: Buffer): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sonae-site-'));
  for (const { name, bytes } of readZip(zip) ?? []) {
    const at = path.join(folder, name);
    fs.mkdirSync(path.dirname(at), { recursive: true });
    fs.writeFileSync(at, bytes ?? '');
  }
  return folder;
}

async function siteReadsWell(folder: string): Promise<void> {
  const at = (file: string): string => pathToFileURL(path.join(folder, file)).href;
  for (const [colorScheme, viewport, language] of [
    ['light', { width: 1366, height: 850 }, 'ja'],
    ['dark', { width: 390, height: 844 }, 'en'],
  ] as const) {
    // Axe brings its script past the policy of the page, which allows none but the search.
    const reader = await browser.newContext({ colorScheme, viewport, bypassCSP: true });
    const on = await reader.newPage();
    for (const file of ['index', 'lessons', '2024/index', '2024/case-1', '2024/lesson-1-1']) {
      await on.goto(at(`${language}/${file}.html`));
      await readsWell(on, `site-${language}-${file.replace('/', '-')}`);
    }
    await on.goto(at(`${language}/search.html`));
    await on.getByRole('searchbox').fill('USB');
    await on.getByRole('status').getByText(/^\d/).waitFor();
    await readsWell(on, `site-${language}-search`);
    await on.locator('#hits a').first().click();
    await on.getByRole('heading', { level: 1 }).waitFor();
    await reader.close();
  }
  // Without scripts the search is an index of everything.
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const on = await plain.newPage();
  await on.goto(at('ja/search.html'));
  expect(await on.getByRole('searchbox').isVisible()).toBe(false);
  await on.getByRole('heading', { name: SITE_WORDS.searchPlain.ja }).waitFor();
  expect(await on.locator('#all a').count()).toBeGreaterThan(3);
  await plain.close();
}

test('what is open is seen case by case, an edition is made, its site is read from a folder', async () => {
  await begin();
  const [me] = await house.clone.query<{ org_id: string; id: string }>(
    `SELECT org_id, id FROM person WHERE email = 'hanako@example.jp'`,
  );
  const { org_id: orgId = '', id: personId = '' } = me ?? {};
  const { cycleId, cases, consent } = await readyToPublish(house, [shortCase(0), shortCase(6)], {
    orgId,
    personId,
  });
  const [, second] = cases;
  if (!second) throw new Error('two cases');
  await consent(second.caseId, second.hash, 'asked');

  await page.goto(`${base}/survey/cycles/${cycleId}`);
  await arrived();
  await page.getByRole('link', { name: CYCLE.publication.ja, exact: true }).click();
  await page.getByRole('heading', { name: PUBLICATION.cases.ja }).waitFor();
  await arrived();
  const make = page.getByRole('button', { name: fillIn(PUBLICATION.makeFirst.ja, { n: 1 }) });
  expect(await make.isDisabled()).toBe(true);
  await readsWell(page, 'open');
  await alsoOnAPhone('open');
  await page.getByLabel(PUBLICATION.leaveOut.ja).check();
  await page.getByLabel(PUBLICATION.why.ja).fill('同意を得られなかった');
  await make.click();
  await page
    .getByRole('heading', { name: fillIn(PUBLICATION.edition.ja, { n: 1 }), exact: true })
    .waitFor({ timeout: 300_000 });
  await page.getByRole('button', { name: 'report-ja.pdf' }).waitFor();
  await page.getByRole('button', { name: PUBLICATION.report.ja }).click();
  await page.getByLabel(PUBLICATION.reportedBy.ja).fill('読者');
  await page.getByLabel(PUBLICATION.claim.ja).fill('時刻が誤っている');
  await page.getByRole('dialog').getByRole('button', { name: PUBLICATION.report.ja }).click();
  await page.getByRole('button', { name: PUBLICATION.settle.ja }).waitFor();
  await readsWell(page, 'published');
  await alsoOnAPhone('published');

  const answer = await context.request.get(`${base}/api/survey/site`);
  expect(answer.status()).toBe(200);
  const folder = unpacked(await answer.body());
  await siteReadsWell(folder);
  fs.rmSync(folder, { recursive: true });
});
