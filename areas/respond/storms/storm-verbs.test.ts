import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { receiveSignals } from '../../detect/signals/receive-signals.ts';
import { addSource } from '../../detect/sources/add-source.ts';
import { addRule } from '../declare-rules/add-rule.ts';
import { releaseHeld } from '../declare-rules/release-held.ts';
import { weighSignals } from '../declare-rules/weigh-signals.ts';
import { turnIncident } from '../lifecycle/turn-incident.ts';
import { releaseStorm } from './release-storm.ts';
import { setBrake } from './set-brake.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** An organisation with one incident by hand (#1) and alerts of teams, each number a group of its own. */
async function stormy() {
  const room = await IncidentRoom.open(house);
  const { id: sourceId } = await addSource(room.system(), { kind: 'alertmanager', name: 's', settings: {} });
  const rule = (team: string, severity = 2) =>
    addRule(room.system(), {
      name: team,
      matchers: [{ field: 'team', operator: 'is', values: [team] }],
      groupBy: ['n'],
      severity,
      page: true,
      enabled: true,
    });
  const receive = (team: string, numbers: readonly (number | string)[]) =>
    receiveSignals(room.system(), {
      sourceId,
      alerts: numbers.map((n) => ({
        labels: { team, n: String(n) },
        annotations: {},
        state: 'firing' as const,
        title: team,
        severity: '',
        url: '',
        startsAt: undefined,
        expiresAt: undefined,
      })),
    });
  /** As the runner does, until nothing is due. */
  const settle = async () => {
    for (const seconds of [1, 3]) {
      house.clock.advance({ seconds });
      while (await house.assembly.timers.runOne());
    }
  };
  const incidents = async () =>
    (await room.rows('incident', 'number, title')).slice(1).map(({ title }) => title);
  const storm = async () => String((await room.rows('storm', 'began_at, id')).at(-1)?.['id']);
  return {
    room,
    rule,
    receive,
    settle,
    incidents,
    storm,
    alert: async (team: string, numbers: readonly (number | string)[]) => {
      await receive(team, numbers);
      await settle();
    },
    pages: async () => (await room.rows('page', 'subject')).map(({ subject }) => subject),
  };
}

test('ten incidents, then one that collects what comes on top; it survives failing half way, and all is told once', async () => {
  const { room, rule, receive, settle, incidents, pages } = await stormy();
  await rule('net');
  await receive('net', upTo(300));
  await room.asItWas(() => room.within((tx) => weighSignals(tx)));
  await settle();
  expect(await incidents()).toEqual([...Array(10).fill('net'), 'アラームの集中']);
  expect(await pages()).toHaveLength(11);
  expect([
    await room.rows('storm_group', 'group_key'),
    await room.rows('storm_signal', 'signal_id'),
  ]).toMatchObject([{ length: 290 }, { length: 290 }]);
  // The same alarms again, and further ones, a little later: still that one, and nobody is paged anew.
  house.clock.advance({ minutes: 2 });
  await receive('net', [...upTo(300), ...upTo(20).map((n) => `later ${n}`)]);
  await settle();
  expect([(await incidents()).length, (await pages()).length]).toEqual([11, 11]);
  expect(await room.rows('storm_group', 'group_key')).toHaveLength(310);
});

test('a grave alarm of another rule is told by itself; a mild one is collected; when it is calm again each stands alone', async () => {
  const { rule, alert, incidents, pages } = await stormy();
  await rule('net');
  await rule('water', 4);
  await rule('mild', 1);
  await alert('net', upTo(50));
  await alert('water', ['intake']);
  await alert('mild', ['lamp']);
  await alert('water', ['outlet']);
  expect(await incidents()).toEqual([...Array(10).fill('net'), 'アラームの集中', 'water']);
  expect(await pages()).toContainEqual('#13 water');
  house.clock.advance({ minutes: 11 });
  await alert('mild', ['door']);
  expect((await incidents()).slice(-1)).toEqual(['mild']);
});

test('below what was set nothing is collected, and what was set holds for one organisation alone', async () => {
  const { room, rule, alert, incidents } = await stormy();
  const set = (most: number, minutes = 10) => setBrake(room.system(), { most, minutes });
  await expect(setBrake(room.as('head'), { most: 1, minutes: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await room.asItWas(() => set(60));
  expect(
    await room.race(
      () => set(60),
      () => set(60),
    ),
  ).toEqual({ won: 2, lost: [] });
  await rule('net');
  await alert('net', upTo(60));
  expect(await incidents()).toEqual(Array(60).fill('net'));
  await alert('net', ['one more']);
  expect((await incidents()).at(-1)).toBe('アラームの集中');
  const other = await stormy();
  await other.rule('net');
  await other.alert('net', upTo(11));
  expect((await other.incidents()).at(-1)).toBe('アラームの集中');
});

test('undone by one press: each group is an incident of its own, once, whoever presses and wherever it fails', async () => {
  const { room, rule, alert, receive, settle, incidents, storm, pages } = await stormy();
  await rule('net');
  await alert('net', upTo(130));
  const id = await storm();
  await expect(releaseStorm(room.as('head'), id, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(releaseStorm(room.as('commander'), room.incidentId, {})).rejects.toMatchObject({
    code: 'conflict',
  });
  const press = () => releaseStorm(room.as('commander'), id, {});
  await room.asItWas(press);
  expect(await room.race(press, press)).toEqual({ won: 1, lost: ['conflict'] });
  await room.asItWas(() => room.within((tx) => releaseHeld(tx, { stormId: id, page: false })));
  await settle();
  await settle();
  await settle();
  expect((await incidents()).filter((title) => title === 'net')).toHaveLength(130);
  expect(await pages()).toHaveLength(11);
  // What comes now counts anew, and what was collected goes to its own incident.
  await receive('net', [...upTo(130), 'fresh']);
  await settle();
  expect((await incidents()).filter((title) => title === 'net')).toHaveLength(131);
});

test('a storm that is resolved collects no more; the next one is another', async () => {
  const { room, rule, alert, incidents, storm } = await stormy();
  await rule('net');
  await alert('net', upTo(12));
  await turnIncident(room.as('commander'), await storm(), 'resolve', { note: '' });
  await alert('net', ['again 1', 'again 2']);
  expect((await incidents()).filter((title) => title === 'アラームの集中')).toHaveLength(2);
});

test('a label too long for an index is told apart all the same', async () => {
  const { rule, alert, incidents } = await stormy();
  await rule('net');
  const long = (end: string) =>
    Array.from({ length: 20_000 }, (_, i) => (i * 7919).toString(36)).join('') + end;
  await alert('net', [long('a'), long('b')]);
  expect(await incidents()).toEqual(['net', 'net']);
});

test('of two who set the brake on what they both had read one is told what is another', async () => {
  const { room } = await stormy();
  const set = (most: number, seen = { most: 10, minutes: 10 }) =>
    setBrake(room.system(), { most, minutes: 10, seen });
  expect(
    await room.race(
      () => set(60),
      () => set(70),
    ),
  ).toEqual({ won: 1, lost: ['conflict'] });
  await expect(set(80)).rejects.toMatchObject({ details: { fields: [{ field: 'most' }] } });
});
