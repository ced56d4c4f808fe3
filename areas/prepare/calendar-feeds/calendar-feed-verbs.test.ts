import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { makeFeed, revokeFeed } from './make-feed.ts';
import { takeLeave } from './take-leave.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('an address is made for one’s own turns, and revoked once', async () => {
  const room = await IncidentRoom.open(house);
  const make = () => makeFeed(room.as('responder'), null);
  await room.asItWas(make);
  await make();
  const [feed] = await room.rows('calendar_feed', 'id');
  const revoke = (by: 'responder' | 'head' = 'responder') => revokeFeed(room.as(by), String(feed?.['id']));
  await expect(revoke('head')).rejects.toMatchObject({ code: 'not-found' });
  await room.asItWas(() => revoke());
  expect(
    await room.race(
      () => revoke(),
      () => revoke(),
    ),
  ).toEqual({ won: 1, lost: ['not-found'] });
});

test('the same absences taken in twice at once are there once', async () => {
  const room = await IncidentRoom.open(house);
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:v',
    'SUMMARY:休暇',
    'DTSTART;VALUE=DATE:20261212',
    'DTEND;VALUE=DATE:20261213',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n');
  const take = (personId: string = room.ids.responder) => takeLeave(room.system(), { personId, ics });
  await expect(take(room.incidentId)).rejects.toMatchObject({ details: { fields: [{ field: 'personId' }] } });
  await room.asItWas(() => take());
  expect(
    await room.race(
      () => take(),
      () => take(),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('register_version', 'register, version')).toEqual([
    { register: 'leave', version: 1 },
  ]);
});
