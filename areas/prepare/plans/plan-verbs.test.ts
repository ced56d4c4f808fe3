import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { TestHouse } from '../../../test/house.ts';
import { addPerson } from '../contacts/add-person.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { removeEntry } from '../register-kinds/remove-entry.ts';
import { contracts as CONTRACTS } from './contract.ts';
import { lintPlan } from './lint-plan.ts';
import { plansInForce } from './plans-in-force.ts';
import { publishPlan } from './publish-plan.ts';
import { conditionsOf } from './rules.ts';
import { type Plan, STARTING_SITUATIONS } from './schema.ts';
import { startPlan } from './start-plan.ts';
import { startingPlan } from './starting-plans.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const somebody = (n: number) => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;
/** The same plan with a person of its own in each role, and one deputy for all. */
const staffed = (plan: Plan, personOf: (n: number) => string): Plan => ({
  ...plan,
  roles: plan.roles.map((role, i) => ({ ...role, personId: personOf(i), deputyIds: [personOf(90)] })),
});

describe.each(STARTING_SITUATIONS)('the starting plan for %s', (situation) => {
  test.each(['ja', 'en'] as const)('in %s lacks nothing but its people', (language) => {
    const plan = startingPlan(situation, language);
    const people = { isHere: () => true, isFresh: () => true, onRoster: () => [] };
    const staff = lintPlan(staffed(plan, somebody), people).findings;
    expect(staff.filter(({ grave }) => grave)).toEqual([]);
    expect(lintPlan(plan, people).findings.every(({ path }) => path.startsWith('roles.'))).toBe(true);
    expect(plan.steps.length).toBeGreaterThanOrEqual(5);
    for (const { when } of [...plan.levels, ...plan.reports, { when: plan.activation }])
      expect(conditionsOf(when)).toBeDefined();
    expect(JSON.stringify(plan)).not.toMatch(
      language === 'en' ? /[ぁ-んァ-ヶ一-龠]/ : /[a-z]{3,} [a-z]{3,} [a-z]{3,}/,
    );
  });
});

test('what no plan was written for is no choice, and is told with the choices', () => {
  const { body } = CONTRACTS['POST /api/prepare/plans/start'];
  const asked = body.safeParse({ situation: 'other' });
  expect(asked.error && fieldFaultsOf(asked.error, 'body')).toMatchObject([
    { field: 'situation', mend: { en: expect.stringContaining('ransomware') } },
  ]);
  for (const situation of STARTING_SITUATIONS) expect(body.safeParse({ situation }).success).toBe(true);
});

test('a draft is not in force until it is published; a later draft leaves the one in force alone', async () => {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  const inForce = () => reading(ctx(), (trx) => plansInForce(trx));
  const { key, version } = await startPlan(ctx(), 'ddos', 'ja');
  await expect(startPlan(ctx(), 'ddos', 'ja')).rejects.toMatchObject({ code: 'conflict' });
  await expect(publishPlan(ctx(), key, version)).rejects.toMatchObject({ code: 'invalid' });
  expect(await inForce()).toEqual([]);

  const ids: string[] = [];
  for (let n = 0; n < 10; n++)
    ids.push(
      (
        await addPerson(ctx(), {
          name: `P${n}`,
          email: `p${n}-${orgId}@example.jp`,
          roles: ['responder'],
          language: 'ja',
          unitId: null,
          breakGlass: false,
        })
      ).id,
    );
  const plan = staffed(startingPlan('ddos', 'ja'), (n) => ids[n === 90 ? 9 : n] ?? '');
  const kept = await keepEntry(ctx(), 'plans', version, plan);
  await publishPlan(ctx(), key, kept.version);
  await expect(publishPlan(ctx(), key, kept.version)).rejects.toMatchObject({ code: 'conflict' });
  await keepEntry(ctx(), 'plans', kept.version, { ...plan, name: '書きかけ' });
  expect(await inForce()).toMatchObject([{ key, version: kept.version, plan: { name: plan.name } }]);

  const later = await keepEntry(ctx(), 'plans', kept.version + 1, { ...plan, name: '新しい版' });
  house.clock.advance({ seconds: 1 });
  await publishPlan(ctx(), key, later.version);
  house.clock.advance({ seconds: 1 });
  await publishPlan(ctx(), key, kept.version);
  expect(await inForce()).toMatchObject([{ version: kept.version }]);
  await removeEntry(ctx(), 'plans', key);
  await expect(publishPlan(ctx(), key, kept.version)).rejects.toMatchObject({ code: 'not-found' });
  await startPlan(ctx(), 'ddos', 'ja');
  expect(await inForce()).toEqual([]);
});
