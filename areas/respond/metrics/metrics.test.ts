import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { setUpHeadquarters } from '../headquarters/set-up.ts';
import { restrictIncident } from '../lifecycle/restrict-incident.ts';
import { turnIncident } from '../lifecycle/turn-incident.ts';
import { readMetrics } from './read-metrics.ts';

let house: TestHouse;
const clock = new StoryClock('2026-11-29T00:06:00Z');
beforeAll(async () => {
  house = await TestHouse.open({ clock });
});
afterAll(() => house.close());

test('times are of real incidents the reader may see, each with how many it rests on', async () => {
  const room = await IncidentRoom.open(house);
  const commander = () => room.as('commander');
  clock.advance({ minutes: 4 });
  await setUpHeadquarters(commander(), room.incidentId, { briefMinutes: 0 });
  clock.advance({ minutes: 56 });
  await turnIncident(commander(), room.incidentId, 'resolve', { note: '' });
  await room.declare({ title: '二件目' });
  await restrictIncident(commander(), room.incidentId, true);
  await room.declare({ title: '訓練', drill: true });
  const told = await readMetrics(commander(), { days: 30 });
  expect(told).toMatchObject({ incidents: 2, drills: 1, measured: 2 });
  expect(told.times).toEqual([
    { measure: 'notice', known: 0, medianSeconds: null, ninetiethSeconds: null },
    { measure: 'acknowledge', known: 0, medianSeconds: null, ninetiethSeconds: null },
    { measure: 'headquarters', known: 1, medianSeconds: 240, ninetiethSeconds: 240 },
    { measure: 'restore', known: 1, medianSeconds: 3_600, ninetiethSeconds: 3_600 },
  ]);
  expect(told.bySeverity.find(({ severity }) => severity === 3)?.incidents).toBe(2);
  expect(told.weeks.at(-1)).toMatchObject({ incidents: 2 });
  expect((await readMetrics(room.as('responder'), { days: 30 })).incidents).toBe(1);
});

test('what was declared before the period does not count', async () => {
  const room = await IncidentRoom.open(house);
  clock.advance({ hours: 24 * 31 });
  expect((await readMetrics(room.as('commander'), { days: 30 })).incidents).toBe(0);
  expect((await readMetrics(room.as('commander'), { days: 90 })).incidents).toBe(1);
});
