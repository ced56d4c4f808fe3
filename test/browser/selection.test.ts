import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { CYCLE } from '../../apps/console/src/survey/cycles/words.ts';
import { SELECTION } from '../../apps/console/src/survey/selection/words.ts';
import type { Role } from '../../areas/roles.ts';
import { startingCriteria } from '../../areas/survey/cycles/starting-criteria.ts';
import { assignRater } from '../../areas/survey/selection/assign-rater.ts';
import { finishSheet } from '../../areas/survey/selection/finish-sheet.ts';
import { listCandidates } from '../../areas/survey/selection/list-candidates.ts';
import { rateCandidate } from '../../areas/survey/selection/rate-candidate.ts';
import { rating, type SurveyEvent } from '../../areas/survey/selection/schema.ts';
import { newId } from '../../kernel/clock.ts';
import { fillIn } from '../../kernel/text.ts';
import { eventsTold } from '../survey-room.ts';
import { flawsOn } from './flaws.ts';
import { arrived, base, begin, house, open, page, SHOTS } from './stage.ts';

const TOLD: readonly (readonly [string, string, string])[] = [
  ['基幹システムのランサムウェア感染', 'telecommunications', 'attack'],
  ['セキュリティ製品の不具合による端末停止', 'finance', 'fault'],
  ['認証サービスへのDDoSで一部停止', 'medical', 'attack'],
  ['想定外データによる処理遅延', 'finance', 'fault'],
  ['瞬断による拠点機器の停止', 'railways', 'fault'],
  ['証明書の更新不備でアクセス障害', 'government', 'fault'],
];
const EVENTS: readonly SurveyEvent[] = TOLD.map(([title, sector, cause], n) => ({
  eventId: newId(),
  receiptNumber: `R-012${n}`,
  title,
  operatorId: null,
  sector,
  causes: [cause],
  reached: [],
  suppliers: [],
  eventType: 'availability',
  submittedAt: Temporal.Instant.from(`2024-0${n + 1}-10T09:00+09:00`),
  out: null,
}));
const SCORES = [3, 3, 2, 2, 1, 0];

async function readsWell(on: Page, name: string): Promise<void> {
  expect(await flawsOn(on, `selection-${name}`, { fullPage: true })).toEqual([]);
}

/** The same page as a phone shows it. */
async function alsoOnAPhone(name: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await readsWell(page, `${name}-phone`);
  await page.setViewportSize({ width: 1366, height: 850 });
}

test('a survey is opened, rated blind, selected with reasons and signed', async () => {
  await begin();
  const [me] = await house.clone.query<{ org_id: string; id: string }>(
    `SELECT org_id, id FROM person WHERE email = 'hanako@example.jp'`,
  );
  const { org_id: orgId, id: admin } = me ?? { org_id: '', id: '' };
  const as = (id: string, roles: readonly Role[]) => house.as(orgId, id, roles);
  const other = await house.person(orgId, ['rater']);

  await page.goto(`${base}/survey/cycles`);
  await arrived();
  await page.getByRole('button', { name: CYCLE.open.ja }).click();
  await page.getByLabel(CYCLE.fiscalYear.ja).fill('2024');
  await page.getByLabel(CYCLE.target.ja).fill('2');
  await page.getByRole('dialog').getByRole('button', { name: CYCLE.open.ja }).click();
  await page.waitForURL(/\/survey\/cycles\/[0-9a-f-]{36}/);
  await arrived();
  const cycleId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await listCandidates(as(admin, ['administrator']), cycleId, eventsTold(EVENTS.slice(0, 5)));
  await assignRater(as(admin, ['administrator']), cycleId, other);
  await page.getByRole('button', { name: SELECTION.assign.ja }).click();
  await page.getByRole('combobox', { name: SELECTION.person.ja }).fill('hanako@example.jp');
  await page.getByRole('option').first().click();
  await page.getByRole('dialog').getByRole('button', { name: SELECTION.assign.ja }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .getByText(EVENTS[0]?.title ?? '')
    .first()
    .waitFor();
  await readsWell(page, 'preparation-ja');
  await alsoOnAPhone('preparation-ja');
  await page.getByRole('button', { name: SELECTION.start.ja }).click();

  // One's own sheet: a number is a key, and what is pressed is kept.
  await page.getByRole('heading', { name: SELECTION.sheet.ja }).waitFor();
  const criteria = startingCriteria();
  for (const { name } of criteria) {
    await page.getByRole('group', { name: name.ja, exact: true }).getByRole('radio').first().focus();
    const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await page.keyboard.press('3');
    expect((await kept).status()).toBe(200);
  }
  await page.getByLabel(fillIn(SELECTION.needed.ja, { name: '教訓' })).fill('更新の試験環境を分ける');
  await page.locator('label').filter({ hasText: /^良$/ }).click();
  await page.getByRole('button', { name: /R-0120.*評価済み/ }).waitFor();
  await readsWell(page, 'sheet-ja');
  await alsoOnAPhone('sheet-ja');
  const given = (score: number) =>
    rating.parse({
      scores: Object.fromEntries(criteria.map(({ key }) => [key, { score, evidence: '報告の記載による' }])),
      quality: score > 1 ? 'good' : 'mixed',
    });
  const rest = EVENTS.slice(0, 5);
  for (const [n, { eventId }] of rest.entries()) {
    if (n > 0) await rateCandidate(as(admin, ['administrator']), cycleId, eventId, given(SCORES[n] ?? 0));
    await rateCandidate(as(other, ['rater']), cycleId, eventId, given(Math.max(0, (SCORES[n] ?? 0) - (n % 2)))); // biome-ignore format: one line
  }
  await finishSheet(as(other, ['rater']), cycleId);
  await page.getByText(fillIn(SELECTION.progress.ja, { n: 5, of: 5 })).waitFor();
  await page.getByRole('button', { name: SELECTION.lock.ja }).click();

  // The ranking shows, and a pick out of its order asks for a reason.
  await page.getByRole('heading', { name: SELECTION.sectors.ja }).waitFor();
  for (const n of [0, 3])
    await page.getByRole('checkbox', { name: fillIn(SELECTION.pick.ja, { number: EVENTS[n]?.receiptNumber ?? '' }) }).check(); // biome-ignore format: one line
  await page.getByRole('button', { name: SELECTION.save.ja }).click();
  const why = page.getByLabel(fillIn(SELECTION.reasonFor.ja, { number: 'R-0123' }));
  await expect.poll(() => why.getAttribute('aria-invalid')).toBe('true');
  await why.fill('同種の事例を昨年度に公表済みのため');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: SELECTION.save.ja, disabled: true }).waitFor();
  await readsWell(page, 'board-ja');
  await alsoOnAPhone('board-ja');
  await page.getByRole('button', { name: SELECTION.sign.ja }).click();
  await page.getByRole('dialog').getByRole('button', { name: SELECTION.sign.ja }).click();
  await page.getByRole('button', { name: fillIn(SELECTION.record.ja, { n: 1 }) }).waitFor();

  const [english, guest] = await open('en-US');
  await guest.context().addCookies(await page.context().cookies());
  await guest.goto(`${base}/survey/cycles/${cycleId}`);
  await arrived(guest);
  await guest
    .getByRole('button', { name: /2024|1/ })
    .first()
    .waitFor();
  await guest.screenshot({ path: `${SHOTS}/selection-board-second.png`, fullPage: true });
  await english.close();
});
