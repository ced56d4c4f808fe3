import { type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { literal } from '../../database/transaction.ts';
import { canonicalJson, likeAnywhere } from '../../kernel/text.ts';
import type { Precision } from '../../kernel/time.ts';
import type { FactName } from '../facts.ts';
import type { ChainedLine, Line, LineFilter } from './schema.ts';

export interface NewLine {
  readonly chain: string;
  readonly kind: string;
  readonly incidentId: string | undefined;
  readonly at: Temporal.Instant;
  readonly precision: Precision;
  readonly recordedAt: Temporal.Instant;
  readonly actorKind: string;
  readonly actorId: string;
  readonly corrects: number | undefined;
  readonly body: unknown;
}

/** PostgreSQL keeps microseconds: what is hashed must be what is stored. */
const micros = (instant: Temporal.Instant): string =>
  instant.round({ smallestUnit: 'microsecond', roundingMode: 'trunc' }).toString();

/** The statement that appends lines; it takes the ledger's lock, so it is a transaction's last. */
export function appendingLines(lines: readonly NewLine[]): string {
  // Sorted by chain (stable within one), so that the function reads each chain's head once.
  const sorted = [...lines].sort((a, b) => (a.chain < b.chain ? -1 : a.chain > b.chain ? 1 : 0));
  const payload = sorted.map((line) => ({
    chain: line.chain,
    kind: line.kind,
    incident_id: line.incidentId ?? null,
    at: micros(line.at),
    precision: line.precision,
    recorded_at: micros(line.recordedAt),
    actor_kind: line.actorKind,
    actor_id: line.actorId,
    corrects: line.corrects ?? null,
    body: canonicalJson(line.body),
  }));
  return `SELECT append_ledger(${literal(JSON.stringify(payload))}::json)`;
}

const LINE_COLUMNS = [
  'seq',
  'kind',
  'incident_id as incidentId',
  'at',
  'precision',
  'recorded_at as recordedAt',
  'actor_kind as actorKind',
  'actor_id as actorId',
  'corrects',
  'body',
] as const;

/** Lines after a number, oldest first: the cursor of the live stream. */
export async function linesAfter(trx: Transaction<Tables>, seq: number, limit: number): Promise<Line[]> {
  return trx
    .selectFrom('ledger')
    .select(LINE_COLUMNS)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** One word of a search: any of these holds of a line that has it. */
export interface SoughtWord {
  /** Kinds that are called so. */
  readonly kinds: readonly string[];
  /** Whoever and whatever is called so, by id or key. */
  readonly ids: readonly string[];
  /** A pattern of LIKE for what people wrote. */
  readonly written: string;
}

/** A pattern that finds an id in a body: as a whole value, for a short key is part of many words. */
const asValue = (id: string): string => likeAnywhere(JSON.stringify(id));

const holds = ({ kinds, ids, written }: SoughtWord): RawBuilder<SqlBool> => sql<SqlBool>`(
  kind = ANY(${kinds}::text[]) OR actor_id = ANY(${ids}::text[]) OR incident_id::text = ANY(${ids}::text[])
  OR body::text ILIKE ANY(${[written, ...ids.map(asValue)]}::text[]))`;

/** Lines before a number, newest first: pages of the audit and of a timeline. */
export async function findLines(
  trx: Transaction<Tables>,
  filter: Omit<LineFilter, 'actorId'> & {
    kinds: readonly string[];
    actorIds: readonly string[] | undefined;
    order?: 'entered' | 'happened' | undefined;
    /** When they were recorded: from a moment on, and before another. */
    from?: Temporal.Instant | undefined;
    until?: Temporal.Instant | undefined;
    /** All of these are in a line. */
    words?: readonly SoughtWord[] | undefined;
  },
): Promise<Line[]> {
  return trx
    .selectFrom('ledger')
    .select(LINE_COLUMNS)
    .where('kind', 'in', filter.kinds.length > 0 ? filter.kinds : [''])
    .$if(filter.incidentId !== undefined, (q) => q.where('incident_id', '=', filter.incidentId ?? null))
    .$if(filter.actorIds !== undefined, (q) => q.where('actor_id', 'in', filter.actorIds ?? []))
    .$if(filter.from !== undefined, (q) =>
      q.where('recorded_at', '>=', sql<Temporal.Instant>`${String(filter.from)}::timestamptz`),
    )
    .$if(filter.until !== undefined, (q) =>
      q.where('recorded_at', '<', sql<Temporal.Instant>`${String(filter.until)}::timestamptz`),
    )
    .$if((filter.words ?? []).length > 0, (q) => q.where((eb) => eb.and((filter.words ?? []).map(holds))))
    .$if(filter.before !== undefined, (q) =>
      filter.order === 'happened'
        ? q.where(
            sql<boolean>`(at, seq) < (SELECT b.at, b.seq FROM ledger b WHERE b.org_id = ledger.org_id AND b.seq = ${filter.before ?? 0})`,
          )
        : q.where('seq', '<', filter.before ?? 0),
    )
    .$if(filter.order === 'happened', (q) => q.orderBy('at', 'desc'))
    .orderBy('seq', 'desc')
    .limit(filter.limit)
    .execute();
}

/** Steps of mass work: tens of thousands in one incident, and what they come to is counted in tables. */
const MASS: readonly FactName[] = [
  'recovery.moved',
  'sweep.reported',
  'page.attempted',
  'page.accepted',
  'page.delivered',
  'page.seen',
  'notice.settled',
];

/** What happened in one incident, oldest first; single steps of mass work are left out. */
export async function linesOfIncident(trx: Transaction<Tables>, incidentId: string): Promise<Line[]> {
  return trx
    .selectFrom('ledger')
    .select(LINE_COLUMNS)
    .where('incident_id', '=', incidentId)
    .where('kind', 'not in', MASS)
    .orderBy('seq')
    .execute();
}

/** Lines of some kinds of several incidents, oldest first. */
export async function linesOfIncidents(
  trx: Transaction<Tables>,
  incidentIds: readonly string[],
  kinds: readonly string[],
): Promise<Line[]> {
  if (incidentIds.length === 0) return [];
  return trx
    .selectFrom('ledger')
    .select(LINE_COLUMNS)
    .where('incident_id', 'in', incidentIds)
    .where('kind', 'in', kinds)
    .orderBy('seq')
    .execute();
}

/** Many lines that come to one: the line that stands for them, what they count together, and the number of each. */
export interface Mass {
  readonly seq: number;
  readonly kind: string;
  readonly count: number;
  readonly seqs: readonly number[];
}

/**
 * What steps of mass work come to, by what they say alike. A result stands where it was first reported, a state where it
 * was last reached.
 */
export async function massOfIncidents(
  trx: Transaction<Tables>,
  incidentIds: readonly string[],
  kinds: readonly FactName[],
): Promise<Mass[]> {
  if (incidentIds.length === 0 || kinds.length === 0) return [];
  const { rows } = await sql<Mass>`
    SELECT kind, sum((body->>'count')::int)::int AS count, json_agg(seq ORDER BY seq) AS seqs,
      CASE kind WHEN 'recovery.moved' THEN max(seq) ELSE min(seq) END AS seq
    FROM ledger WHERE incident_id IN (${sql.join(incidentIds)}) AND kind IN (${sql.join(kinds)})
    GROUP BY kind, body->>'state', body->>'taskId', body->>'result', body->>'party'`.execute(trx);
  return rows;
}

/** Lines by their numbers, oldest first. */
export async function linesBySeq(trx: Transaction<Tables>, seqs: readonly number[]): Promise<Line[]> {
  if (seqs.length === 0) return [];
  return trx.selectFrom('ledger').select(LINE_COLUMNS).where('seq', 'in', seqs).orderBy('seq').execute();
}

export async function findLine(trx: Transaction<Tables>, seq: number): Promise<Line | undefined> {
  return trx.selectFrom('ledger').select(LINE_COLUMNS).where('seq', '=', seq).executeTakeFirst();
}

export async function lastSeq(trx: Transaction<Tables>): Promise<number> {
  const row = await trx.selectFrom('ledger_head').select('seq').executeTakeFirst();
  return row?.seq ?? 0;
}

/** When the first and the last line by number were recorded. */
export async function recordedBetween(
  trx: Transaction<Tables>,
): Promise<{ from: Temporal.Instant; to: Temporal.Instant } | undefined> {
  const end = (direction: 'asc' | 'desc') =>
    trx
      .selectFrom('ledger')
      .select('recorded_at as at')
      .orderBy('seq', direction)
      .limit(1)
      .executeTakeFirst();
  const [first, last] = [await end('asc'), await end('desc')];
  return first && last && { from: first.at, to: last.at };
}

/** One batch of chained lines with the exact text that was hashed. */
export async function chainedLines(
  trx: Transaction<Tables>,
  after: { chain: string; link: number },
  limit: number,
): Promise<ChainedLine[]> {
  const { rows } = await sql<ChainedLine>`
    SELECT seq, chain, link, kind, encode(hash, 'hex') AS hash, ledger_text(ledger) AS text
    FROM ledger WHERE (chain, link) > (${after.chain}, ${after.link}) ORDER BY chain, link LIMIT ${limit}`.execute(
    trx,
  );
  return rows;
}

export async function chainHeads(
  trx: Transaction<Tables>,
): Promise<{ chain: string; length: number; hash: string }[]> {
  const { rows } = await sql<{ chain: string; length: number; hash: string }>`
    SELECT chain, length, encode(hash, 'hex') AS hash FROM ledger_chain ORDER BY chain`.execute(trx);
  return rows;
}

/** The newest line of a kind in an incident. */
export async function newestOfIncident(
  trx: Transaction<Tables>,
  incidentId: string,
  kind: FactName,
): Promise<Line | undefined> {
  return trx
    .selectFrom('ledger')
    .select(LINE_COLUMNS)
    .where('incident_id', '=', incidentId)
    .where('kind', '=', kind)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Lines of some kinds of an incident that were written since a moment, oldest first. */
export async function linesOfIncidentSince(
  trx: Transaction<Tables>,
  incidentId: string,
  kinds: readonly string[],
  since: Temporal.Instant,
): Promise<Line[]> {
  return trx
    .selectFrom('ledger')
    .select(LINE_COLUMNS)
    .where('incident_id', '=', incidentId)
    .where('kind', 'in', kinds)
    .where('recorded_at', '>=', sql<Temporal.Instant>`${since.toString()}::timestamptz`)
    .orderBy('seq')
    .execute();
}

/** Which line after a number was the last that somebody wrote in an incident, under any of these ids; undefined where none. */
export async function lastActAfter(
  trx: Transaction<Tables>,
  incidentId: string,
  actorIds: readonly string[],
  seq: number,
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('ledger')
    .select('seq')
    .where('incident_id', '=', incidentId)
    .where('seq', '>', seq)
    .where('actor_id', 'in', actorIds)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq;
}

/** The newest lines of some kinds, oldest of them first. */
export async function newestOfKinds(
  trx: Transaction<Tables>,
  kinds: readonly string[],
  limit: number,
): Promise<Line[]> {
  const lines = await trx
    .selectFrom('ledger')
    .select(LINE_COLUMNS)
    .where('kind', 'in', kinds)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return lines.reverse();
}

export async function linesOfKindsAfter(
  trx: Transaction<Tables>,
  seq: number,
  kinds: readonly string[],
  upTo: number,
  limit: number,
): Promise<Line[]> {
  return trx
    .selectFrom('ledger')
    .select(LINE_COLUMNS)
    .where('seq', '>', seq)
    .where('seq', '<=', upTo)
    .where('kind', 'in', kinds)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** So many of the last lines are walked through, at most, for those of some kinds. */
const MOST_WALKED = 500_000;

/** The latest lines of some kinds that were written since a moment, newest first. */
export async function latestOfKinds(
  trx: Transaction<Tables>,
  since: Temporal.Instant,
  kinds: readonly string[],
  upTo: number,
  limit: number,
): Promise<Line[]> {
  return trx
    .selectFrom('ledger')
    .select(LINE_COLUMNS)
    .where('seq', '>', upTo - MOST_WALKED)
    .where('seq', '<=', upTo)
    .where('kind', 'in', kinds)
    .where('recorded_at', '>=', sql<Temporal.Instant>`${since.toString()}::timestamptz`)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}

/**
 * The line of an incident that was made under this id where it was typed. Looked for in the text as it stands: PostgreSQL
 * refuses to take a body apart that holds U+0000 or half a character, as older lines may.
 */
export async function lineOfClient(
  trx: Transaction<Tables>,
  incidentId: string,
  clientId: string,
): Promise<Line | undefined> {
  return (
    trx
      .selectFrom('ledger')
      .select(LINE_COLUMNS)
      .where('incident_id', '=', incidentId)
      .where('kind', 'in', ['timeline.noted', 'timeline.attached', 'task.opened', 'decision.recorded'])
      // In a text the quotes would be escaped: only the field itself is found.
      .where(sql<boolean>`body::text ~ ${`"clientId"\\s*:\\s*"${clientId}"`}`)
      .limit(1)
      .executeTakeFirst()
  );
}

/** Incidents of the organisation that not everybody inside may see. */
export async function restrictedIncidents(trx: Transaction<Tables>): Promise<string[]> {
  const rows = await trx.selectFrom('restricted_incident').select('incident_id as id').execute();
  return rows.map(({ id }) => id);
}
