import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../database/migrate.ts';
import { newId } from '../../kernel/clock.ts';
import type { Clone } from '../database.ts';
import { openOldDatabase } from '../old-database.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../database/migrations');
const org = newId();
let old: Clone;
let seq = 0;

beforeAll(async () => {
  const mended = fs.readdirSync(MIGRATIONS).find((file) => file.endsWith('each-change-of-standing.sql'));
  old = await openOldDatabase({ migrations: Number(mended?.slice(0, 4)) - 1, queues: [] });
  await old.query(`SET search_path = sonae`);
  await old.query(`INSERT INTO organisation VALUES ($1, '調査機関', 'Asia/Tokyo', false, now())`, [org]);
}, 60_000);
afterAll(() => old.drop());

const day = (n: number): string => `2025-03-${String(n).padStart(2, '0')}T00:00:00.000Z`;
/** A report that passed on the first, as it stands now. */
async function report(number: number, state: string, place: string, eventId = newId()) {
  const id = newId();
  await old.query(
    `INSERT INTO survey_report (org_id, id, number, state, stage, door, operator_name, title, causes, reached, version, verdict, submitted_at, latest_at, event_id, place, draft_seen, withdrawn_reason, folded)
     VALUES ($1, $2, $3, $4, 'first', 'phone', '', '', '{}', '{}', 1, 'passed', $5, $5, $6, $7, 0, '', '')`,
    [org, id, number, state, day(1), eventId, place],
  );
  await old.query(
    `INSERT INTO survey_report_version (org_id, report_id, version, stage, door, sender, content, differences, sha256, submitted_at, received_at)
     VALUES ($1, $2, 1, 'first', 'phone', '', '{}', '[]', '', $3, $3)`,
    [org, id, day(1)],
  );
  await old.query(
    `INSERT INTO survey_verdict (org_id, id, report_id, version, verdict, reason, at, by) VALUES ($1, $2, $3, 1, 'passed', '', $4, '')`,
    [org, newId(), id, day(1)],
  );
  return { id, eventId };
}
async function said(kind: string, on: number, body: object): Promise<void> {
  seq += 1;
  await old.query(
    `INSERT INTO ledger (org_id, seq, chain, link, kind, at, precision, recorded_at, actor_kind, actor_id, body, hash)
     VALUES ($1, $2, '', $2, $3, $4, 'second', $4, 'system', '', $5, '')`,
    [org, seq, `survey.report-${kind}`, day(on), JSON.stringify(body)],
  );
}
/** As 0102 took it: one row, at the last change, as the report stands now. */
const merged = (id: string, on: number) =>
  old.query(
    `INSERT INTO survey_standing SELECT org_id, id, $2, state = 'withdrawn', place FROM survey_report WHERE id = $1`,
    [id, day(on)],
  );
/** From when to when it is counted. */
const counted = async (id: string) =>
  (
    await old.query<{ since: string; until: string }>(
      `SELECT since::date::text AS since, until::date::text AS until FROM survey_passed WHERE report_id = $1 ORDER BY since`,
      [id],
    )
  ).map(({ since, until }) => [since.slice(-2), until.slice(-2)].join('-'));

test('each change of how a report stood counts from its own day, as the record tells it', async () => {
  const lead = await report(1, 'received', 'primary');
  // Joined on the third, withdrawn on the seventh: it counted for two days.
  const joined = await report(2, 'withdrawn', 'supplement', lead.eventId);
  await said('joined', 3, { reportId: joined.id, eventId: lead.eventId });
  await said('withdrawn', 7, { reportId: joined.id, reason: '' });
  await merged(joined.id, 7);
  // Joined, then taken out again into an event of its own.
  const out = await report(3, 'received', 'primary');
  await said('joined', 3, { reportId: out.id, eventId: lead.eventId });
  await said('joined', 5, { reportId: out.id, eventId: out.eventId });
  // Joined, led for some days, and adds again since another leads.
  const led = await report(4, 'received', 'supplement', lead.eventId);
  await said('joined', 2, { reportId: led.id, eventId: lead.eventId });
  await said('led', 4, { reportId: led.id, eventId: lead.eventId });
  await said('led', 6, { reportId: lead.id, eventId: lead.eventId });
  await merged(led.id, 4);
  const plain = await report(5, 'withdrawn', 'primary');
  await said('withdrawn', 5, { reportId: plain.id, reason: '' });
  await merged(plain.id, 5);
  expect(await counted(joined.id)).toEqual(['01-07']);
  await migrate(old.url);
  expect(await counted(joined.id)).toEqual(['01-03']);
  expect(await counted(out.id)).toEqual(['01-03', '05-ty']);
  expect(await counted(led.id)).toEqual(['01-02', '04-06']);
  expect(await counted(lead.id)).toEqual(['01-04', '06-ty']);
  expect(await counted(plain.id)).toEqual(['01-05']);
});
