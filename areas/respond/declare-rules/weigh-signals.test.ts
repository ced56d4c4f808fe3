import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { receiveSignals } from '../../detect/signals/receive-signals.ts';
import { addSource } from '../../detect/sources/add-source.ts';
import { turnIncident } from '../lifecycle/turn-incident.ts';
import { addRule } from './add-rule.ts';
import { releaseHeld } from './release-held.ts';
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
        title: `t${n}`,
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
