import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Change } from './rules.ts';
import type { Folded, SignalFilter, SignalState, SignalView } from './schema.ts';

/** PostgreSQL's text cannot hold U+0000. */
const printable = (text: string): string => text.replaceAll('\0', '\uFFFD');

const json = (value: unknown): string => printable(JSON.stringify(value)).replaceAll('\\u0000', '\uFFFD');

export interface Repeat {
  readonly folded: Folded;
  /** True when title, severity or annotations differ from what this process saw last. */
  readonly changed: boolean;
}

/**
 * Counts repeats of signals that are firing already: the hot path, one statement.
 * @returns the ids it found firing; the others need a decision
 */
export async function countRepeats(
  trx: Transaction<Tables>,
  orgId: string,
  repeats: readonly Repeat[],
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    UPDATE signal s SET count = s.count + t.n, last_at = ${now.toString()}::timestamptz, expires_at = t.expires_at,
      title = coalesce(t.title, s.title), severity = coalesce(t.severity, s.severity),
      annotations = coalesce(t.annotations, s.annotations)
    FROM unnest(${repeats.map((r) => r.folded.id)}::uuid[], ${repeats.map((r) => r.folded.firing)}::int[],
      ${repeats.map((r) => r.folded.alert.expiresAt?.toString() ?? null)}::timestamptz[],
      ${repeats.map((r) => (r.changed ? printable(r.folded.alert.title) : null))}::text[],
      ${repeats.map((r) => (r.changed ? printable(r.folded.alert.severity) : null))}::text[],
      ${repeats.map((r) => (r.changed ? json(r.folded.alert.annotations) : null))}::json[])
      AS t(id, n, expires_at, title, severity, annotations)
    WHERE s.org_id = ${orgId} AND s.id = t.id AND s.state = 'firing'
    RETURNING s.id`.execute(trx);
  return new Set(rows.map(({ id }) => id));
}

export interface Known {
  readonly id: string;
  readonly state: SignalState;
  readonly episodes: number;
  readonly count: number;
}

export async function lockSignals(trx: Transaction<Tables>, ids: readonly string[]): Promise<Map<string, Known>> {
  const rows = await trx
    .selectFrom('signal')
    .select(['id', 'state', 'episodes', 'count'])
    .where('id', '=', sql<string>`ANY (${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export interface Write {
  readonly folded: Folded;
  readonly sourceId: string;
  readonly change: Change;
  readonly state: SignalState;
  readonly episodes: number;
}

/**
 * Writes decided signals: new rows, or new states of known ones.
 * @returns the ids that were really new; another transaction may have inserted the others in between
 */
export async function writeSignals(
  trx: Transaction<Tables>,
  orgId: string,
  writes: readonly Write[],
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string; fresh: boolean }>`INSERT INTO signal AS s (org_id, id, source_id, title, severity, state, labels, annotations, url, episodes,
      count, first_at, last_at, expires_at)
    SELECT ${orgId}, t.id, t.source_id, t.title, t.severity, t.state, t.labels, t.annotations, t.url, t.episodes, t.n,
      ${now.toString()}::timestamptz, ${now.toString()}::timestamptz, t.expires_at
    FROM unnest(${writes.map((w) => w.folded.id)}::uuid[], ${writes.map((w) => w.sourceId)}::uuid[],
      ${writes.map((w) => printable(w.folded.alert.title))}::text[],
      ${writes.map((w) => printable(w.folded.alert.severity))}::text[], ${writes.map((w) => w.state)}::text[],
      ${writes.map((w) => json(w.folded.alert.labels))}::json[],
      ${writes.map((w) => json(w.folded.alert.annotations))}::json[],
      ${writes.map((w) => printable(w.folded.alert.url))}::text[], ${writes.map((w) => w.episodes)}::int[],
      ${writes.map((w) => w.folded.firing)}::int[],
      ${writes.map((w) => w.folded.alert.expiresAt?.toString() ?? null)}::timestamptz[])
      AS t(id, source_id, title, severity, state, labels, annotations, url, episodes, n, expires_at)
    ORDER BY t.id
    ON CONFLICT (org_id, id) DO UPDATE SET state = excluded.state,
      episodes = greatest(s.episodes, excluded.episodes),
      count = s.count + excluded.count, last_at = excluded.last_at, expires_at = excluded.expires_at,
      title = excluded.title, severity = excluded.severity, annotations = excluded.annotations, url = excluded.url
    RETURNING s.id, s.xmax = 0 AS fresh`.execute(trx);
  return new Set(rows.filter(({ fresh }) => fresh).map(({ id }) => id));
}

/** Firing signals whose time ran out without a repeat, marked silent. */
export async function silenceExpired(
  trx: Transaction<Tables>,
  now: Temporal.Instant,
): Promise<{ id: string; sourceId: string; title: string; count: number }[]> {
  return trx
    .updateTable('signal')
    .set({ state: 'silent', expires_at: null })
    .where('state', '=', 'firing')
    .where('expires_at', '<=', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .returning(['id', 'source_id as sourceId', 'title', 'count'])
    .execute();
}

const VIEW = [
  'id',
  'source_id as sourceId',
  'title',
  'severity',
  'state',
  'labels',
  'annotations',
  'url',
  'episodes',
  'count',
  'first_at as firstAt',
  'last_at as lastAt',
] as const;

interface Row extends Omit<SignalView, 'firstAt' | 'lastAt'> {
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
}
const view = (row: Row): SignalView => ({ ...row, firstAt: row.firstAt.toString(), lastAt: row.lastAt.toString() });

export async function findSignals(trx: Transaction<Tables>, ids: readonly string[]): Promise<SignalView[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('signal')
    .select(VIEW)
    .where('id', '=', sql<string>`ANY (${ids}::uuid[])`)
    .execute();
  return rows.map(view);
}

/** A page of signals, newest first; the cursor is the last row's first time and id. */
export async function listSignals(trx: Transaction<Tables>, filter: SignalFilter): Promise<SignalView[]> {
  const [cursorAt, cursorId] = filter.after?.split('_') ?? [];
  const words = (filter.search ?? '').split(/\s+/).filter(Boolean);
  const rows = await trx
    .selectFrom('signal')
    .select(VIEW)
    .$if(filter.state !== 'any', (q) => q.where('state', '=', filter.state as SignalState))
    .$if(filter.sourceId !== undefined, (q) => q.where('source_id', '=', filter.sourceId ?? ''))
    .$if(words.length > 0, (q) =>
      q.where((e) =>
        e.and(
          words.map((word) => {
            const pattern = `%${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
            return sql<boolean>`(title ILIKE ${pattern} OR severity ILIKE ${pattern} OR labels::text ILIKE ${pattern})`;
          }),
        ),
      ),
    )
    .$if(cursorAt !== undefined && cursorId !== undefined, (q) =>
      q.where(sql<boolean>`(first_at, id) < (${cursorAt ?? null}::timestamptz, ${cursorId ?? null}::uuid)`),
    )
    .orderBy('first_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
  return rows.map(view);
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
