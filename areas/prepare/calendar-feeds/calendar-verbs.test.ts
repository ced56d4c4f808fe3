import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWorker } from '../../../kernel/in-worker.ts';
import { firstAdministrator, type Visitor } from '../../../test/browser-like.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { readAbsencesInWorker } from './read-ics-in-worker.ts';

let house: TestHouse;
let admin: Visitor;
let personId: string;
beforeAll(async () => {
  // The sign-in library keeps its own time.
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  await house.organisation();
  admin = await firstAdministrator(house);
  personId = String((await admin.send('GET', '/api/account/me')).body['personId']);
});
afterAll(() => house.close());

const LARGEST = 500_000;
/** Today where the organisation is: by Greenwich it is another day for nine hours. */
const start = () =>
  house.clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString().replaceAll('-', '');
const event = (rule: string) =>
  `BEGIN:VEVENT\nUID:u\nSUMMARY:休\nDTSTART:${start()}T000000\nDTEND:${start()}T000001\n${rule}\nEND:VEVENT\n`;
function filled(unit: string, head = 'BEGIN:VCALENDAR\n', tail = 'END:VCALENDAR\n'): string {
  return head + unit.repeat(Math.floor((LARGEST - head.length - tail.length) / unit.length)) + tail;
}
const hand = (ics: string) => admin.send('POST', '/api/prepare/leave-file', { personId, ics });

test.each([
  ['events by the second', () => filled(event('RRULE:FREQ=SECONDLY')), 422, /「休」.*再度書き出して/],
  ['an event of many rules', () => filled('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31\n', `BEGIN:VCALENDAR\n${event('').replace('END:VEVENT\n', '')}`, 'END:VEVENT\nEND:VCALENDAR\n'), 0, /./],
  ['lines folded without end', () => filled('\n ', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a', '\nEND:VEVENT\nEND:VCALENDAR\n'), 409, /不在の予定がありません/],
  ['events in events', () => filled('BEGIN:VEVENT\n', 'BEGIN:VCALENDAR\n', ''), 400, /iCalendar/],
])('others are answered while a file is read: %s', async (_, ics, status, said) => {
  let read = false;
  const file = admin
    .send('POST', '/api/prepare/leave-file', { personId, ics: ics() }, { 'accept-language': 'ja' })
    .finally(() => {
      read = true;
    });
  const answered = await admin.send('GET', '/healthz');
  // On the server's own thread nothing would be answered before the file is read.
  expect([answered.status, read]).toEqual([200, false]);
  const answer = await file;
  if (status > 0) expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(said)]);
  expect(answer.status).toBeLessThan(500);
}, 40_000); // biome-ignore format: a table

test('a rule that never occurs is refused, and the event and its mend are named', async () => {
  const answer = await hand(
    `BEGIN:VCALENDAR\n${event('RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')}END:VCALENDAR\n`,
  );
  expect(answer.status).toBe(422);
  expect(answer.body['errors']).toEqual([
    {
      field: 'ics',
      name: 'Calendar file',
      mend: expect.stringMatching(/“休” in the calendar file.*matches no day.*Fix or remove it/),
    },
  ]);
});

test('one file at a time, and whoever would wait long is asked to come back', async () => {
  const task = {
    ics: `BEGIN:VCALENDAR\n${event('RRULE:FREQ=DAILY')}END:VCALENDAR\n`,
    timeZone: 'Asia/Tokyo',
    first: house.clock.now().toString().slice(0, 10),
    last: house.clock
      .now()
      .add({ hours: 24 * 90 })
      .toString()
      .slice(0, 10),
  };
  const asked = await Promise.allSettled(Array.from({ length: 5 }, () => readAbsencesInWorker(task)));
  expect(asked.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  expect(asked.at(-1)).toMatchObject({ reason: { code: 'too-many', details: { retryAfterSeconds: 15 } } });
  // And afterwards the way is free again.
  expect((await readAbsencesInWorker(task)).absences.length).toBeGreaterThan(0);
});

test('a thread that takes too many is ended with the error of whoever asked', async () => {
  const forever = new URL('data:text/javascript,for(;;);');
  const limits = { longestMs: 300, mostMemoryMb: 64 };
  await expect(inWorker(forever, {}, limits, () => new Error('too long'))).rejects.toThrow('too long');
  const hoard = new URL('data:text/javascript,const a=[];for(;;)a.push(new Array(1e5).fill(1.5));');
  await expect(
    inWorker(hoard, {}, { longestMs: 30_000, mostMemoryMb: 32 }, () => new Error('too many')),
  ).rejects.toThrow('too many');
  const silent = new URL('data:text/javascript,');
  await expect(inWorker(silent, {}, limits, () => new Error('nothing'))).rejects.toThrow('nothing');
});

test('a calendar is taken in once, and a name is never cut in half', async () => {
  const ics = `BEGIN:VCALENDAR\n${event('').replace('休', '😀'.repeat(150))}END:VCALENDAR\n`;
  expect((await hand(ics)).body).toMatchObject({ added: 1, known: 0 });
  expect((await hand(ics)).body).toMatchObject({ added: 0, known: 1 });
});
