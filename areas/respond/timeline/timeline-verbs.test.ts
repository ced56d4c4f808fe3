import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { addEntry } from './add-entry.ts';
import { amendEntry } from './amend-entry.ts';
import { disputeEntry, settleDispute } from './dispute-entry.ts';
import { judgeEntry } from './judge-entry.ts';
import { type NewEntry, newEntry } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const CLIENT = '018f0000-0000-7000-8000-000000000003';

async function staffed() {
  const room = await IncidentRoom.open(house);
  const note = (more: Partial<NewEntry> = {}, by: 'responder' | 'outsider' = 'responder') =>
    addEntry(room.as(by), room.incidentId, newEntry.parse({ text: '弁が閉じた', ...more }));
  const lines = (kind: string) =>
    house.clone.query<{ seq: number; corrects: number | null; body: Record<string, unknown> }>(
      `SELECT seq::int, corrects::int, body FROM ledger WHERE incident_id = $1 AND kind = $2 ORDER BY seq`,
      [room.incidentId, kind],
    );
  return { room, note, lines, noted: async () => (await lines('timeline.noted')).at(-1)?.seq ?? 0 };
}

test('a note that is sent twice at once is one; one for a time to come is refused', async () => {
  const { room, note, lines } = await staffed();
  const later = house.clock.now().add({ hours: 1 }).toString();
  await expect(note({ at: later })).rejects.toMatchObject({ details: { fields: [{ field: 'at' }] } });
  await room.asItWas(() => note());
  await note({ is: 'event', certainty: 'likely' });
  expect((await lines('timeline.noted')).at(-1)?.body).toMatchObject({ is: 'event', certainty: 'likely' });
  const again = () => note({ clientId: CLIENT });
  expect(await room.race(again, again)).toEqual({ won: 2, lost: [] });
  expect(await lines('timeline.noted')).toHaveLength(2);
  expect(
    await room.race(
      () => note(),
      () => note(),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await lines('timeline.noted')).toHaveLength(4);
});

test('whoever is named in a note is told once, with the mark of a drill; who may not see it is refused by name', async () => {
  const { room, note, lines } = await staffed();
  const { head, chief, responder, outsider } = room.ids;
  const told = () => room.rows('message', 'person_id, kind, subject, text');
  await expect(note({ mentions: [head, outsider] })).rejects.toMatchObject({
    details: { fields: [{ field: 'mentions' }] },
  });
  await expect(note({ mentions: [CLIENT] })).rejects.toMatchObject({
    details: { fields: [{ field: 'mentions' }] },
  });
  expect(await lines('timeline.noted')).toEqual([]);
  await room.asItWas(() => note({ mentions: [head] }));
  const once = () => note({ mentions: [head, head, responder], clientId: CLIENT });
  expect(await room.race(once, once)).toEqual({ won: 2, lost: [] });
  expect((await lines('timeline.noted')).at(-1)?.body).toMatchObject({ mentions: [head, responder] });
  expect(await told()).toMatchObject([{ person_id: head, kind: 'mention' }]);
  // A flood of notes within two minutes is one message for each person; a later note is a message of its own.
  const flood = () => note({ mentions: [head, chief] });
  await room.race(flood, flood, flood);
  expect(await told()).toHaveLength(2);
  house.clock.advance({ minutes: 3 });
  await note({ mentions: [head] });
  expect(await told()).toHaveLength(3);

  await room.declare({ drill: true, title: '訓練' });
  await note({ mentions: [head] });
  const [drill] = (await told()).filter(({ subject }) => String(subject).includes('訓練'));
  expect(drill).toMatchObject({ subject: expect.stringContaining('DRILL') });
});

test.each([
  [['x']],
  [Array.from({ length: 11 }, (_, n) => `018f0000-0000-7000-8000-0000000000${10 + n}`)],
  ['x'],
])(
  'mentions that are no ids of people, or of too many, are refused before anything is written: %j',
  (mentions) => {
    expect(newEntry.safeParse({ text: 'a', mentions }).success).toBe(false);
  },
);

test('a line is corrected by its author or who commands, and annotated by anybody; all of it stays', async () => {
  const { room, note, lines, noted } = await staffed();
  await note();
  const seq = await noted();
  const amend = (
    by: 'responder' | 'relations' | 'commander',
    how: 'correct' | 'annotate',
    text = by as string,
  ) => amendEntry(room.as(by), room.incidentId, seq, how, { text });
  await expect(amend('relations', 'correct')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    amendEntry(room.as('responder'), room.incidentId, 1, 'correct', { text: 'x' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await room.asItWas(() => amend('responder', 'correct'));
  await room.asItWas(() => amend('relations', 'annotate'));
  expect(
    await room.race(
      () => amend('responder', 'correct'),
      () => amend('commander', 'correct'),
      () => amend('relations', 'annotate'),
    ),
  ).toEqual({ won: 3, lost: [] });
  expect(
    (await lines('timeline.corrected')).map(({ corrects, body }) => [corrects, body['text']]).toSorted(),
  ).toEqual([
    [seq, 'commander'],
    [seq, 'responder'],
  ]);
  expect(await lines('timeline.annotated')).toMatchObject([{ corrects: seq }]);
});

test('accounts that differ stand beside each other, and one of them holds', async () => {
  const { room, note, lines, noted } = await staffed();
  await note();
  const seq = await noted();
  const dispute = (source: string, of = seq) =>
    disputeEntry(room.as('responder'), room.incidentId, of, { text: '10時12分', source });
  await expect(dispute('提供者', 1)).rejects.toMatchObject({ code: 'not-found' });
  await room.asItWas(() => dispute('提供者'));
  expect(
    await room.race(
      () => dispute('提供者'),
      () => dispute('利用者'),
    ),
  ).toEqual({ won: 2, lost: [] });
  const told = await lines('timeline.disputed');
  expect(told.map(({ corrects }) => corrects)).toEqual([seq, seq]);
  const settle = (holds: number) =>
    settleDispute(room.as('commander'), room.incidentId, seq, { holds, basis: '記録' });
  await expect(settle(1)).rejects.toMatchObject({ details: { fields: [{ field: 'holds' }] } });
  const holds = told[0]?.seq ?? 0;
  await room.asItWas(() => settle(holds));
  expect(
    await room.race(
      () => settle(holds),
      () => settle(seq),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await lines('timeline.settled')).toHaveLength(2);
});

test('how a response worked out is judged by as many as judge it', async () => {
  const { room, note, lines, noted } = await staffed();
  await note({ is: 'response' });
  const seq = await noted();
  const judge = (by: 'responder' | 'commander', of = seq) =>
    judgeEntry(room.as(by), room.incidentId, of, by === 'commander' ? 'partly' : 'effective');
  await expect(judge('responder', 1)).rejects.toMatchObject({ code: 'not-found' });
  await room.asItWas(() => judge('responder'));
  expect(
    await room.race(
      () => judge('responder'),
      () => judge('commander'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect((await lines('timeline.judged')).map(({ corrects }) => corrects)).toEqual([seq, seq]);
});
