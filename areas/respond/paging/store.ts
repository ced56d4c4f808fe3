import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../database/pool.ts';
import type { Tables } from '../../../database/tables.ts';
import type { AttemptView, OutboxFilter, PageFilter } from './schema.ts';

export interface PageRow {
  readonly id: string;
  readonly subjectKind: 'incident' | 'break-glass';
  readonly incidentId: string | null;
  readonly subject: string;
  /** Whose deed it reports; they cannot answer it themselves. */
  readonly aboutPerson: string | null;
  readonly state: 'seeking' | 'acknowledged' | 'exhausted' | 'stopped';
  readonly steps: string[][];
  readonly step: number;
  readonly waitSeconds: number;
  readonly startedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly acknowledgedBy: string | null;
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
  'wait_seconds as waitSeconds',
  'started_at as startedAt',
  'ended_at as endedAt',
  'acknowledged_by as acknowledgedBy',
] as const;

export interface AttemptRow {
  readonly id: string;
  readonly pageId: string;
  readonly step: number;
  readonly personId: string;
  readonly channel: string;
  readonly address: string;
  readonly state: AttemptView['state'];
  readonly reason: string | null;
  readonly tries: number;
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly used: boolean;
}

const ATTEMPT = [
  'id',
  'page_id as pageId',
  'step',
  'person_id as personId',
  'channel',
  'address',
  'state',
  'reason',
  'tries',
  'created_at as createdAt',
  'changed_at as changedAt',
  'link_until as until',
  'link_used as used',
] as const;

export async function insertPage(
  trx: Transaction<Tables>,
  orgId: string,
  page: Pick<
    PageRow,
    'id' | 'subjectKind' | 'incidentId' | 'subject' | 'aboutPerson' | 'steps' | 'waitSeconds' | 'startedAt'
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
      wait_seconds: page.waitSeconds,
      started_at: page.startedAt.toString(),
    })
    .execute();
}

export async function lockPage(trx: Transaction<Tables>, id: string): Promise<PageRow | undefined> {
  return trx.selectFrom('page').select(PAGE).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function seekingPages(trx: Transaction<Tables>, incidentId: string): Promise<PageRow[]> {
  return trx
    .selectFrom('page')
    .select(PAGE)
    .where('incident_id', '=', incidentId)
    .where('state', '=', 'seeking')
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

/** Attempts that were held back because a channel was not configured, of pages that still seek an answer. */
export async function releaseHeld(trx: Transaction<Tables>, at: Temporal.Instant): Promise<string[]> {
  const rows = await trx
    .updateTable('page_attempt')
    .set({ state: 'queued', reason: null, changed_at: at.toString() })
    .where('state', '=', 'held')
    .where('page_id', 'in', (e) => e.selectFrom('page').select('id').where('state', '=', 'seeking'))
    .returning('id')
    .execute();
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

/** @returns false when this person was asked in this step already: asking twice is one attempt */
export async function insertAttempt(
  trx: Transaction<Tables>,
  orgId: string,
  attempt: {
    id: string;
    pageId: string;
    step: number;
    personId: string;
    channel: string;
    address: string;
    linkHash: Uint8Array;
  },
  at: Temporal.Instant,
  until: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('page_attempt')
    .values({
      org_id: orgId,
      id: attempt.id,
      page_id: attempt.pageId,
      step: attempt.step,
      person_id: attempt.personId,
      channel: attempt.channel,
      address: attempt.address,
      state: 'queued',
      created_at: at.toString(),
      changed_at: at.toString(),
      link_hash: attempt.linkHash,
      link_until: until.toString(),
    })
    .onConflict((c) =>
      c.columns(['org_id', 'page_id', 'step', 'person_id', 'channel', 'address']).doNothing(),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function lockAttempt(trx: Transaction<Tables>, id: string): Promise<AttemptRow | undefined> {
  return trx.selectFrom('page_attempt').select(ATTEMPT).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findAttempt(trx: Transaction<Tables>, id: string): Promise<AttemptRow | undefined> {
  return trx.selectFrom('page_attempt').select(ATTEMPT).where('id', '=', id).executeTakeFirst();
}

export async function findPage(trx: Transaction<Tables>, id: string): Promise<PageRow | undefined> {
  return trx.selectFrom('page').select(PAGE).where('id', '=', id).executeTakeFirst();
}

export async function setAttempt(
  trx: Transaction<Tables>,
  id: string,
  set: { state: AttemptView['state']; reason?: string | null; tries?: number; used?: boolean },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('page_attempt')
    .set({
      state: set.state,
      changed_at: at.toString(),
      ...(set.reason !== undefined && { reason: set.reason }),
      ...(set.tries !== undefined && { tries: set.tries }),
      ...(set.used !== undefined && { link_used: set.used }),
    })
    .where('id', '=', id)
    .execute();
}

/** Marks what the answering person was sent as answered, and their links as used. */
export async function answerAttempts(
  trx: Transaction<Tables>,
  pageId: string,
  personId: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('page_attempt')
    .set({ state: 'acknowledged', changed_at: at.toString(), link_used: true })
    .where('page_id', '=', pageId)
    .where('person_id', '=', personId)
    .execute();
}

export async function attemptsOf(
  trx: Transaction<Tables>,
  pageIds: readonly string[],
): Promise<AttemptRow[]> {
  if (pageIds.length === 0) return [];
  return trx
    .selectFrom('page_attempt')
    .select(ATTEMPT)
    .where('page_id', 'in', pageIds)
    .orderBy('step')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
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

export async function listAttempts(trx: Transaction<Tables>, filter: OutboxFilter): Promise<AttemptRow[]> {
  return trx
    .selectFrom('page_attempt')
    .select(ATTEMPT)
    .$if(filter.state !== 'any', (q) => q.where('state', '=', filter.state as AttemptRow['state']))
    .$if(filter.before !== undefined, (q) => q.where('id', '<', filter.before ?? ''))
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
}

export async function findPages(trx: Transaction<Tables>, ids: readonly string[]): Promise<PageRow[]> {
  if (ids.length === 0) return [];
  return trx.selectFrom('page').select(PAGE).where('id', 'in', ids).execute();
}

export async function readWait(trx: Transaction<Tables>): Promise<number | undefined> {
  const row = await trx.selectFrom('paging_setting').select('wait_seconds').executeTakeFirst();
  return row?.wait_seconds;
}

export async function writeWait(trx: Transaction<Tables>, orgId: string, waitSeconds: number): Promise<void> {
  await trx
    .insertInto('paging_setting')
    .values({ org_id: orgId, wait_seconds: waitSeconds })
    .onConflict((c) => c.column('org_id').doUpdateSet({ wait_seconds: waitSeconds }))
    .execute();
}

export interface StoredChannel {
  readonly settings: Record<string, unknown>;
  readonly secrets: Uint8Array;
}

export async function readChannel(
  trx: Transaction<Tables>,
  channel: string,
): Promise<StoredChannel | undefined> {
  return trx
    .selectFrom('channel_setting')
    .select(['settings', 'secrets'])
    .where('channel', '=', channel)
    .executeTakeFirst();
}

export async function writeChannel(
  trx: Transaction<Tables>,
  orgId: string,
  channel: string,
  { settings, secrets }: StoredChannel,
): Promise<void> {
  const values = { settings: JSON.stringify(settings), secrets };
  await trx
    .insertInto('channel_setting')
    .values({ org_id: orgId, channel, ...values })
    .onConflict((c) => c.columns(['org_id', 'channel']).doUpdateSet(values))
    .execute();
}

/** Every page that seeks an answer, locked: none escalates while it is looked at. */
export async function allSeeking(trx: Transaction<Tables>): Promise<PageRow[]> {
  return trx
    .selectFrom('page')
    .select(PAGE)
    .where('state', '=', 'seeking')
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function hasRunningPages(trx: Transaction<Tables>, incidentId: string): Promise<boolean> {
  return (await unansweredPages(trx, incidentId)).length > 0;
}

/** Ids of the channels that are set up. */
export async function channelsConfigured(trx: Transaction<Tables>): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom('channel_setting').select('channel').execute();
  return new Set(rows.map(({ channel }) => channel));
}

/** Attempts by one channel whose page still seeks an answer, the newest first. */
export async function seekingAttempts(trx: Transaction<Tables>, channel: string): Promise<AttemptRow[]> {
  return trx
    .selectFrom('page_attempt')
    .select(ATTEMPT)
    .where('channel', '=', channel)
    .where('page_id', 'in', (e) =>
      e.selectFrom('page').select('id').where('state', 'in', ['seeking', 'exhausted']),
    )
    .orderBy('created_at', 'desc')
    .limit(1_000)
    .execute();
}

/** The attempt a link belongs to; asked by somebody who is not signed in. */
export async function attemptOfLink(
  database: Database,
  hash: Uint8Array,
): Promise<{ orgId: string; id: string; personId: string } | undefined> {
  const { rows } = await sql<{ orgId: string; id: string; personId: string }>`
    SELECT org_id AS "orgId", id, person_id AS "personId" FROM attempt_of_link(${hash})`.execute(
    database.kysely,
  );
  return rows[0];
}
