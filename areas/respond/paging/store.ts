import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { timerOfRow } from '../../../database/timers.ts';
import { DEFAULT_BUNDLE_SECONDS, DEFAULT_WAIT_SECONDS, type PageFilter } from './schema.ts';

export interface PageRow {
  readonly id: string;
  readonly subjectKind: 'incident' | 'break-glass' | 'summons';
  readonly incidentId: string | null;
  readonly subject: string;
  /** Whose deed it reports; they cannot answer it themselves. */
  readonly aboutPerson: string | null;
  readonly state: 'seeking' | 'acknowledged' | 'exhausted' | 'stopped';
  readonly steps: string[][];
  readonly step: number;
  /** How many people are to answer. */
  readonly needed: number;
  readonly waitSeconds: number;
  /** What a summons is for; empty for the others. */
  readonly topic: string;
  /** How often everybody has been asked, this time counted. */
  readonly rounds: number;
  /** Of these, rounds in which nothing could be delivered. */
  readonly undelivered: number;
  readonly startedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly acknowledgedBy: string | null;
  /** It was stopped because its alarms had ended. */
  readonly alarmsEnded: boolean;
}

const PAGE = [
  'id',
  'subject_kind as subjectKind',
  'incident_id as incidentId',
  'subject',
  'about_person as aboutPerson',
  'state',
  'steps',
  'step',
  'needed',
  'wait_seconds as waitSeconds',
  'topic',
  'rounds',
  'undelivered',
  'started_at as startedAt',
  'ended_at as endedAt',
  'acknowledged_by as acknowledgedBy',
  'alarms_ended as alarmsEnded',
] as const;

export async function insertPage(
  trx: Transaction<Tables>,
  orgId: string,
  page: Pick<
    PageRow,
    | 'id'
    | 'subjectKind'
    | 'incidentId'
    | 'subject'
    | 'aboutPerson'
    | 'steps'
    | 'needed'
    | 'waitSeconds'
    | 'topic'
    | 'startedAt'
  >,
): Promise<void> {
  await trx
    .insertInto('page')
    .values({
      org_id: orgId,
      id: page.id,
      subject_kind: page.subjectKind,
      incident_id: page.incidentId,
      subject: page.subject,
      about_person: page.aboutPerson,
      state: 'seeking',
      steps: JSON.stringify(page.steps),
      step: 0,
      needed: page.needed,
      wait_seconds: page.waitSeconds,
      topic: page.topic,
      started_at: page.startedAt.toString(),
    })
    .execute();
}

export async function lockPage(trx: Transaction<Tables>, id: string): Promise<PageRow | undefined> {
  return trx.selectFrom('page').select(PAGE).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** @param topic '' for the page of the incident itself */
export async function seekingPages(
  trx: Transaction<Tables>,
  incidentId: string,
  topic: string,
): Promise<PageRow[]> {
  return (await pagesAbout(trx, incidentId, topic)).filter(({ state }) => state === 'seeking');
}

/** Every page of one matter in an incident, locked. */
export async function pagesAbout(
  trx: Transaction<Tables>,
  incidentId: string,
  topic: string,
): Promise<PageRow[]> {
  return trx
    .selectFrom('page')
    .select(PAGE)
    .where('incident_id', '=', incidentId)
    .where('topic', '=', topic)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Every page of an incident in the order of their beginnings, locked. */
export async function pagesOf(trx: Transaction<Tables>, incidentId: string): Promise<PageRow[]> {
  return trx
    .selectFrom('page')
    .select(PAGE)
    .where('incident_id', '=', incidentId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Pages nobody has answered, whether somebody is still being called or not. */
export async function unansweredPages(trx: Transaction<Tables>, incidentId: string): Promise<PageRow[]> {
  return trx
    .selectFrom('page')
    .select(PAGE)
    .where('incident_id', '=', incidentId)
    .where('state', 'in', ['seeking', 'exhausted'])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Of every incident. */
export async function allSeekingPages(trx: Transaction<Tables>): Promise<PageRow[]> {
  return trx
    .selectFrom('page')
    .select(PAGE)
    .where('state', '=', 'seeking')
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Everybody is asked once more: the same steps follow those that were. */
export async function goRoundAgain(
  trx: Transaction<Tables>,
  id: string,
  { steps, rounds }: Pick<PageRow, 'steps' | 'rounds'>,
): Promise<void> {
  const once = steps.slice(0, steps.length / rounds);
  await trx
    .updateTable('page')
    .set({
      state: 'seeking',
      ended_at: null,
      steps: JSON.stringify([...steps, ...once]),
      step: steps.length,
      rounds: rounds + 1,
    })
    .where('id', '=', id)
    .execute();
}

/** A round in which nothing could be delivered. */
export async function countUndelivered(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx
    .updateTable('page')
    .set((e) => ({ undelivered: e('undelivered', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** It is stopped because its alarms have ended, and goes on if they come back. */
export async function markAlarmsEnded(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx.updateTable('page').set({ alarms_ended: true }).where('id', '=', id).execute();
}

/** It seeks an answer again, where it was. */
export async function resumePage(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx
    .updateTable('page')
    .set({ state: 'seeking', ended_at: null, alarms_ended: false })
    .where('id', '=', id)
    .execute();
}

/** Pages that wait for their next round, and of which a round could not be delivered. */
export async function undeliveredPages(trx: Transaction<Tables>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT p.id FROM page p WHERE p.state = 'exhausted' AND p.undelivered > 0 AND ${timerOfRow('page-round', 'p')}
    ORDER BY p.id`.execute(trx);
  return rows.map(({ id }) => id);
}

export async function moveToStep(trx: Transaction<Tables>, id: string, step: number): Promise<void> {
  await trx.updateTable('page').set({ step }).where('id', '=', id).execute();
}

export async function endPage(
  trx: Transaction<Tables>,
  id: string,
  state: 'acknowledged' | 'exhausted' | 'stopped',
  at: Temporal.Instant,
  acknowledgedBy: string | null,
): Promise<void> {
  await trx
    .updateTable('page')
    .set({ state, ended_at: at.toString(), acknowledged_by: acknowledgedBy })
    .where('id', '=', id)
    .execute();
}

/** Where a message stands in its page. */
export interface AttemptPlace {
  readonly id: string;
  readonly pageId: string;
  readonly step: number;
}

export async function insertAttempt(
  trx: Transaction<Tables>,
  orgId: string,
  { id, pageId, step }: AttemptPlace,
): Promise<void> {
  await trx.insertInto('page_attempt').values({ org_id: orgId, id, page_id: pageId, step }).execute();
}

/** In the order in which people were asked. */
export async function placesIn(
  trx: Transaction<Tables>,
  pageIds: readonly string[],
): Promise<AttemptPlace[]> {
  if (pageIds.length === 0) return [];
  return trx
    .selectFrom('page_attempt')
    .select(['id', 'page_id as pageId', 'step'])
    .where('page_id', 'in', pageIds)
    .orderBy('step')
    .orderBy('id')
    .execute();
}

/** By the ids of messages. */
export async function placesOf(
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AttemptPlace>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('page_attempt')
    .select(['id', 'page_id as pageId', 'step'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findPage(trx: Transaction<Tables>, id: string): Promise<PageRow | undefined> {
  return trx.selectFrom('page').select(PAGE).where('id', '=', id).executeTakeFirst();
}

export async function listPages(trx: Transaction<Tables>, filter: PageFilter): Promise<PageRow[]> {
  return trx
    .selectFrom('page')
    .select(PAGE)
    .$if(filter.state !== 'any', (q) => q.where('state', '=', filter.state as PageRow['state']))
    .$if(filter.incidentId !== undefined, (q) => q.where('incident_id', '=', filter.incidentId ?? ''))
    .$if(filter.before !== undefined, (q) => q.where('id', '<', filter.before ?? ''))
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
}

export async function findPages(trx: Transaction<Tables>, ids: readonly string[]): Promise<PageRow[]> {
  if (ids.length === 0) return [];
  return trx.selectFrom('page').select(PAGE).where('id', 'in', ids).execute();
}

export async function readSettings(
  trx: Transaction<Tables>,
): Promise<{ waitSeconds: number; bundleSeconds: number }> {
  const row = await trx
    .selectFrom('paging_setting')
    .select(['wait_seconds as waitSeconds', 'bundle_seconds as bundleSeconds'])
    .executeTakeFirst();
  return row ?? { waitSeconds: DEFAULT_WAIT_SECONDS, bundleSeconds: DEFAULT_BUNDLE_SECONDS };
}

/** Two who set it come one after the other, also where nobody had. */
export async function lockSettings(trx: Transaction<Tables>, orgId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`paging settings ${orgId}`}, 0))`.execute(trx);
}

export async function writeSettings(
  trx: Transaction<Tables>,
  orgId: string,
  { waitSeconds, bundleSeconds }: { waitSeconds: number; bundleSeconds: number },
): Promise<void> {
  const set = { wait_seconds: waitSeconds, bundle_seconds: bundleSeconds };
  await trx
    .insertInto('paging_setting')
    .values({ org_id: orgId, ...set })
    .onConflict((c) => c.column('org_id').doUpdateSet(set))
    .execute();
}

/** @returns false where they have answered already */
export async function insertAnswer(
  trx: Transaction<Tables>,
  orgId: string,
  pageId: string,
  personId: string,
  by: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('page_answer')
    .values({
      org_id: orgId,
      page_id: pageId,
      person_id: personId,
      answered_by: by,
      answered_at: at.toString(),
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export interface AnswerRow {
  readonly pageId: string;
  readonly personId: string;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** Who answered, the first first. */
export async function answersOf(trx: Transaction<Tables>, pageIds: readonly string[]): Promise<AnswerRow[]> {
  if (pageIds.length === 0) return [];
  return trx
    .selectFrom('page_answer')
    .select(['page_id as pageId', 'person_id as personId', 'answered_by as by', 'answered_at as at'])
    .where('page_id', 'in', pageIds)
    .orderBy('answered_at')
    .orderBy('person_id')
    .execute();
}

/** The page that seeks an answer, or will again, and waits longest for each; undefined where none does. */
export async function longestSeeking(
  trx: Transaction<Tables>,
  again: { readonly mostRounds: number; readonly since: Temporal.Instant },
): Promise<Pick<PageRow, 'id' | 'incidentId' | 'waitSeconds'> | undefined> {
  return trx
    .selectFrom('page')
    .select(['id', 'incident_id as incidentId', 'wait_seconds as waitSeconds'])
    .where((e) =>
      e.or([
        e('state', '=', 'seeking'),
        e.and([
          e('state', '=', 'exhausted'),
          sql<boolean>`rounds - undelivered < ${again.mostRounds}`,
          e('ended_at', '>', sql<Temporal.Instant>`${again.since.toString()}::timestamptz`),
        ]),
      ]),
    )
    .orderBy('wait_seconds', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Pages that seek an answer and that nothing will move on. */
export async function pagesWithoutTimer(
  trx: Transaction<Tables>,
): Promise<Pick<PageRow, 'id' | 'incidentId'>[]> {
  const { rows } = await sql<Pick<PageRow, 'id' | 'incidentId'>>`
    SELECT p.id, p.incident_id AS "incidentId" FROM page p
    WHERE p.state = 'seeking' AND NOT ${timerOfRow('escalate-page', 'p')}
    ORDER BY p.id`.execute(trx);
  return rows;
}

/** Pages nobody answered lately that are to be asked again and that nothing will wake. */
export async function pagesWithoutRound(
  trx: Transaction<Tables>,
  again: { readonly mostRounds: number; readonly since: Temporal.Instant },
): Promise<Pick<PageRow, 'id' | 'incidentId'>[]> {
  const { rows } = await sql<Pick<PageRow, 'id' | 'incidentId'>>`
    SELECT p.id, p.incident_id AS "incidentId" FROM page p
    WHERE p.state = 'exhausted' AND p.rounds - p.undelivered < ${again.mostRounds} AND json_array_length(p.steps) > 0
      AND p.ended_at > ${again.since.toString()}::timestamptz AND NOT ${timerOfRow('page-round', 'p')}
    ORDER BY p.id`.execute(trx);
  return rows;
}
