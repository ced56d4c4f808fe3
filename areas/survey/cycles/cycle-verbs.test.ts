import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, reading } from '../../../database/transaction.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { callRoute } from '../../../test/route-caller.ts';
import { enterState, lockCycle } from './acts.ts';
import { changeCycle } from './change-cycle.ts';
import { criteriaInForce, findCycle } from './index.ts';
import { keepCriteria } from './keep-criteria.ts';
import { openCycle } from './open-cycle.ts';
import { type CycleState, cycleChange, cycleTurn, newCriteria, newCycle } from './schema.ts';
import { startingCriteria } from './starting-criteria.ts';
import { turnCycle } from './turn-cycle.ts';
import { BY_PUBLICATION } from './words.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const PLAN = { name: '行動計画', decidedBy: 'サイバーセキュリティ戦略本部', decidedOn: '2022-06-17' };
const FY2024 = newCycle.parse({ fiscalYear: 2024, purpose: '評価を補完する', plan: PLAN, target: 9 });

async function body() {
  const orgId = await house.organisation();
  const ctx = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  return { orgId, ctx };
}
type Ctx = Awaited<ReturnType<typeof body>>['ctx'];

/** As the selection takes it on. */
const enter = (ctx: Ctx, id: string, to: CycleState, reason = '') =>
  inTransaction(ctx, async (tx) => {
    const cycle = await lockCycle(tx.sql, id);
    if (cycle) await enterState(tx, cycle, to, reason);
  });

test('a second survey of one year is refused, also where two open it at once', async () => {
  const { orgId, ctx } = await body();
  const rater = house.as(orgId, await house.person(orgId, ['rater']), ['rater']);
  await expect(openCycle(rater, FY2024)).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, orgId, () => openCycle(ctx, FY2024));
  const open = () => openCycle(ctx, FY2024);
  expect(await race(house.clone, [orgId], open, open)).toEqual({ won: 1, lost: ['invalid'] });
  await expect(open()).rejects.toMatchObject({ details: { fields: [{ field: 'fiscalYear' }] } });
  await openCycle(ctx, newCycle.parse({ fiscalYear: 2025 }));
  const { cycles } = (await callRoute(rater, 'GET /api/survey/cycles', {})) as { cycles: object[] };
  expect(cycles).toMatchObject([
    { fiscalYear: 2025, window: { from: '2025-01-01', until: '2025-12-31' }, target: null },
    { fiscalYear: 2024, window: { from: '2024-01-01', until: '2024-12-31' }, target: 9, plan: PLAN },
  ]);
  // Another body has its own year, and sees nothing of this one.
  const other = await body();
  await openCycle(other.ctx, FY2024);
  expect(await callRoute(other.ctx, 'GET /api/survey/cycles', {})).toMatchObject({ cycles: [{}] });
});

test('changed on the version one read; the window and the criteria only before rating', async () => {
  const { orgId, ctx } = await body();
  const { id } = await openCycle(ctx, FY2024);
  const change = (target: number, until = '2024-12-31', version = 1) =>
    changeCycle(ctx, id, cycleChange.parse({ version, window: { from: '2024-01-01', until }, target }));
  await asItWas(house.clone, orgId, () => change(8));
  const both = [8, 10].map((target) => () => change(target, '2025-03-31'));
  expect(await race(house.clone, [orgId], ...both)).toEqual({ won: 1, lost: ['conflict'] });
  const keep = (seen = 1) =>
    keepCriteria(ctx, id, newCriteria.parse({ seen, criteria: startingCriteria().slice(0, 6) }));
  await asItWas(house.clone, orgId, () => keep());
  expect(await race(house.clone, [orgId], () => keep(), () => keep())).toEqual({ won: 1, lost: ['conflict'] }); // biome-ignore format: one line
  expect(await reading(ctx, (trx) => criteriaInForce(trx, id))).toMatchObject({ edition: 2, criteria: { length: 6 } }); // biome-ignore format: one line
  await enter(ctx, id, 'rating');
  await expect(keep(2)).rejects.toMatchObject({ code: 'conflict' });
  await expect(change(8, '2025-03-30', 2)).rejects.toMatchObject({ details: { fields: [{ field: 'window' }] } }); // biome-ignore format: one line
  expect(await change(8, '2025-03-31', 2)).toEqual({ version: 3 });
});

test('goes on step by step, back with a reason, and is published by no step of this kind', async () => {
  const { orgId, ctx } = await body();
  const { id } = await openCycle(ctx, newCycle.parse({ fiscalYear: 2024 }));
  const turn = (to: CycleState, reason = '') => turnCycle(ctx, id, cycleTurn.parse({ to, reason }));
  await expect(turn('rating')).rejects.toMatchObject({ code: 'conflict' });
  await expect(turn('hearing')).rejects.toMatchObject({ code: 'conflict' });
  await enter(ctx, id, 'rating');
  await enter(ctx, id, 'selected');
  await asItWas(house.clone, orgId, () => turn('hearing'));
  const go = () => turn('hearing');
  expect(await race(house.clone, [orgId], go, go)).toEqual({ won: 1, lost: ['conflict'] });
  await expect(turn('selected')).rejects.toMatchObject({ details: { fields: [{ field: 'reason' }] } });
  await turn('selected', '対象の事業者が協力を取り下げた');
  for (const to of ['hearing', 'drafting', 'review'] as const) await turn(to);
  // Only an edition of its report publishes it.
  await expect(turn('published')).rejects.toMatchObject({ code: 'conflict', details: { detail: BY_PUBLICATION } }); // biome-ignore format: one line
  await changeCycle(ctx, id, cycleChange.parse({ ...FY2024, version: 1, window: { from: '2024-01-01', until: '2024-12-31' } })); // biome-ignore format: one line
  await enter(ctx, id, 'published');
  expect(await reading(ctx, (trx) => findCycle(trx, id))).toMatchObject({ state: 'published' });
  await expect(turn('review', '誤り')).rejects.toMatchObject({ code: 'conflict' });
  // The database holds it too.
  await expect(house.clone.query(`UPDATE survey_cycle SET purpose = '' WHERE id = $1`, [id])).rejects.toThrow(
    'survey_cycle_check',
  );
});
