import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { whomToCall } from '../calling/index.ts';
import { firstToLast } from '../calling/rules.ts';
import { publishPlan } from '../plans/publish-plan.ts';
import { plan as planShape } from '../plans/schema.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { whoIsAway, whoIsOn } from '../rosters/index.ts';
import { setDuty } from '../rosters/set-duty.ts';
import { gatherHours } from './gather-hours.ts';
import { simulationWanted } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  // A Wednesday, nine in the morning in Tokyo.
  house = await TestHouse.open({ clock: new StoryClock('2026-06-10T00:00:00Z') });
});
afterAll(() => house.close());

/** A call tree of one person for the daytime of weekdays, else the duty list of another; the first is away for some hours. */
async function withLeave(leave: object, calendar?: object) {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  const [first, second] = [
    await house.person(orgId, ['responder'], `a-${orgId}@x.jp`),
    await house.person(orgId, ['commander'], `b-${orgId}@x.jp`),
  ];
  await setDuty(ctx(), { personIds: [first, second] });
  if (calendar) await keepEntry(ctx(), 'calendars', 0, { key: 'usual', name: '標準', ...calendar });
  await keepEntry(ctx(), 'call-trees', 0, {
    key: 'cyberattack.day',
    name: '平日昼',
    cause: 'cyberAttack',
    band: 'day',
    steps: [{ personId: first, deputyIds: [second] }],
  });
  await keepEntry(ctx(), 'leave', 0, { key: 'l', name: '外出', personId: first, ...leave });
  const plan = planShape.parse({
    key: 'p',
    name: 'P',
    situation: 'ddos',
    activation: 'situation == "ddos"',
    roles: [{ key: 'chair', name: '指揮', personId: second, deputyIds: [first] }],
    bodies: [{ kind: 'headquarters', name: '本部', chair: 'chair', targetMinutes: 10 }],
    steps: [{ text: 'x', role: 'chair' }],
    samples: [{ name: 's', inputs: [{ input: 'situation', value: 'ddos' }] }],
  });
  const { version } = await keepEntry(ctx(), 'plans', 0, plan);
  await publishPlan(ctx(), 'p', version);
  const letters = new Map([
    [first, 'a'],
    [second, 'b'],
  ]);
  return { orgId, ctx, letters };
}
const A_WEEK = 168;

test.each([
  ['an hour and a half', { from: '2026-06-10', fromTime: '10:00', until: '2026-06-10', untilTime: '11:30' }, undefined, 'abbaaaaa'],
  ['an afternoon', { from: '2026-06-10', fromTime: '13:00', until: '2026-06-10' }, undefined, 'aaaabbbb'],
  ['whole days', { from: '2026-06-10', until: '2026-06-11' }, undefined, 'bbbbbbbb'],
  ['hours, where places keep another zone', { from: '2026-06-10', fromTime: '10:00', until: '2026-06-10', untilTime: '11:00' }, { timeZone: 'Asia/Kolkata', publicHolidays: 'none' }, 'aabaaaaa'],
] as const)('whoever is away for %s is passed over for these alone, by pages and by the simulation', async (_, leave, calendar, wanted) => {
  const { orgId, ctx, letters } = await withLeave(leave, calendar);
  await reading(ctx(), async (trx) => {
    const gathered = await gatherHours(trx, orgId, simulationWanted.parse({ plan: 'p' }), ctx().now);
    const duty = (await whoIsOn(trx)).map(({ id }) => id);
    const paged: string[] = [];
    for (const [n, { calls }] of gathered.simulation.hours.slice(0, A_WEEK).entries()) {
      const at = gathered.from.add({ hours: n });
      const resolved = await whomToCall(trx, orgId, { cause: 'cyberAttack', at, site: undefined });
      const away = await whoIsAway(trx, at);
      const { people } = firstToLast(resolved, duty, (id) => away.has(id));
      const names = (ids: readonly string[]) => ids.map((id) => letters.get(id) ?? '').join('');
      const simulated = calls.flat().map((i) => (gathered.names[i] === 'responder' ? 'a' : 'b')).join('');
      expect(simulated, `hour ${n}`).toBe(names(people));
      paged.push(names(people.slice(0, 1)));
    }
    expect(paged.slice(0, wanted.length).join('')).toBe(wanted);
  });
}); // biome-ignore format: at one look
