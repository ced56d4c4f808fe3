import { afterEach, beforeEach, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { publishPlan } from '../plans/publish-plan.ts';
import { plan as planShape } from '../plans/schema.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { setDuty } from '../rosters/set-duty.ts';
import { askSimulation } from './ask-simulation.ts';
import { simulationWanted } from './schema.ts';
import { readSimulation } from './store.ts';

let house: TestHouse;
beforeEach(async () => {
  // A Wednesday morning in Tokyo.
  house = await TestHouse.open({ role: 'all', clock: new StoryClock('2026-06-10T00:00:00Z') });
});
afterEach(() => house.close());

test('four weeks are worked out with progress; leave of the only one who may take a role shows, and they are named', async () => {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  const [first, chair, expert] = [
    await house.person(orgId, ['responder'], 'first@example.jp'),
    await house.person(orgId, ['commander'], 'chair@example.jp'),
    await house.person(orgId, ['system-owner'], 'expert@example.jp'),
  ];
  await setDuty(ctx(), { personIds: [first, chair] });
  await keepEntry(ctx(), 'leave', 0, {
    key: 'l1',
    name: '休暇',
    personId: expert,
    from: '2026-06-12',
    until: '2026-06-13',
  });
  const wanted = simulationWanted.parse({ plan: 'network', runs: 300 });
  await expect(askSimulation(ctx(), wanted)).rejects.toMatchObject({ code: 'invalid' });
  const plan = planShape.parse({
    key: 'network',
    name: 'P',
    situation: 'network',
    activation: 'situation == "network"',
    roles: [
      { key: 'chair', name: '指揮', personId: chair, deputyIds: [first] },
      { key: 'expert', name: '技術', personId: expert },
    ],
    bodies: [{ kind: 'headquarters', name: '本部', chair: 'chair', members: ['expert'], targetMinutes: 10 }],
    steps: [{ text: 'x', role: 'expert', deputy: 'chair' }],
    samples: [{ name: 's', inputs: [{ input: 'situation', value: 'network' }] }],
  });
  const { version } = await keepEntry(ctx(), 'plans', 0, plan);
  await publishPlan(ctx(), 'network', version);
  await askSimulation(ctx(), wanted);
  const stored = () => reading(ctx(), (trx) => readSimulation(trx));
  await house.until(async () => (await stored())?.state === 'done');
  const { result, done } = (await stored()) ?? {};
  expect(done).toBe(672);
  expect(result?.hours).toHaveLength(672);
  // The tenth is a Wednesday, nine in the morning; the twelfth begins 39 hours later.
  expect(result?.hours[0]).toMatchObject({ band: 'day', p50: expect.any(Number) });
  expect(result?.hours[38]?.reached).toBeGreaterThan(0.5);
  expect(result?.hours[39]).toMatchObject({ p50: null, reached: 0 });
  expect(result?.hours[86]).toMatchObject({ p50: null, reached: 0 });
  expect(result?.hours[87]?.reached).toBeGreaterThan(0.5);
  expect(result?.worst).toMatchObject({
    at: '2026-06-11T15:00:00Z',
    reached: 0,
    missing: ['技術'],
    onLeave: ['system-owner'],
    said: {
      ja: '所要時間が最も長いのは、6月12日(金) 0:00からの1時間（夜間）です。時間内に設置できる確率は0%です。担当できる人がいない役割：技術。不在の人：system-owner。',
    },
  });
  expect(result?.hurts[0]?.name).toBe('system-owner');
  expect(result?.measured).toEqual({ people: 0, of: 3, answers: 0 });
});
