import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { choosePlan } from './choose-plan.ts';
import { estimateIncident } from './estimate-incident.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('a plan is chosen by who commands, among those in force; chosen by two at once it stands once', async () => {
  const room = await IncidentRoom.open(house);
  const choose = (by: 'commander' | 'chief' | 'responder') =>
    choosePlan(room.as(by), room.incidentId, 'network');
  await expect(choose('commander')).rejects.toMatchObject({ details: { fields: [{ field: 'plan' }] } });
  await room.publishPlan();
  await expect(choose('responder')).rejects.toMatchObject({ code: 'forbidden' });
  await room.asItWas(() => choose('commander'));
  expect(
    await room.race(
      () => choose('commander'),
      () => choose('chief'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('incident_plan', 'key')).toEqual([{ key: 'network' }]);
});

test('estimates that are made at once stand beside each other; the same twice is no news', async () => {
  const room = await IncidentRoom.open(house);
  const estimate = (input: string, value: string) =>
    estimateIncident(room.as('responder'), room.incidentId, input, value);
  await expect(estimate('outageMinutes', 'long')).rejects.toMatchObject({
    details: { fields: [{ field: 'value' }] },
  });
  await room.asItWas(() => estimate('outageMinutes', '30'));
  expect(
    await room.race(
      () => estimate('outageMinutes', '30'),
      () => estimate('personsAffected', '5000'),
    ),
  ).toEqual({ won: 2, lost: [] });
  const [row] = await house.clone.query<{ estimates: Record<string, unknown> }>(
    'SELECT estimates FROM incident WHERE id = $1',
    [room.incidentId],
  );
  expect(row?.estimates).toEqual({ outageMinutes: 30, personsAffected: 5000 });
  const again = () => estimate('outageMinutes', '60');
  expect(await room.race(again, again)).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('incident.estimated')).toHaveLength(3);
});
