import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Context, reading } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { heard, hearingOf } from '../../../test/hearing-room.ts';
import { TestHouse } from '../../../test/house.ts';
import { callRoute, type Key } from '../../../test/route-caller.ts';
import { SurveyRoom } from '../../../test/survey-room.ts';
import { toldReport, value } from '../../../test/told-report.ts';
import { exportEntries } from '../../audit/export-entries.ts';
import { entryExport } from '../../audit/schema.ts';
import { listContracts } from '../../contract.ts';
import { CONTRACTS } from '../../contracts.ts';
import { FACTS } from '../../facts.ts';
import { LedgerTail } from '../../ledger/index.ts';
import { permissionsOf, type Role } from '../../roles.ts';
import { openDoor } from '../doors/open-door.ts';
import { doorOpened } from '../doors/schema.ts';
import { makeKey } from '../exchange/make-key.ts';
import { handOver } from '../hearings/hand-over.ts';
import { planHearing } from '../hearings/plan-hearing.ts';
import { handedOver } from '../hearings/schema.ts';
import { askQuestion } from '../intake/ask-question.ts';
import { attachSource } from '../intake/attach-source.ts';
import { draftReport, saveReportDraft, submitReport } from '../intake/draft-report.ts';
import { judgeReport, withdrawReport } from '../intake/judge-report.ts';
import { lookAtReport } from '../intake/look-at-report.ts';
import { asked, newDraft, savedDraft, submission, verdictGiven } from '../intake/schema.ts';
import { addOperator } from '../operators/keep-operator.ts';
import { operatorBody } from '../operators/schema.ts';
import { beginOwn } from '../reporting/begin-own.ts';
import { lookAtStatistics } from '../statistics/look-at-statistics.ts';
import { statisticsQuery } from '../statistics/schema.ts';
import { eventsOfIntake } from './events-of-intake.ts';
import { listCandidates } from './list-candidates.ts';
import { lookAtCandidates, lookAtOwnSheet } from './look-at-sheets.ts';
import { readRated } from './read-rated.ts';
import { candidatePage } from './schema.ts';

/** Stands in what was reported and passed; in who is to be contacted; in everything else that lies at the desk. */
const [PASSED, CONTACT, DESK] = ['zqxwv-passed', 'zqxwv-contact', 'zqxwv-desk'];

let house: TestHouse;
let room: SurveyRoom;
let eventId: string;
let reportId: string;
beforeAll(async () => {
  house = await TestHouse.open();
  room = await SurveyRoom.open(house);
  const ctx = room.as('secretary');
  const told = (outline: string) =>
    toldReport({
      title: '配水の停止',
      outline: value(outline),
      times: { noticed: value({ at: '2020-01-05T09:00:00+09:00' }) },
      contacts: [{ name: CONTACT, email: `${CONTACT}@example.jp` }],
    });
  const received = async (outline: string, submittedAt: string) => {
    const { id } = await draftReport(ctx, newDraft.parse({ content: told(outline) }));
    await submitReport(ctx, id, submission.parse({ stage: 'first', seen: 0, submittedAt }));
    return id;
  };
  reportId = await received(PASSED, '2024-05-01T09:00:00+09:00');
  await judgeReport(ctx, reportId, verdictGiven.parse({ verdict: 'passed', seen: 1 }));
  await lookAtReport(ctx, reportId);
  // A later version that nobody looked at yet, and another report out of the window.
  await saveReportDraft(ctx, reportId, savedDraft.parse({ content: told(`${PASSED} ${DESK}`), seen: 0 }));
  await withdrawReport(ctx, await received(DESK, '2020-05-01T09:00:00+09:00'), DESK);
  await listCandidates(ctx, room.cycleId, eventsOfIntake);
  house.clock.advance({ hours: 1 });
  await submitReport(room.as('secretary'), reportId, submission.parse({ stage: 'followUp', seen: 1, submittedAt: '2024-06-01T09:00:00+09:00' })); // biome-ignore format: one line
  await askQuestion(ctx, reportId, asked.parse({ text: DESK }));
  await openDoor(ctx, doorOpened.parse({ reportId, name: DESK, email: `${DESK}@example.jp` }));
  await attachSource(ctx, reportId, `${DESK}.txt`, Buffer.from(DESK));
  await addOperator(ctx, operatorBody.parse({ name: DESK, way: 'direct' }));
  await makeKey(ctx);
  await beginOwn(house.as(room.orgId, room.ids.responder, ['commander']), { incidentId: null, peerId: null });
  eventId =
    (await lookAtCandidates(ctx, room.cycleId, candidatePage.parse({}))).candidates.find(
      ({ out }) => out === null,
    )?.eventId ?? '';
  await planHearing(ctx, hearingOf(eventId, { note: DESK, attendees: [{ side: 'operator', role: '部長', name: DESK, email: `${DESK}@example.jp` }] })); // biome-ignore format: one line
  const hearingId = await heard(ctx, eventId, [{ text: DESK }], false);
  await callRoute(ctx, 'POST /api/survey/hearings/:id/questions', {
    params: { id: hearingId },
    body: { section: 'background', text: DESK },
  });
  await handOver(ctx, hearingId, handedOver.parse({ name: `${DESK}.txt`, content: Buffer.from(DESK).toString('base64'), at: '2026-01-10T14:30:00+09:00', from: DESK, to: DESK })); // biome-ignore format: one line
  await callRoute(ctx, 'POST /api/survey/cycles/:id/raters', { params: { id: room.cycleId }, body: { personId: room.ids.first } }); // biome-ignore format: one line
});
afterAll(() => house.close());

/** What each table of a survey shows to that person, as text; of the record and of what is found and sent, what is of a survey. */
async function seen(ctx: Context): Promise<Record<string, string[]>> {
  const tables = await house.clone.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'sonae'::regnamespace AND c.relkind IN ('r', 'v')
       AND (c.relname LIKE 'survey%' OR c.relname LIKE 'own\\_%') ORDER BY 1`,
  );
  const rest = {
    ledger: `SELECT kind AS row FROM ledger WHERE kind ~ '^(survey|own-report|package|peer|exchange)[.]' GROUP BY 1`,
    findable: `SELECT t::text AS row FROM findable AS t WHERE kind LIKE 'survey%'`,
    message: `SELECT t::text AS row FROM message AS t WHERE purpose LIKE 'survey%'`,
  };
  const looks = [
    ...tables.map(({ name }) => [name, `SELECT t::text AS row FROM ${name} AS t`] as const),
    ...Object.entries(rest),
  ];
  return reading(ctx, async (trx) => {
    const all: Record<string, string[]> = {};
    for (const [name, look] of looks) {
      const { rows } = await sql.raw<{ row: string }>(look).execute(trx);
      if (rows.length > 0) all[name] = rows.map(({ row }) => row);
    }
    return all;
  });
}
const someone = async (orgId: string, ...roles: Role[]): Promise<Context> =>
  house.as(orgId, await house.person(orgId, roles), roles);

/** Tables of which nothing stands here; what comes to be in one is looked at by the tests of its thing. */
const EMPTY = [
  'own_consent',
  'own_minutes',
  'own_minutes_said',
  'own_published',
  'own_published_lesson',
  'own_question',
  'own_report_version',
  'own_review',
  'own_review_comment',
  'own_review_edition',
  'survey_consent',
  'survey_consent_code',
  'survey_deadlines',
  'survey_draft',
  'survey_erratum',
  'survey_entity',
  'survey_edition',
  'survey_harmless_word',
  'survey_hearing_comment',
  'survey_peer',
  'survey_pick',
  'survey_public_edition',
  'survey_publication',
  'survey_publication_file',
  'survey_disclosure',
  'survey_lesson_answer',
  'survey_lessons_sent',
  'survey_linkage_decision',
  'survey_public_fact',
  'survey_identification_attempt',
  'survey_rated_report',
  'survey_rating',
  'survey_received',
  'survey_refused',
  'survey_review',
  'survey_review_asking',
  'survey_review_comment',
  'survey_selection',
  'survey_selection_record',
  'survey_sent',
];

test('in SQL, as the application, everybody sees what is theirs of a survey and no row more', async () => {
  const desk = await seen(room.as('secretary'));
  const tables = await house.clone.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'sonae'::regnamespace AND relkind IN ('r', 'v') AND (relname LIKE 'survey%' OR relname LIKE 'own\\_%')`,
  );
  // A new table is looked at here, or stands on the list above.
  expect([...tables.map(({ name }) => name), 'findable', 'ledger', 'message'].filter((name) => !EMPTY.includes(name) && !desk[name])).toEqual([]); // biome-ignore format: one line
  expect(Object.keys(await seen(room.as('responder')))).toEqual([]);
  expect(Object.keys(await seen(room.as('second')))).toEqual([
    'survey_criteria',
    'survey_cycle',
    'survey_listing',
    'ledger',
    'findable',
  ]);
  const rater = await seen(room.as('first'));
  expect(Object.keys(rater)).toEqual(['survey_candidate', 'survey_criteria', 'survey_cycle', 'survey_listing', 'survey_rated_report', 'survey_sheet', 'ledger', 'findable']); // biome-ignore format: one line
  expect(rater['survey_candidate']).toHaveLength(1);
  expect(rater['survey_rated_report']).toHaveLength(1);
  expect(rater['survey_rated_report']?.[0]).toContain(PASSED);
  expect(JSON.stringify(rater)).not.toMatch(new RegExp(`${CONTACT}|${DESK}`));
  const commander = await seen(await someone(room.orgId, 'commander'));
  expect(Object.keys(commander)).toEqual(['own_report', 'survey_key', 'ledger']);
  const strange = await house.organisation();
  for (const role of ['administrator', 'secretariat', 'rater', 'commander'] as const)
    expect(Object.keys(await seen(await someone(strange, role)))).toEqual([]);
  expect(Object.keys(await seen(await someone(room.orgId, 'contractor')))).toEqual([]);
});

test('in SQL of the record of a survey everybody sees the lines that their permissions let them read', async () => {
  const kinds = Object.keys(FACTS).filter((kind) =>
    /^(survey|own-report|package|peer|exchange)\./.test(kind),
  );
  expect(kinds.length).toBeGreaterThan(50);
  for (const role of ['administrator', 'secretariat', 'rater', 'commander', 'responder'] as const) {
    const { rows } = await reading(await someone(room.orgId, role), (trx) =>
      sql<{ kind: string }>`SELECT kind FROM unnest(${kinds}::text[]) AS kind WHERE is_survey_line_shown(kind)`.execute(trx),
    ); // biome-ignore format: one line
    const may = permissionsOf([role]);
    const read = kinds.filter((kind) => may.has(FACTS[kind as keyof typeof FACTS].read));
    expect([role, rows.map(({ kind }) => kind).toSorted()]).toEqual([role, read.toSorted()]);
  }
});

/** Every address that answers that person with a mark, whichever of the ids they ask by. */
async function told(ctx: Context, mark: RegExp): Promise<string[]> {
  const found = new Set<string>();
  const keys = listContracts(CONTRACTS).map(({ key }) => key as Key);
  for (const id of [reportId, eventId, room.cycleId, newId()])
    for (const key of keys.filter((each) => each.startsWith('GET '))) {
      const params = { id, eventId, version: 1, list: 'sectors', raterId: room.ids.first };
      const query = { search: 'zqxwv', q: 'zqxwv', from: '2024-01-01', until: '2024-12-31' };
      const answer = await callRoute(ctx, key, { params, query } as never).catch(() => undefined);
      if (mark.test(JSON.stringify(answer ?? null))) found.add(key);
    }
  return [...found].toSorted();
}

test('by every address, the exports and the stream a rater is told of the report they rate, and of nothing else', async () => {
  const report = 'GET /api/survey/cycles/:id/candidates/:eventId/report';
  expect(await told(room.as('secretary'), /zqxwv-desk/)).toContain('GET /api/survey/reports/:id');
  expect(await told(room.as('first'), /zqxwv-passed/)).toEqual([report]);
  expect(await told(room.as('first'), /zqxwv-(contact|desk)/)).toEqual([]);
  for (const ctx of [room.as('second'), room.as('responder'), await someone(await house.organisation(), 'administrator')])
    expect(await told(ctx, /zqxwv/)).toEqual([]); // biome-ignore format: one line
  for (const ctx of [await someone(room.orgId, 'commander'), await someone(room.orgId, 'executive')]) {
    let file = '';
    for await (const part of exportEntries(ctx, entryExport.parse({}))) file += part;
    expect(file).toContain('組織');
    expect(file).not.toMatch(/情報連絡を受理|zqxwv/);
  }
  const moment = newId();
  const tail = new LedgerTail();
  const kindsOf = async (ctx: Context) => (await tail.after(ctx, 0, moment)).lines.map(({ kind }) => kind);
  expect(await kindsOf(room.as('first'))).not.toContain('survey.report-received');
  expect(await kindsOf(room.as('secretary'))).toContain('survey.report-received');
  expect(await kindsOf(room.as('first'))).toContain('survey.cycle-opened');
});

test('a rater who is not assigned is shown no candidate, and no report of one', async () => {
  expect((await lookAtCandidates(room.as('second'), room.cycleId, candidatePage.parse({}))).candidates).toEqual([]); // biome-ignore format: one line
  await expect(lookAtOwnSheet(room.as('second'), room.cycleId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(readRated(room.as('second'), room.cycleId, eventId)).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(readRated(room.as('responder'), room.cycleId, eventId)).rejects.toMatchObject({ code: 'forbidden' }); // biome-ignore format: one line
});

test('a rater reads the newest version that passed, without contacts, and the reading is written down', async () => {
  const logged = () =>
    house.clone.query<{ by: string; version: number }>(
      'SELECT by, version FROM survey_reading WHERE report_id = $1 AND by = $2',
      [reportId, room.ids.first],
    );
  const before = await logged();
  const report = await readRated(room.as('first'), room.cycleId, eventId);
  expect(report).toMatchObject({
    number: 1,
    version: 1,
    stage: 'first',
    content: { outline: value(PASSED) },
  });
  expect(report.content).not.toHaveProperty('contacts');
  expect((await logged()).length).toBe(Math.max(1, before.length));
  expect(await logged()).toContainEqual({ by: room.ids.first, version: 1 });
});

test('a rater is told what all reports come to, by whole quarters', async () => {
  const query = { from: '2024-04-01', until: '2024-06-30' };
  expect((await lookAtStatistics(room.as('first'), statisticsQuery.parse(query))).submitted).toBe(1);
});

test('by Ctrl-K the desk finds reports, surveys, operators and hearings; a responder finds none of them', async () => {
  const found = async (ctx: Context, q: string) =>
    (await callRoute(ctx, 'GET /api/search', { query: { q } })).groups.map(({ kind }) => kind);
  const secretary = room.as('secretary');
  expect(await found(secretary, '配水の停止')).toEqual(['survey-report', 'survey-hearing']);
  expect(await found(secretary, 'R-0001')).toContain('survey-report');
  expect(await found(secretary, DESK)).toContain('survey-operator');
  expect(await found(secretary, '2024年度')).toEqual(['survey-cycle']);
  for (const ctx of [room.as('responder'), await someone(room.orgId, 'commander')])
    for (const q of ['配水の停止', 'R-0001', DESK, '2024年度']) expect(await found(ctx, q)).toEqual([]);
});
