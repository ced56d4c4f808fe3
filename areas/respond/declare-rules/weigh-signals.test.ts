import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { receiveSignals } from '../../detect/signals/receive-signals.ts';
import { addSource } from '../../detect/sources/add-source.ts';
import { turnIncident } from '../lifecycle/turn-incident.ts';
import { addRule } from './add-rule.ts';
import { changeRule } from './change-rule.ts';
import { moveRule } from './move-rule.ts';
import { releaseHeld } from './release-held.ts';
import { removeRule } from './remove-rule.ts';
import { pageOfRules } from './store.ts';
import { tryRule } from './try-rule.ts';
import { weighSignals } from './weigh-signals.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function heard() {
  const room = await IncidentRoom.open(house);
  const { id: sourceId } = await addSource(room.system(), { kind: 'alertmanager', name: 's', settings: {} });
  const alert = async (...numbers: number[]) => {
    await receiveSignals(room.system(), {
      sourceId,
      alerts: numbers.map((n) => ({
        labels: { team: 'net', n: String(n) },
        annotations: {},
        state: 'firing' as const,
        // As many senders write it.
        title: `t${n}\n`,
        severity: '',
        url: '',
        startsAt: undefined,
        expiresAt: undefined,
      })),
    });
  };
  const rule = (groupBy: string[] = []) =>
    addRule(room.system(), {
      name: 'r',
      matchers: [{ field: 'team', operator: 'is', values: ['net'] }],
      groupBy,
      severity: 2,
      page: false,
      enabled: true,
    });
  return {
    room,
    alert,
    rule,
    weigh: () => room.within((tx) => weighSignals(tx)),
    linked: () => room.rows('incident_signal', 'incident_id, signal_id'),
  };
}

test('new signals declare one incident, however often they are weighed at once; a failure leaves them to be weighed', async () => {
  const { room, alert, rule, weigh, linked } = await heard();
  await rule();
  await alert(1, 2);
  await room.asItWas(weigh);
  expect(await room.race(weigh, weigh)).toEqual({ won: 2, lost: [] });
  expect(await room.rows('incident', 'number')).toEqual([{ number: 1 }, { number: 2 }]);
  expect(await linked()).toHaveLength(2);
});

test('what a storm held back is declared once, by whoever of two releases it, or not at all', async () => {
  const { room, alert, rule, weigh } = await heard();
  await rule(['n']);
  await alert(...Array.from({ length: 12 }, (_, n) => n));
  await weigh();
  const [storm] = await room.rows('storm', 'id');
  const stormId = String(storm?.['id']);
  const release = () => room.within((tx) => releaseHeld(tx, { stormId, page: false }));
  await room.asItWas(release);
  expect(await room.race(release, release)).toEqual({ won: 2, lost: [] });
  // One by hand, ten, the storm, and the two it held back.
  expect(await room.rows('incident', 'number')).toHaveLength(14);
});

test('a signal that comes as its incident is resolved belongs to that one, or declares another', async () => {
  const { room, alert, rule, weigh, linked } = await heard();
  await rule();
  await alert(1);
  await weigh();
  const declared = (await linked())[0]?.['incident_id'];
  await alert(2);
  expect(
    await room.race(weigh, () =>
      turnIncident(room.as('commander'), String(declared), 'resolve', { note: '' }),
    ),
  ).toEqual({ won: 2, lost: [] });
  const of = new Set((await linked()).map(({ incident_id }) => incident_id));
  expect((await room.rows('incident', 'number')).length).toBe(1 + of.size);
});

test('a rule is put before another or last, one mover after the other; the first that holds decides', async () => {
  const { room, alert, rule, weigh } = await heard();
  const [one, two, three] = [await rule(), await rule(), await rule()].map(({ id }) => id);
  const order = async () =>
    (await reading(room.system(), (trx) => pageOfRules(trx, { limit: 10 }))).map(({ id }) => id);
  expect(await order()).toEqual([one, two, three]);
  const move = (id = '', before: string | null = null) => moveRule(room.system(), id, before);
  await room.asItWas(() => move(three, one));
  await move(three, one);
  expect(await order()).toEqual([three, one, two]);
  await move(three, three);
  await move(one);
  expect(await order()).toEqual([three, two, one]);
  expect(
    await room.race(
      () => move(one, two),
      () => move(two, three),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect((await order()).toSorted()).toEqual([one, two, three].toSorted());
  await expect(move(room.orgId, two)).rejects.toMatchObject({ code: 'not-found' });
  await expect(move(one, room.orgId)).rejects.toMatchObject({ code: 'not-found' });
  const [first] = await order();
  await alert(1);
  await weigh();
  expect(await room.rows('incident', 'title, rule_id')).toContainEqual({ title: 't1', rule_id: first });
});

test('a rule is tried on what came in the last days, in its place among the others, and changes nothing', async () => {
  const { room, alert, rule } = await heard();
  await alert(1, 2);
  house.clock.advance({ hours: 30 });
  await alert(3);
  house.clock.advance({ hours: 1 });
  await alert(4);
  const of = (team: string) => [{ field: 'team', operator: 'is' as const, values: [team] }];
  const trial = (more: Partial<Parameters<typeof tryRule>[1]> = {}) =>
    tryRule(room.system(), { matchers: of('net'), groupBy: [], days: 7, instead: null, ...more });
  const before = await room.rows('incident', 'id');
  expect(await trial()).toMatchObject({
    signals: 4,
    whole: true,
    matched: 4,
    taken: 0,
    declared: 2,
    incidents: [
      { title: 't3', signals: 2 },
      { title: expect.stringMatching(/^t[12]$/), signals: 2 },
    ],
  });
  expect(await trial({ days: 1 })).toMatchObject({ signals: 2, declared: 1 });
  expect((await trial({ groupBy: ['n'] })).declared).toBe(4);
  expect(await trial({ matchers: of('power') })).toMatchObject({ matched: 0, declared: 0 });
  // Behind a rule for the same it is left nothing; in its place everything.
  const { id } = await rule();
  expect(await trial()).toMatchObject({ matched: 4, taken: 4, declared: 0 });
  expect(await trial({ instead: id })).toMatchObject({ matched: 4, taken: 0, declared: 2 });
  // A place that is not there any more is no place at the end.
  await expect(trial({ instead: room.incidentId })).rejects.toMatchObject({ code: 'not-found' });
  expect(await room.rows('incident', 'id')).toEqual(before);
});

test('of two who change a rule on what they both had read one is told; what is gone cannot be changed', async () => {
  const { room, rule } = await heard();
  await rule();
  const read = async () => {
    const [first] = await reading(room.system(), (trx) => pageOfRules(trx, { limit: 1 }));
    if (!first) throw new Error('no rule');
    return first;
  };
  const { id, ...seen } = await read();
  const change = (name: string) => changeRule(room.system(), id, { ...seen, name, seen });
  await room.asItWas(() => change('一'));
  expect(
    await room.race(
      () => change('一'),
      () => change('二'),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  const { id: _, ...now } = await read();
  await changeRule(room.system(), id, { ...now, name: '三', seen: now });
  await removeRule(room.system(), id);
  await expect(change('四')).rejects.toMatchObject({ code: 'not-found' });
});
