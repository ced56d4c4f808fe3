import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestHouse } from '../../test/house.ts';
import { IncidentRoom } from '../../test/incident-room.ts';
import { callRoute } from '../../test/route-caller.ts';
import { readProofs } from '../ledger/proofs/index.ts';
import { restrictIncident } from '../respond/lifecycle/restrict-incident.ts';
import { addEntry } from '../respond/timeline/add-entry.ts';
import { exportEntries } from './export-entries.ts';
import { listEntries } from './list-entries.ts';
import { factName } from './rules.ts';
import type { EntryFilter } from './schema.ts';

let house: TestHouse;
let room: IncidentRoom;
beforeAll(async () => {
  house = await TestHouse.open();
  room = await IncidentRoom.open(house);
});
afterAll(() => house.close());

const ask = async (filter: Partial<EntryFilter> = {}, ctx = auditor()) =>
  (await listEntries(ctx, { limit: 100, ...filter })).entries;
const auditor = () => house.as(room.orgId, room.ids.commander, ['administrator']);
const write = (text: string, by: 'commander' | 'responder' = 'responder') =>
  addEntry(room.as(by), room.incidentId, { text, is: 'event', precision: 'minute' });
const wholeFile = async (filter: Partial<EntryFilter> = {}, language: 'ja' | 'en' = 'ja') => {
  const parts: string[] = [];
  for await (const part of exportEntries({ ...auditor(), language }, filter)) parts.push(part);
  return parts;
};

describe('the audit log in words', () => {
  test('names the incident by number and title, and says who did what to whom', async () => {
    await write('浄水場から電話');
    const [entry] = await ask({ kind: 'timeline.noted' });
    expect(entry?.incident).toMatchObject({ id: room.incidentId, title: '配水制御の停止' });
    expect(entry?.content).toContain('浄水場から電話');
    expect(entry?.who).toBe('responder');
  });

  test('is refused to whoever may not read it', async () => {
    await expect(listEntries(room.as('outsider'), { limit: 10 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(exportEntries(room.as('outsider'), {}).next()).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('is narrowed by person, act, incident and days of the organisation, each and together', async () => {
    await write('指揮者の記録', 'commander');
    const other = await IncidentRoom.open(house);
    const mine = await ask({ personId: room.ids.commander, kind: 'timeline.' });
    expect(mine.map(({ content }) => content)).toEqual(['指揮者の記録']);
    expect(
      (await ask({ incidentId: room.incidentId })).every(({ incident }) => incident?.id === room.incidentId),
    ).toBe(true);
    expect(await ask({ incidentId: other.incidentId })).toEqual([]);
    const today = house.clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
    expect((await ask({ from: today.toString(), to: today.toString() })).length).toBeGreaterThan(0);
    expect(await ask({ from: today.add({ days: 1 }).toString() })).toEqual([]);
    expect(await ask({ to: today.subtract({ days: 1 }).toString() })).toEqual([]);
    await expect(
      ask({ from: today.toString(), to: today.subtract({ days: 1 }).toString() }),
    ).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  test.each([
    ['what people wrote', '浄水場', true],
    ['every word of several', '浄水場 電話', true],
    ['the act in the reader’s words', factName('timeline.noted').ja, true],
    ['who did it', 'responder', true],
    ['the title of the incident', '配水制御', true],
    ['its number', '#1', true],
    ['a wildcard is a letter', '浄%場', false],
    ['what nobody wrote', '存在しない語', false],
  ])('is searched by %s', async (_, search, finds) => {
    await write('浄水場から電話');
    const found = (await ask({ search, kind: 'timeline.' })).some(({ content }) =>
      content.includes('浄水場'),
    );
    expect(found).toBe(finds);
  });

  test('pages without a gap and without a line twice', async () => {
    const all = await ask({ limit: 500 });
    const paged: number[] = [];
    for (let before: number | undefined; ; ) {
      const { entries, next } = await listEntries(auditor(), { limit: 3, before });
      paged.push(...entries.map(({ seq }) => seq));
      if (next === null) break;
      before = next;
    }
    expect(paged).toEqual(all.map(({ seq }) => seq));
  });

  test('shows nothing of an incident that is kept from whoever asks', async () => {
    const closed = await IncidentRoom.open(house);
    await restrictIncident(closed.as('commander'), closed.incidentId, true);
    const stranger = await house.person(closed.orgId, ['administrator']);
    const ctx = house.as(closed.orgId, stranger, ['administrator']);
    expect((await ask({ incidentId: closed.incidentId }, ctx)).length).toBe(0);
    expect((await ask({ search: '配水制御' }, ctx)).length).toBe(0);
  });
});

describe('the audit log as a file', () => {
  test('has the same lines as the list, in the reader’s language, and nothing that is a formula', async () => {
    await write('=HYPERLINK("http://evil.example","x")');
    const ja = (await wholeFile({ kind: 'timeline.' })).join('');
    expect(ja.startsWith('\uFEFF番号,記録日時（Asia/Tokyo）')).toBe(true);
    expect(ja).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    expect(ja.trim().split('\n')).toHaveLength(1 + (await ask({ kind: 'timeline.' })).length);
    expect((await wholeFile({ kind: 'timeline.' }, 'en')).join('')).toContain('Number,Recorded (Asia/Tokyo)');
  });

  test('goes out in parts when it is long', async () => {
    for (let n = 0; n < 510; n += 1) await write(`記録${n}`);
    const parts = await wholeFile({ kind: 'timeline.' });
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join('').trim().split('\n')).toHaveLength(
      1 + (await ask({ kind: 'timeline.', limit: 1000 })).length,
    );
  });
});

describe('a check of the audit log', () => {
  const verify = () => callRoute(auditor(), 'GET /api/ledger/verification');

  test('says what was checked, from when to when, the hash of all lines and by which key that is signed', async () => {
    const told = await verify();
    const [last] = await ask({ limit: 1 });
    expect(told).toMatchObject({
      firstBreak: null,
      proofBreak: null,
      checkedAt: house.clock.now().toString(),
    });
    expect(told.lines).toBe(last?.seq);
    expect(told.recorded?.to).toBe(last?.recordedAt);
    expect(told.signed?.root).toMatch(/^[0-9a-f]{64}$/);
    // What is kept of it is a proof that a later check takes.
    const [proof] = readProofs(told.report);
    expect(proof).toMatchObject({ lines: told.lines, root: told.signed?.root });
    expect(told.report).toContain(told.signed?.key);
    expect(told.report).toContain('改ざん・欠落はありません');
  });

  test('of a log that was changed signs nothing, and says where it is broken', async () => {
    const other = await IncidentRoom.open(house);
    await house.clone.query('UPDATE ledger SET body = \'{"text":"x"}\' WHERE org_id = $1 AND seq = 1', [
      other.orgId,
    ]);
    const ctx = house.as(other.orgId, other.ids.commander, ['administrator']);
    const told = await callRoute(ctx, 'GET /api/ledger/verification');
    expect(told.firstBreak).toMatchObject({ kind: 'changed', link: 1 });
    expect(told.signed).toBeNull();
    expect(readProofs(told.report)).toEqual([]);
    expect(told.report).toContain('改ざんの疑い');
  });
});
