import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { readRegister } from '../registers/index.ts';
import { LEAVE } from '../rosters/register.ts';
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

describe('a calendar taken in again', () => {
  const fileOf = (...events: string[]) =>
    ['BEGIN:VCALENDAR', ...events.map((each) => `BEGIN:VEVENT\nSUMMARY:休\n${each}\nEND:VEVENT`), 'END:VCALENDAR'].join('\n');
  async function staffed() {
    const room = await IncidentRoom.open(house);
    const personId = room.ids.responder;
    const leave = async () =>
      (await reading(room.system(), (trx) => readRegister(trx, LEAVE)))
        .map(({ entry: { from, fromTime, until, untilTime } }) => [from, fromTime, until, untilTime].filter(Boolean).join(' '))
        .sort();
    const take = (ics: string, gone: 'keep' | 'withdraw' = 'keep') => takeLeave(room.system(), { personId, ics, gone });
    return { room, leave, take };
  }
  const day = (uid: string, on: string, more = '') => `UID:${uid}\nDTSTART;VALUE=DATE:${on}${more}`;

  test('what was moved is moved, what was cancelled is gone, hours are kept', async () => {
    const { leave, take } = await staffed();
    await take(fileOf(day('a', '20261212'), 'UID:b\nDTSTART:20261214T130000\nDURATION:PT2H'));
    expect(await leave()).toEqual(['2026-12-12 2026-12-12', '2026-12-14 13:00 2026-12-14 15:00']);
    const moved = fileOf(day('a', '20261213'), 'UID:b\nSTATUS:CANCELLED\nDTSTART:20261214T130000');
    expect(await take(moved)).toEqual({ added: 1, known: 0, withdrawn: 2, notAway: 1, gone: [] });
    expect(await leave()).toEqual(['2026-12-13 2026-12-13']);
    expect(await take(moved)).toMatchObject({ added: 0, known: 1, withdrawn: 0 });
  });

  test('what the file does not tell any more is asked about, and withdrawn when somebody says so', async () => {
    const { leave, take } = await staffed();
    await take(fileOf(day('a', '20261212'), day('b', '20261220')));
    const asked = await take(fileOf(day('a', '20261212')));
    expect(asked).toMatchObject({ known: 1, withdrawn: 0, gone: [{ from: '2026-12-20' }] });
    expect(await leave()).toHaveLength(2);
    expect(await take(fileOf(day('a', '20261212')), 'withdraw')).toMatchObject({ withdrawn: 1, gone: [] });
    expect(await leave()).toEqual(['2026-12-12 2026-12-12']);
  });

  test('days gone by stay, and the rest of what has begun is the same absence', async () => {
    const { room, leave, take } = await staffed();
    const today = room.system().now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
    const plain = (n: number) => today.add({ days: n }).toString();
    const long = fileOf(day('a', plain(0).replaceAll('-', ''), `\nDTEND;VALUE=DATE:${plain(5).replaceAll('-', '')}`));
    await take(long);
    house.clock.advance({ hours: 24 });
    expect(await take(long)).toMatchObject({ added: 0, known: 1 });
    await take(fileOf(day('a', plain(9).replaceAll('-', ''))));
    expect(await leave()).toEqual([`${plain(0)} ${plain(0)}`, `${plain(9)} ${plain(9)}`]);
  });
}); // biome-ignore format: files at one look

test('an address is good as long as its owner may look at rosters', async () => {
  const room = await IncidentRoom.open(house);
  const { url } = await makeFeed(room.as('responder'), null);
  const read = async () => (await house.assembly.http?.inject({ url: new URL(url).pathname }))?.statusCode;
  const become = (...roles: string[]) =>
    house.clone.query('UPDATE person SET roles = $1 WHERE id = $2', [roles, room.ids.responder]);
  expect(await read()).toBe(200);
  await become('contractor');
  expect(await read()).toBe(410);
  await become('contractor', 'responder');
  expect(await read()).toBe(410);
  await become('responder');
  expect(await read()).toBe(200);
});
