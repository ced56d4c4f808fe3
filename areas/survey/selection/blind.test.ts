import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { callRoute, type Key } from '../../../test/route-caller.ts';
import { SurveyRoom } from '../../../test/survey-room.ts';
import { listContracts } from '../../contract.ts';
import { CONTRACTS } from '../../contracts.ts';
import { ROLES } from '../../roles.ts';
import { assignRater } from './assign-rater.ts';
import { finishSheet, reopenSheet } from './finish-sheet.ts';

/** Stands in everything the first rater wrote and nowhere else. */
const MARK = 'zqxwv-first';

let house: TestHouse;
let room: SurveyRoom;
/** One person who rates and holds every permission there is. */
let everything: Context;

beforeAll(async () => {
  house = await TestHouse.open();
  room = await SurveyRoom.open(house);
  await room.rating();
  const id = await house.person(room.orgId, ['administrator', 'rater']);
  everything = house.as(room.orgId, id, ['administrator', 'rater']);
  await assignRater(room.as('secretary'), room.cycleId, id);
  for (const name of ['first', 'second'] as const) await room.rate(name);
  await finishSheet(room.as('first'), room.cycleId);
});
afterAll(() => house.close());

const TABLES = [
  'survey_rating',
  'survey_sheet',
  'survey_candidate',
  'survey_pick',
  'survey_selection',
  'survey_selection_record',
  'survey_cycle',
  'ledger',
  'findable',
] as const;

/** Everything a table shows to that person, as text. */
const rowsOf = async (ctx: Context, table: string): Promise<string[]> => {
  const { rows } = await reading(ctx, (trx) =>
    sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(table)} AS t`.execute(trx),
  );
  return rows.map(({ row }) => row);
};
const raters = async (ctx: Context): Promise<string[]> => {
  const { rows } = await reading(ctx, (trx) =>
    sql<{ rater: string }>`SELECT DISTINCT rater_id::text AS rater FROM survey_rating`.execute(trx),
  );
  return rows.map(({ rater }) => rater).sort();
};

test('in SQL, as the application, nobody sees a rating of another before they are done, nor before all are', async () => {
  for (const table of TABLES)
    for (const ctx of [room.as('second'), room.as('third'), room.as('secretary'), everything])
      expect((await rowsOf(ctx, table)).filter((row) => row.includes(MARK))).toEqual([]);
  expect(await raters(room.as('second'))).toEqual([room.ids.second]);
  expect(await raters(room.as('secretary'))).toEqual([]);
  // Who is done sees who else is done, and that is nobody yet.
  expect(await raters(room.as('first'))).toEqual([room.ids.first]);
  expect(await rowsOf(room.as('first'), 'survey_sheet')).toHaveLength(3);
  expect(await rowsOf(room.as('second'), 'survey_sheet')).toHaveLength(1);
  // The mark is there for whoever owns the database: the looks above were looks at something.
  expect(await house.clone.query('SELECT FROM survey_rating WHERE document::text LIKE $1', [`%${MARK}%`])).toHaveLength(6); // biome-ignore format: one line
});

/** How many rows a statement of the application changed for that person, or why none. */
const changed = (ctx: Context, statement: string): Promise<number | string> =>
  inTransaction(ctx, async (tx) =>
    Number((await sql.raw(statement).execute(tx.sql)).numAffectedRows ?? 0),
  ).catch((error: unknown) => (error as Error).message);

test('in SQL nobody writes for another, nor on a sheet that is locked, nor opens their own', async () => {
  const { ids, cycleId } = room;
  const rls = 'new row violates row-level security policy for table "survey_rating"';
  const write = (rater: string, event: string) =>
    `INSERT INTO survey_rating SELECT '${room.orgId}', '${cycleId}', '${rater}', '${event}', '{}', now()`;
  expect(await changed(room.as('second'), write(ids.first, room.event(0)))).toBe(rls);
  expect(await changed(room.as('first'), write(ids.first, room.event(0)))).toBe(rls);
  expect(await changed(room.as('secretary'), write(ids.second, room.event(0)))).toBe(rls);
  const change = (rater: string) => `UPDATE survey_rating SET document = '{}' WHERE rater_id = '${rater}'`;
  for (const name of ['first', 'third', 'secretary'] as const)
    expect(await changed(room.as(name), change(ids.first))).toBe(0);
  const open = (rater: string) => `UPDATE survey_sheet SET locked_at = NULL WHERE rater_id = '${rater}'`;
  expect(await changed(room.as('first'), open(ids.first))).toBe(0);
  expect(await changed(room.as('second'), open(ids.first))).toBe(0);
  for (const name of ['first', 'second', 'secretary'] as const)
    expect(await changed(room.as(name), `DELETE FROM survey_sheet WHERE rater_id = '${ids.first}'`)).toBe(0); // biome-ignore format: one line
  expect(await changed(room.as('first'), 'DELETE FROM survey_rating')).toContain('permission denied');
});

/** What every address that answers says to that person, refusals included. */
async function answers(ctx: Context): Promise<Map<Key, string>> {
  const params = { id: room.cycleId, eventId: room.event(0), raterId: room.ids.first, list: 'sectors' };
  const said = new Map<Key, string>();
  const keys = listContracts(CONTRACTS).map(({ key }) => key as Key);
  for (const key of keys.filter((each) => each.startsWith('GET '))) {
    const answer = await callRoute(ctx, key, {
      params,
      query: { search: 'zqxwv', q: 'zqxwv' },
    } as never).catch((error: unknown) => ({ error: (error as Error).message }));
    said.set(key, JSON.stringify(answer));
  }
  return said;
}

test('no address tells it: neither to a rater, nor to who may do everything, as long as they rate', async () => {
  for (const ctx of [room.as('second'), room.as('secretary'), everything]) {
    const said = await answers(ctx);
    expect(said.size).toBeGreaterThan(100);
    expect([...said].filter(([, text]) => text.includes(MARK)).map(([key]) => key)).toEqual([]);
    expect(said.get('GET /api/survey/cycles/:id/selection')).toMatch(/"error"/);
  }
  const own = await answers(room.as('second'));
  expect(own.get('GET /api/survey/cycles/:id/sheet')).toContain('zqxwv-second');
  expect(own.get('GET /api/survey/cycles/:id/raters')).not.toContain(room.ids.first);
});

test('no line of the record holds a score, a candidate or its order; who rates how far is told to the secretariat alone', async () => {
  const lines = await house.clone.query<{ kind: string; body: object }>(
    `SELECT kind, body FROM ledger WHERE org_id = $1 AND kind LIKE 'survey.%'`,
    [room.orgId],
  );
  expect(lines.filter(({ kind }) => kind === 'survey.rating-kept').length).toBe(12);
  const events = room.events.map(({ eventId }) => eventId);
  const told = lines.filter(({ body }) => /score|rank|evidence/.test(JSON.stringify(body)) || events.some((id) => JSON.stringify(body).includes(id))); // biome-ignore format: one line
  expect(told).toEqual([]);
  expect(ROLES.rater.permissions).not.toContain('survey.manage');
  expect(ROLES.rater.permissions).not.toContain('audit.read');
});

test('of another organisation nobody sees anything', async () => {
  const orgId = await house.organisation();
  const stranger = house.as(orgId, await house.person(orgId, ['secretariat']), ['secretariat']);
  for (const table of ['survey_rating', 'survey_sheet', 'survey_candidate', 'survey_cycle'])
    expect(await rowsOf(stranger, table)).toEqual([]);
  const outsider = house.as(room.orgId, await house.person(room.orgId, ['contractor']), ['contractor']);
  expect(await rowsOf(outsider, 'survey_candidate')).toEqual([]);
  await expect(reopenSheet(stranger, room.cycleId, room.ids.first, newId())).rejects.toMatchObject({ code: 'not-found' }); // biome-ignore format: one line
});

test('whoever still rates does nothing for the secretariat', async () => {
  await expect(reopenSheet(everything, room.cycleId, room.ids.first, 'x')).rejects.toMatchObject({ code: 'conflict' }); // biome-ignore format: one line
  await expect(assignRater(everything, room.cycleId, room.ids.third)).rejects.toMatchObject({ code: 'conflict' }); // biome-ignore format: one line
});

test('who is done sees who is done; once all are, so does everybody who may', async () => {
  await finishSheet(room.as('second'), room.cycleId);
  const both = [room.ids.first, room.ids.second].sort();
  expect(await raters(room.as('second'))).toEqual(both);
  expect(await raters(room.as('first'))).toEqual(both);
  expect(await raters(room.as('third'))).toEqual([]);
  expect(await raters(everything)).toEqual([]);
  const key = 'GET /api/survey/cycles/:id/candidates/:eventId/ratings';
  expect((await answers(room.as('second'))).get(key)).toContain(MARK);
  expect((await answers(room.as('secretary'))).get(key)).not.toContain(MARK);
});
