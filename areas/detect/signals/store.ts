import { CompiledQuery, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../../../database/pool.ts';
import type { Tables } from '../../../database/tables.ts';
import { literal, retrying } from '../../../database/transaction.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { plainText } from '../../../kernel/plain.ts';
import { likeAnywhere, shorten } from '../../../kernel/text.ts';
import type { Alert } from '../../../sources/source.ts';
import type { LabelMatcher } from './matchers.ts';
import type { Change } from './rules.ts';
import type { EndHow, Folded, SignalFilter, SignalState, SignalView } from './schema.ts';

/** Names and values are cleaned before they become JSON: afterwards an escape and a text that looks like one are the same. */
const json = (texts: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [plainText(name), plainText(text)])),
  );

/** What count_repeats raises, when strict, if one of the signals is not firing; nothing was counted then. */
const NOT_ALL_FIRING = 'SN001';

const repeatValues = (orgId: string, batchId: string, repeats: readonly Folded[], now: Temporal.Instant) => [
  orgId,
  batchId,
  repeats.map(({ id }) => id),
  repeats.map(({ firing }) => firing),
  repeats.map(({ alert }) => alert.expiresAt?.epochMilliseconds ?? null),
  now.toString(),
];

/**
 * Counts repeats of signals that are firing already: the hot path, one statement and one commit.
 * @param batchId a new id, later than those before it
 * @returns false when one of them is not firing: nothing was counted, and they need a decision
 */
export async function countRepeats(
  database: Database,
  orgId: string,
  batchId: string,
  repeats: readonly Folded[],
  now: Temporal.Instant,
): Promise<boolean> {
  const text = 'SELECT count_repeats($1, $2, $3, $4, $5, $6, true)';
  try {
    await retrying(() =>
      database.pool.query({
        name: 'count-repeats',
        text,
        values: repeatValues(orgId, batchId, repeats, now),
      }),
    );
    return true;
  } catch (error) {
    if (isNotAllFiring(error)) return false;
    throw error;
  }
}

/** The statement that counts repeats, to go with a commit. It fails like `countRepeats`, and everything with it. */
export const countingRepeats = (
  orgId: string,
  batchId: string,
  repeats: readonly Folded[],
  now: Temporal.Instant,
): string =>
  `SELECT count_repeats(${repeatValues(orgId, batchId, repeats, now)
    .map((value) => literal(Array.isArray(value) ? `{${value.map((each) => each ?? 'NULL').join()}}` : value))
    .join()}, true)`;

/** True for the failure that says one of the signals is not firing. */
export const isNotAllFiring = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === NOT_ALL_FIRING;

/** The same within the caller's transaction. @returns the ids that are not firing and need a decision */
export async function countRepeatsWithin(
  trx: Transaction<Tables>,
  orgId: string,
  batchId: string,
  repeats: readonly Folded[],
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  if (repeats.length === 0) return new Set();
  const text = 'SELECT count_repeats($1, $2, $3, $4, $5, $6, false) AS missed';
  const query = CompiledQuery.raw(text, repeatValues(orgId, batchId, repeats, now));
  const { rows } = await trx.executeQuery<{ missed: string[] }>(query);
  return new Set(rows[0]?.missed);
}

/** Adds counted repeats to their signals, where everything else looks for them; in one statement and commit. */
export async function foldRepeats(database: Database, orgId: string): Promise<void> {
  await retrying(() => database.pool.query('SELECT fold_repeats($1)', [orgId]));
}

/** The same within the caller's transaction. */
export async function foldRepeatsWithin(trx: Transaction<Tables>, orgId: string): Promise<void> {
  await sql`SELECT fold_repeats(${orgId})`.execute(trx);
}

export interface Known {
  readonly id: string;
  readonly state: SignalState;
  readonly episodes: number;
  readonly count: number;
}

export async function lockSignals(
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<Map<string, Known>> {
  const { rows } = await sql<Known>`
    SELECT s.id, s.state, s.episodes, t.count FROM signal s JOIN signal_tally t USING (org_id, id)
    WHERE s.id = ANY (${ids}::uuid[]) ORDER BY s.id FOR UPDATE OF s`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface Write {
  readonly folded: Folded;
  readonly sourceId: string;
  readonly change: Change;
  readonly state: SignalState;
  readonly episodes: number;
}

const remarksOf = ({ remarks = [] }: Alert): string =>
  JSON.stringify(remarks.map(({ ja, en }) => ({ ja: plainText(ja), en: plainText(en) })));

/** The columns of a write, as arrays for unnest. */
const columnsOf = (writes: readonly Write[]) => sql`unnest(${writes.map((w) => w.folded.id)}::uuid[],
  ${writes.map((w) => w.sourceId)}::uuid[], ${writes.map((w) => plainText(w.folded.alert.title))}::text[],
  ${writes.map((w) => plainText(w.folded.alert.severity))}::text[], ${writes.map((w) => w.state)}::text[],
  ${writes.map((w) => json(w.folded.alert.labels))}::json[],
  ${writes.map((w) => json(w.folded.alert.annotations))}::json[],
  ${writes.map((w) => plainText(w.folded.alert.url))}::text[], ${writes.map((w) => w.episodes)}::int[],
  ${writes.map((w) => w.folded.firing)}::int[],
  ${writes.map((w) => w.folded.alert.expiresAt?.toString() ?? null)}::timestamptz[],
  ${writes.map((w) => remarksOf(w.folded.alert))}::json[],
  ${writes.map((w) => w.folded.alert.startsAt?.toString() ?? null)}::timestamptz[])
  AS t(id, source_id, title, severity, state, labels, annotations, url, episodes, n, expires_at, remarks, started_at)`;

/**
 * Inserts signals nobody knew.
 * @returns the ids that were inserted; another transaction was first with the others, which are to be decided again
 */
export async function insertSignals(
  trx: Transaction<Tables>,
  orgId: string,
  writes: readonly Write[],
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  if (writes.length === 0) return new Set();
  const at = now.toString();
  const { rows } = await sql<{ id: string }>`
    WITH given AS MATERIALIZED (SELECT * FROM ${columnsOf(writes)}), fresh AS (
      INSERT INTO signal (org_id, id, source_id, title, severity, state, labels, annotations, url, episodes, first_at, remarks, started_at)
      SELECT ${orgId}, id, source_id, title, severity, state, labels, annotations, url, episodes, ${at}::timestamptz, remarks,
        started_at
      FROM given ORDER BY id ON CONFLICT (org_id, id) DO NOTHING RETURNING id
    ) INSERT INTO signal_pulse (org_id, id, firing, count, last_at, expires_at)
      SELECT ${orgId}, g.id, g.state = 'firing', g.n, ${at}::timestamptz, g.expires_at
      FROM given g JOIN fresh USING (id) RETURNING id`.execute(trx);
  return new Set(rows.map(({ id }) => id));
}

/** Writes new states and texts of signals that are known and locked. */
export async function updateSignals(
  trx: Transaction<Tables>,
  orgId: string,
  writes: readonly Write[],
  now: Temporal.Instant,
): Promise<void> {
  if (writes.length === 0) return;
  await sql`
    WITH given AS MATERIALIZED (SELECT * FROM ${columnsOf(writes)}), changed AS (
      UPDATE signal s SET state = g.state, episodes = g.episodes, title = g.title, severity = g.severity,
        annotations = g.annotations, url = g.url, remarks = g.remarks,
        started_at = CASE WHEN g.episodes > s.episodes THEN g.started_at ELSE coalesce(g.started_at, s.started_at) END,
        ended_how = NULL, ended_note = ''
      FROM given g WHERE s.org_id = ${orgId} AND s.id = g.id
    ) UPDATE signal_pulse p SET firing = g.state = 'firing', count = p.count + g.n,
        last_at = ${now.toString()}::timestamptz, expires_at = g.expires_at
      FROM given g WHERE p.org_id = ${orgId} AND p.id = g.id`.execute(trx);
}

/**
 * Firing signals whose time ran out without a repeat, marked silent; the time in which nobody could hear one does not count.
 * @param since since when Sonae has heard without a break
 */
export async function silenceExpired(
  trx: Transaction<Tables>,
  now: Temporal.Instant,
  since: Temporal.Instant | undefined,
  limit: number,
): Promise<{ id: string; sourceId: string; title: string; count: number }[]> {
  const { rows } = await sql<{ id: string; sourceId: string; title: string; count: number }>`
    WITH due AS (
      -- In the order in which batches lock, and leaving alone what one of them is just repeating.
      SELECT p.org_id, p.id FROM signal_pulse p JOIN signal s ON s.org_id = p.org_id AND s.id = p.id
      WHERE p.firing AND p.expires_at <= ${now.toString()}::timestamptz
        AND p.expires_at + greatest(interval '0', ${since?.toString() ?? null}::timestamptz - p.last_at) <= ${now.toString()}::timestamptz
      ORDER BY p.id LIMIT ${limit} FOR UPDATE OF s SKIP LOCKED
    ), over AS (
      UPDATE signal_pulse p SET firing = false, expires_at = NULL FROM due
      WHERE p.org_id = due.org_id AND p.id = due.id RETURNING p.org_id, p.id, p.count
    ) UPDATE signal s SET state = 'silent' FROM over WHERE s.org_id = over.org_id AND s.id = over.id
      RETURNING s.id, s.source_id AS "sourceId", s.title, over.count`.execute(trx);
  return rows;
}

/** A signal that was ended. */
export interface Ended {
  readonly id: string;
  readonly sourceId: string;
  readonly title: string;
  readonly count: number;
}

/** Which signals are ended. */
export const endOf = {
  one: (id: string) => sql<boolean>`s.id = ${id}::uuid`,
  source: (sourceId: string) => sql<boolean>`s.source_id = ${sourceId}::uuid`,
};

/** Ends signals that are not over, in the order in which batches lock. */
export async function endSignals(
  trx: Transaction<Tables>,
  which: RawBuilder<boolean>,
  how: EndHow,
  note: string,
  limit: number,
): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    WITH due AS (
      SELECT s.org_id, s.id FROM signal s WHERE s.state <> 'resolved' AND ${which}
      ORDER BY s.id LIMIT ${limit} FOR UPDATE
    ), over AS (
      UPDATE signal_pulse p SET firing = false, expires_at = NULL FROM due
      WHERE p.org_id = due.org_id AND p.id = due.id RETURNING p.org_id, p.id, p.count
    ) UPDATE signal s SET state = 'resolved', ended_how = ${how}, ended_note = ${note}
      FROM over WHERE s.org_id = over.org_id AND s.id = over.id
      RETURNING s.id, s.source_id AS "sourceId", s.title, over.count`.execute(trx);
  return rows;
}

/** Signals that were heard at a time that lies ahead: their time to fall silent is brought back by as much. */
export async function bringBackPulses(trx: Transaction<Tables>, now: Temporal.Instant): Promise<void> {
  await sql`WITH ahead AS (
      SELECT org_id, id FROM signal_pulse WHERE firing AND expires_at IS NOT NULL
        AND last_at > ${now.toString()}::timestamptz + interval '5 seconds' ORDER BY id FOR UPDATE SKIP LOCKED
    ) UPDATE signal_pulse p SET expires_at = p.expires_at - (p.last_at - ${now.toString()}::timestamptz),
        last_at = ${now.toString()}::timestamptz
      FROM ahead WHERE p.org_id = ahead.org_id AND p.id = ahead.id`.execute(trx);
}

interface Row extends Omit<SignalView, 'firstAt' | 'lastAt' | 'startedAt' | 'remarks' | 'ended'> {
  readonly endedHow: EndHow | null;
  readonly endedNote: string;
  readonly remarks: readonly Bilingual[];
  readonly startedAt: Temporal.Instant | null;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
}
const view = ({ endedHow, endedNote, ...row }: Row): SignalView => ({
  ...row,
  ended: endedHow && { how: endedHow, note: endedNote },
  remarks: [...row.remarks],
  startedAt: row.startedAt?.toString() ?? null,
  firstAt: row.firstAt.toString(),
  lastAt: row.lastAt.toString(),
});

const signals = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('signal as s')
    .innerJoin('signal_tally as t', (join) =>
      join.onRef('t.org_id', '=', 's.org_id').onRef('t.id', '=', 's.id'),
    )
    .select([
      's.id',
      's.source_id as sourceId',
      's.title',
      's.severity',
      's.state',
      's.labels',
      's.annotations',
      's.url',
      's.remarks',
      's.ended_how as endedHow',
      's.ended_note as endedNote',
      's.episodes',
      't.count',
      's.started_at as startedAt',
      's.first_at as firstAt',
      't.last_at as lastAt',
    ]);

export async function findSignals(trx: Transaction<Tables>, ids: readonly string[]): Promise<SignalView[]> {
  if (ids.length === 0) return [];
  const rows = await signals(trx).where('s.id', '=', sql<string>`ANY (${ids}::uuid[])`).execute();
  return rows.map(view);
}

/**
 * Signals seen since a moment that carry one of these labels with one of its values, the latest first. Compared as text: in
 * a flood every batch asks this of everything that is there.
 */
export async function findLabelled(
  trx: Transaction<Tables>,
  wanted: readonly { readonly label: string; readonly values: readonly string[] }[],
  since: Temporal.Instant,
  limit: number,
): Promise<SignalView[]> {
  if (wanted.length === 0) return [];
  const rows = await signals(trx)
    .where((e) =>
      e.or(
        wanted.map(
          ({ label, values }) => sql<boolean>`s.labels ->> ${label}::text = ANY (${values}::text[])`,
        ),
      ),
    )
    .where('t.last_at', '>=', sql<Temporal.Instant>`${since.toString()}::timestamptz`)
    .orderBy('t.last_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(view);
}

/** A signal, and when it ends of itself where nothing more is heard of it. */
export interface Lasting extends SignalView {
  readonly expiresAt: string | null;
}

/** An expression for the whole of a text. */
const whole = (pattern: string): string => `^(?:${pattern})$`;

/** Firing signals of one source that fit every condition, the latest first. A label that is not there counts as empty. */
export async function firingOf(
  trx: Transaction<Tables>,
  sourceId: string,
  matchers: readonly LabelMatcher[],
  receiver: { readonly name: string; readonly asked: string },
  limit: number,
): Promise<Lasting[]> {
  let query = signals(trx)
    .innerJoin('signal_pulse as p', (join) =>
      join.onRef('p.org_id', '=', 's.org_id').onRef('p.id', '=', 's.id'),
    )
    .select('p.expires_at as expiresAt')
    .where('s.state', '=', 'firing')
    .where('s.source_id', '=', sourceId);
  if (receiver.asked !== '') query = query.where(sql<boolean>`${receiver.name} ~ ${whole(receiver.asked)}`);
  for (const { name, value, not, pattern } of matchers) {
    const label = sql`coalesce(s.labels ->> ${name}::text, '')`;
    const holds = pattern ? sql<boolean>`${label} ~ ${whole(value)}` : sql<boolean>`${label} = ${value}`;
    query = query.where(not ? sql<boolean>`NOT (${holds})` : holds);
  }
  const rows = await query.orderBy('s.first_at', 'desc').orderBy('s.id', 'desc').limit(limit).execute();
  return rows.map(({ expiresAt, ...row }) => ({ ...view(row), expiresAt: expiresAt?.toString() ?? null }));
}

/** Of a title, in a list; the signal itself has all of it. */
const LONGEST_TITLE = 300;

/** A page of signals, newest first; the cursor is the last row's first time and id. */
export async function listSignals(trx: Transaction<Tables>, filter: SignalFilter): Promise<SignalView[]> {
  const [cursorAt, cursorId] = filter.after?.split('_') ?? [];
  const words = (filter.search ?? '').split(/\s+/).filter(Boolean);
  const rows = await signals(trx)
    .$if(filter.state !== 'any', (q) => q.where('s.state', '=', filter.state as SignalState))
    .$if(filter.sourceId !== undefined, (q) => q.where('s.source_id', '=', filter.sourceId ?? ''))
    .$if(words.length > 0, (q) =>
      q.where((e) =>
        e.and(
          words.map((word) => {
            const pattern = likeAnywhere(word);
            return sql<boolean>`(s.title ILIKE ${pattern} OR s.severity ILIKE ${pattern} OR s.labels::text ILIKE ${pattern})`;
          }),
        ),
      ),
    )
    .$if(cursorAt !== undefined && cursorId !== undefined, (q) =>
      q.where(
        sql<boolean>`(s.first_at, s.id) < (${cursorAt ?? null}::timestamptz, ${cursorId ?? null}::uuid)`,
      ),
    )
    .orderBy('s.first_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(filter.limit)
    .execute();
  return rows.map((row) => view({ ...row, title: shorten(row.title, LONGEST_TITLE) }));
}

export async function countByState(trx: Transaction<Tables>): Promise<Record<SignalState, number>> {
  const rows = await trx
    .selectFrom('signal')
    .select(['state', (e) => e.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
  const counts: Record<SignalState, number> = { firing: 0, resolved: 0, silent: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** How many signals appeared since a moment, by hour and by the severity their source gave them. */
export async function countByHour(
  trx: Transaction<Tables>,
  since: Temporal.Instant,
): Promise<{ hour: Temporal.Instant; severity: string; n: number }[]> {
  const { rows } = await sql<{ hour: Temporal.Instant; severity: string; n: number }>`
    SELECT date_bin('1 hour', first_at, ${since.toString()}::timestamptz) AS hour, severity, count(*)::int AS n
    FROM signal WHERE first_at >= ${since.toString()}::timestamptz GROUP BY 1, 2`.execute(trx);
  return rows;
}
