import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { recordDecision } from '../headquarters/decide.ts';
import { setUpHeadquarters } from '../headquarters/set-up.ts';
import { weighHeadquarters } from '../headquarters/weigh-headquarters.ts';
import { restrictIncident } from '../lifecycle/restrict-incident.ts';
import { turnIncident } from '../lifecycle/turn-incident.ts';
import { addEntry } from '../timeline/add-entry.ts';
import { readLanes } from './read-lanes.ts';

let house: TestHouse;
const clock = new StoryClock('2026-11-29T00:06:00Z');
beforeAll(async () => {
  house = await TestHouse.open({ clock });
});
afterAll(() => house.close());

test('a lane tells where its incident stands, who leads, what is due and what was written last', async () => {
  const room = await IncidentRoom.open(house);
  await room.publishPlan();
  await room.within((tx) => weighHeadquarters(tx, { incidentId: room.incidentId, anyway: false }));
  const worked = async () =>
    (await readLanes(room.as('commander'))).lanes[0]?.phases.find(({ state }) => state === 'current')?.phase;
  // A headquarters that is proposed waits for a decision, as its room says.
  expect(await worked()).toBe('headquarters');
  clock.advance({ minutes: 4 });
  await setUpHeadquarters(room.as('commander'), room.incidentId, { briefMinutes: 0 });
  clock.advance({ minutes: 3 });
  await addEntry(room.as('responder'), room.incidentId, {
    text: '予備系に切り替えた',
    precision: 'minute',
    is: 'response',
  });
  await recordDecision(room.as('commander'), room.incidentId, {
    question: '周知するか',
    options: [],
    decision: '水圧低下として周知する',
    basis: '',
    deciderId: room.ids.commander,
  });
  const { lanes, open } = await readLanes(room.as('commander'));
  expect(open).toBe(1);
  const [lane] = lanes;
  expect(lane?.phases.find(({ phase }) => phase === 'headquarters')).toMatchObject({ state: 'done' });
  expect(await worked()).toBe('contained');
  expect(lane?.room?.headquarters).toMatchObject({ seconds: 240, met: true, state: 'standing' });
  expect(lane?.room?.latest.map(({ is, text }) => [is, text])).toEqual([
    ['decision', '水圧低下として周知する'],
    ['response', '予備系に切り替えた'],
  ]);
});

test('who may not enter the room is told no more than the phases, and a restricted incident is no lane of others', async () => {
  const room = await IncidentRoom.open(house);
  const hidden = room.incidentId;
  await restrictIncident(room.as('commander'), hidden, true);
  expect((await readLanes(room.as('commander'))).lanes.map(({ id }) => id)).toEqual([hidden]);
  expect(await readLanes(room.as('responder'))).toMatchObject({ lanes: [], open: 0 });
  const outside = room.as('outsider');
  expect(outside.actor.permissions.has('room.read')).toBe(false);
  expect((await readLanes(outside)).lanes).toEqual([]);
});

test('the last incident and the last drill that are over are told apart', async () => {
  const room = await IncidentRoom.open(house);
  const first = room.incidentId;
  await turnIncident(room.as('commander'), first, 'resolve', { note: '' });
  await room.declare({ drill: true, title: '停電訓練' });
  const { lanes, lastIncident, lastDrill } = await readLanes(room.as('commander'));
  expect(lastIncident).toMatchObject({ id: first });
  expect(lastDrill).toBeNull();
  expect(lanes.map(({ drill }) => drill)).toEqual([true]);
});
