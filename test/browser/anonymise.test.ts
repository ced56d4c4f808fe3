import { expect, test } from 'vitest';
import { PUBLIC } from '../../apps/console/src/survey/anonymise/words.ts';
import { openCase } from '../../areas/learn/cases/open-case.ts';
import { caseDocument } from '../../areas/learn/cases/schema.ts';
import { listEntity } from '../../areas/survey/anonymise/listed/list-entity.ts';
import { fillIn } from '../../kernel/text.ts';
import { flawsOn } from './flaws.ts';
import { arrived, base, begin, house, page } from './stage.ts';

const both = (ja: string, en: string) => ({ ja, en });
const TOLD = caseDocument.parse({
  id: 'stopped',
  causeGroup: 'unknown',
  title: both('青北製作所の灯台装置が停止', 'A device stopped'),
  summary: [both('ケストレルの更新で37台が停止した', 'An update of Kestrelwave stopped 37 machines')],
  figure: { boxes: [{ id: 'a', kind: 'system', name: both('システム', 'System') }] },
  sections: {},
});

async function readsWell(name: string): Promise<void> {
  expect(await flawsOn(page, `anonymise-${name}`, { fullPage: true })).toEqual([]);
}

test('words of a case are decided by keyboard alone, taken back, and kept at once', async () => {
  await begin();
  const [me] = await house.clone.query<{ org_id: string; id: string }>(
    `SELECT org_id, id FROM person WHERE email = 'hanako@example.jp'`,
  );
  const ctx = house.as(me?.org_id ?? '', me?.id ?? '', ['secretariat']);
  const { id } = await openCase(ctx, TOLD);
  await listEntity(ctx, id, { kind: 'organisation', names: ['別の会社'], aliases: [] });
  await page.goto(`${base}/survey/cases/${id}/public`);
  await arrived();
  const words = page.locator('.public-word-list > li');
  await words.first().waitFor();
  const all = await words.count();
  const progress = (n: number) => page.getByText(fillIn(PUBLIC.progress.ja, { n, all })).waitFor();
  await readsWell('words');
  // A product, another name of what is listed, and that taken back.
  await page.keyboard.press('4');
  await page.keyboard.press('a');
  await page.getByLabel(PUBLIC.aliasChoose.ja).first().waitFor();
  await page.keyboard.type('別の');
  await page.keyboard.press('Enter');
  await progress(2);
  await page.keyboard.press('u');
  await progress(1);
  for (let left = all - 1; left > 0; left -= 1) await page.keyboard.press('h');
  await progress(all);
  await page.keyboard.press('Control+Enter');
  await page.getByText(PUBLIC.wordsDone.ja).waitFor();
  const [names] = await house.clone.query<{ names: string[] }>(
    `SELECT names FROM sonae.survey_entity WHERE kind = 'product'`,
  );
  expect(names?.names).toEqual(['Kestrelwave']);
  await page.getByRole('button', { name: PUBLIC.make.ja }).click();
  await page
    .getByText(fillIn(PUBLIC.edition.ja, { n: 1 }))
    .first()
    .waitFor();
  for (const part of ['names', 'texts', 'linkage'] as const) {
    await page.getByRole('tab', { name: PUBLIC[part].ja }).click();
    await arrived();
    await page.setViewportSize({ width: 390, height: 844 });
    await readsWell(`${part}-phone`);
    await page.setViewportSize({ width: 1366, height: 850 });
    await readsWell(part);
  }
});
