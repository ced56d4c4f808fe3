import { sql, type Transaction } from 'kysely';
import type { Database } from '../../../database/pool.ts';
import type { Tables } from '../../../database/tables.ts';
import { timerOfRow } from '../../../database/timers.ts';
import { DEFAULT_WAIT_SECONDS } from './rules.ts';
import { type AttemptView, DEFAULT_BUNDLE_SECONDS, type OutboxFilter, type PageFilter } from './schema.ts';

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
  'needed',
  'wait_seconds as waitSeconds',
  'topic',
  'rounds',
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
  /** The attempt whose message carries this one; its own id where it carries others. */
  readonly bundleId: string | null;
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
  'bundle_id as bundleId',
] as const;

/** A message stays readable; what is more goes with the next one. */
export const MOST_IN_A_BUNDLE = 200;

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

/** Attempts that were held back because a channel was not configured, of pages nobody has answered yet. */
export async function releaseHeld(
  trx: Transaction<Tables>,
  at: Temporal.Instant,
): Promise<Pick<AttemptRow, 'id' | 'channel'>[]> {
  return trx
    .updateTable('page_attempt')
    .set({ state: 'queued', reason: null, changed_at: at.toString() })
    .where('state', '=', 'held')
    .where('page_id', 'in', (e) =>
      e.selectFrom('page').select('id').where('state', 'in', ['seeking', 'exhausted']),
    )
    .returning(['id', 'channel'])
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
  set: { state: AttemptView['state']; reason?: string | null; tries?: number },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('page_attempt')
    .set({
      state: set.state,
      changed_at: at.toString(),
      ...(set.reason !== undefined && { reason: set.reason }),
      ...(set.tries !== undefined && { tries: set.tries }),
    })
    .where('id', '=', id)
    .execute();
}

/**
 * The links of whoever answered are used; only the message they answered by was answered, the others stay what they were.
 * @param attemptId the message; undefined where they answered otherwise
 */
export async function answerAttempts(
  trx: Transaction<Tables>,
  { pageId, personId, attemptId }: { pageId: string; personId: string; attemptId: string | undefined },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('page_attempt')
    .set({ link_used: true })
    .where('page_id', '=', pageId)
    .where('person_id', '=', personId)
    .execute();
  if (attemptId) await setAttempt(trx, attemptId, { state: 'acknowledged' }, at);
}

/** Where a person was written to, and what providers said of it, goes with them. */
export async function blankAttempts(trx: Transaction<Tables>, personId: string): Promise<void> {
  await trx
    .updateTable('page_attempt')
    // One of its own each: a person may have been tried by two addresses of a channel in one step.
    .set({ address: sql<string>`'forgotten ' || id`, reason: null })
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

export async function readSettings(
  trx: Transaction<Tables>,
): Promise<{ waitSeconds: number; bundleSeconds: number }> {
  const row = await trx
    .selectFrom('paging_setting')
    .select(['wait_seconds as waitSeconds', 'bundle_seconds as bundleSeconds'])
    .executeTakeFirst();
  return row ?? { waitSeconds: DEFAULT_WAIT_SECONDS, bundleSeconds: DEFAULT_BUNDLE_SECONDS };
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

/** Whoever sends to this address waits for whoever is about to. */
export async function lockAddress(
  trx: Transaction<Tables>,
  { personId, channel, address }: Pick<AttemptRow, 'personId' | 'channel' | 'address'>,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${personId} ${channel} ${address}`}, 0))`.execute(
    trx,
  );
}

/** When something was last handed over for this address. */
export async function lastSentTo(
  trx: Transaction<Tables>,
  { personId, channel, address }: Pick<AttemptRow, 'personId' | 'channel' | 'address'>,
): Promise<Temporal.Instant | null> {
  const row = await trx
    .selectFrom('page_attempt')
    .select('sent_at as at')
    .where('person_id', '=', personId)
    .where('channel', '=', channel)
    .where('address', '=', address)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** How many messages went to this address within the last hour; those that one message told of count once. */
export async function sentWithinHour(
  trx: Transaction<Tables>,
  { personId, channel, address }: Pick<AttemptRow, 'personId' | 'channel' | 'address'>,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(DISTINCT coalesce(bundle_id, id))::int AS count FROM page_attempt
    WHERE person_id = ${personId}::uuid AND channel = ${channel} AND address = ${address}
      AND sent_at > ${now.subtract({ hours: 1 }).toString()}::timestamptz AND sent_at <= ${now.toString()}::timestamptz`.execute(
    trx,
  );
  return rows[0]?.count ?? 0;
}

/**
 * Attempts that wait to be sent to the same address, oldest first, with the subjects of their pages. One that somebody
 * else is at is left out.
 */
export async function waitingFor(
  trx: Transaction<Tables>,
  { id, personId, channel, address }: Pick<AttemptRow, 'id' | 'personId' | 'channel' | 'address'>,
): Promise<{ id: string; subject: string }[]> {
  return trx
    .selectFrom('page_attempt as a')
    .innerJoin('page as p', (j) => j.onRef('p.org_id', '=', 'a.org_id').onRef('p.id', '=', 'a.page_id'))
    .select(['a.id', 'p.subject'])
    .where('a.person_id', '=', personId)
    .where('a.channel', '=', channel)
    .where('a.address', '=', address)
    .where('a.state', 'in', ['queued', 'sending'])
    .where((e) =>
      e.or([
        e('a.bundle_id', '=', id),
        e.and([e('a.bundle_id', 'is', null), e('a.state', '=', 'queued'), e('a.tries', '=', 0)]),
      ]),
    )
    .where('p.state', 'in', ['seeking', 'exhausted'])
    .where('a.id', '<>', id)
    .orderBy('a.id')
    .limit(MOST_IN_A_BUNDLE + 1)
    .forUpdate('a')
    .skipLocked()
    .execute();
}

/** Marks attempts as handed over now, in one message. */
export async function setSending(
  trx: Transaction<Tables>,
  lead: Pick<AttemptRow, 'id' | 'tries' | 'bundleId'>,
  others: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('page_attempt')
    .set({
      state: 'sending',
      tries: lead.tries + 1,
      changed_at: at.toString(),
      sent_at: at.toString(),
      // Once it carries others it stays their message, also where one of them is held by somebody just now.
      bundle_id: others.length > 0 || lead.bundleId === lead.id ? lead.id : null,
    })
    .where('id', 'in', [lead.id, ...others])
    .execute();
}

/** The attempts one message stands for, its own among them. */
export async function bundleOf(
  trx: Transaction<Tables>,
  lead: AttemptRow,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<AttemptRow[]> {
  if (lead.bundleId === null) return [lead];
  return trx
    .selectFrom('page_attempt')
    .select(ATTEMPT)
    .where('bundle_id', '=', lead.bundleId)
    .orderBy('page_id')
    .orderBy('id')
    .$if(locked, (q) => q.forUpdate())
    .execute();
}

/** The same, locked: nobody else hears of this message meanwhile. */
export const lockBundle = (trx: Transaction<Tables>, lead: AttemptRow): Promise<AttemptRow[]> =>
  bundleOf(trx, lead, { locked: true });

/** Lets what waits for another's message go by itself: that one has been settled without it. */
export async function leaveBundle(
  trx: Transaction<Tables>,
  leadId: string,
): Promise<Pick<AttemptRow, 'id' | 'channel'>[]> {
  return trx
    .updateTable('page_attempt')
    .set({ bundle_id: null, tries: 0, state: 'queued' })
    .where('bundle_id', '=', leadId)
    .where('id', '<>', leadId)
    .where('state', 'in', ['queued', 'sending'])
    .returning(['id', 'channel'])
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
          e('rounds', '<', again.mostRounds),
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
    WHERE p.state = 'exhausted' AND p.rounds < ${again.mostRounds} AND json_array_length(p.steps) > 0
      AND p.ended_at > ${again.since.toString()}::timestamptz AND NOT ${timerOfRow('page-round', 'p')}
    ORDER BY p.id`.execute(trx);
  return rows;
}

/** Attempts that were to be sent before that time (or, by a clock set back since, later than now) and that nobody sends. */
export async function lostAttempts(
  trx: Transaction<Tables>,
  since: Temporal.Instant,
  now: Temporal.Instant,
): Promise<(Pick<AttemptRow, 'id' | 'bundleId' | 'pageId' | 'channel'> & Pick<PageRow, 'incidentId'>)[]> {
  const { rows } = await sql<
    Pick<AttemptRow, 'id' | 'bundleId' | 'pageId' | 'channel'> & Pick<PageRow, 'incidentId'>
  >`
    SELECT a.id, a.bundle_id AS "bundleId", a.page_id AS "pageId", a.channel, p.incident_id AS "incidentId"
    FROM page_attempt a JOIN page p ON p.org_id = a.org_id AND p.id = a.page_id
    WHERE p.state = 'seeking' AND a.state IN ('queued', 'sending')
      AND (a.changed_at <= ${since.toString()}::timestamptz OR a.changed_at > ${now.toString()}::timestamptz)
      AND NOT ${timerOfRow('retry-attempt', 'a')}
    ORDER BY a.id`.execute(trx);
  return rows;
}

/**
 * Attempts by one channel whose message can still be answered, the newest first.
 * @param ending the last digits of the number they went to
 */
export async function seekingAttempts(
  trx: Transaction<Tables>,
  channel: string,
  ending: string,
): Promise<AttemptRow[]> {
  return trx
    .selectFrom('page_attempt')
    .select(ATTEMPT)
    .where('channel', '=', channel)
    .where(sql<boolean>`right(regexp_replace(address, '\\D', '', 'g'), ${ending.length}) = ${ending}`)
    .where((e) =>
      e.or([
        e('page_id', 'in', e.selectFrom('page').select('id').where('state', 'in', ['seeking', 'exhausted'])),
        // Its own page is over, and the message told of others that are not.
        e(
          'id',
          'in',
          e
            .selectFrom('page_attempt as other')
            .innerJoin('page as p', (j) =>
              j.onRef('p.org_id', '=', 'other.org_id').onRef('p.id', '=', 'other.page_id'),
            )
            .select('other.bundle_id')
            .where('other.bundle_id', 'is not', null)
            .where('p.state', 'in', ['seeking', 'exhausted']),
        ),
      ]),
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
