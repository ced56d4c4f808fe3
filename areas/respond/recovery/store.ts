import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { likeAnywhere } from '../../../kernel/text.ts';
import type { Host } from '../../prepare/assets/index.ts';
import { type ItemFilter, type ItemState, MOST_GROUPS } from './schema.ts';

/** @returns how many were not on the board before */
export async function addItems(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  machines: readonly Host[],
  wave: number,
  at: Temporal.Instant,
): Promise<number> {
  const column = (of: (machine: Host) => string): string[] => machines.map(of);
  const { numAffectedRows } = await sql`
    INSERT INTO recovery_item (org_id, incident_id, asset_key, name, class, company, site, wave, state, blocker, added_at, changed_at)
    SELECT ${orgId}::uuid, ${incidentId}::uuid, t.key, t.name, t.class, t.company, t.site, ${wave}::int, 'waiting', '',
      ${at.toString()}::timestamptz, ${at.toString()}::timestamptz
    FROM unnest(${column(({ key }) => key)}::text[], ${column(({ name }) => name)}::text[],
      ${column((m) => m.class)}::text[], ${column(({ company }) => company)}::text[],
      ${column(({ site }) => site)}::text[]) AS t(key, name, class, company, site)
    ON CONFLICT DO NOTHING`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

const fits = (
  incidentId: string,
  filter: ItemFilter,
  keys: readonly string[] | undefined,
): RawBuilder<boolean> =>
  sql<boolean>`incident_id = ${incidentId}::uuid
    AND (${filter.state ?? null}::text IS NULL OR state = ${filter.state ?? null}::text)
    AND (${filter.class ?? null}::text IS NULL OR class = ${filter.class ?? null}::text)
    AND (${filter.company ?? null}::text IS NULL OR company = ${filter.company ?? null}::text)
    AND (${filter.site ?? null}::text IS NULL OR site = ${filter.site ?? null}::text)
    AND (${filter.wave ?? null}::int IS NULL OR wave = ${filter.wave ?? null}::int)
    AND (${keys === undefined} OR asset_key = ANY (${keys ?? []}::text[]))`;

/**
 * @param afterwards what was moved since then stays where it is
 * @returns how many were moved: what is there already is not moved again
 */
export async function moveItems(
  trx: Transaction<Tables>,
  incidentId: string,
  which: { readonly filter: ItemFilter; readonly keys: readonly string[] | undefined },
  to: {
    readonly state: ItemState | undefined;
    readonly wave: number | undefined;
    readonly blocker: string | undefined;
  },
  { at, afterwards }: { readonly at: Temporal.Instant; readonly afterwards: boolean },
): Promise<number> {
  const state = sql<string | null>`${to.state ?? null}::text`;
  const blocker = sql<string | null>`${to.blocker ?? null}::text`;
  const wave = sql<number | null>`${to.wave ?? null}::int`;
  const now = sql`${at.toString()}::timestamptz`;
  const { numAffectedRows } = await sql`
    UPDATE recovery_item SET
      state = coalesce(${state}, state),
      wave = coalesce(${wave}, wave),
      blocker = coalesce(${blocker}, CASE WHEN ${state} IS NULL OR ${state} = 'blocked' THEN blocker ELSE '' END),
      restored_at = CASE WHEN ${state} IS NULL OR ${state} = state THEN restored_at
        WHEN ${state} = 'restored' THEN ${now} END,
      changed_at = ${now}
    WHERE ${fits(incidentId, which.filter, which.keys)} AND (${!afterwards} OR changed_at <= ${now})
      AND (state IS DISTINCT FROM coalesce(${state}, state) OR wave IS DISTINCT FROM coalesce(${wave}, wave)
        OR blocker IS DISTINCT FROM coalesce(${blocker}, blocker))`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

export interface Group {
  readonly name: string;
  readonly total: number;
  readonly restored: number;
  readonly blocked: number;
  /** When the last of them came back; null while one has not. */
  readonly completedAt: Temporal.Instant | null;
}

const GROUPS = { class: sql`class`, company: sql`company`, site: sql`site`, wave: sql`wave::text` } as const;

/** Counts by one of their properties, those with most left to do first; what is not affected is left out. */
export async function groupsBy(
  trx: Transaction<Tables>,
  incidentId: string,
  by: keyof typeof GROUPS,
): Promise<Group[]> {
  const { rows } = await sql<Group>`
    SELECT ${GROUPS[by]} AS name, count(*)::int AS total, count(*) FILTER (WHERE state = 'restored')::int AS restored,
      count(*) FILTER (WHERE state = 'blocked')::int AS blocked,
      CASE WHEN bool_and(state = 'restored') THEN max(restored_at) END AS "completedAt"
    FROM recovery_item WHERE incident_id = ${incidentId}::uuid AND state <> 'notAffected'
    GROUP BY 1 ORDER BY count(*) FILTER (WHERE state <> 'restored') DESC, 1 LIMIT ${MOST_GROUPS}`.execute(
    trx,
  );
  return rows;
}

export async function countsByState(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<ReadonlyMap<ItemState, number>> {
  const { rows } = await sql<{ state: ItemState; count: number }>`
    SELECT state, count(*)::int AS count FROM recovery_item WHERE incident_id = ${incidentId}::uuid GROUP BY state`.execute(
    trx,
  );
  return new Map(rows.map(({ state, count }) => [state, count]));
}

export async function blockersOf(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<{ name: string; count: number }[]> {
  const { rows } = await sql<{ name: string; count: number }>`
    SELECT blocker AS name, count(*)::int AS count FROM recovery_item
    WHERE incident_id = ${incidentId}::uuid AND state = 'blocked' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50`.execute(
    trx,
  );
  return rows;
}

/** When things came back: by day, and each of the last day. */
export async function restoredTimes(
  trx: Transaction<Tables>,
  incidentId: string,
  { since, zone }: { readonly since: Temporal.Instant; readonly zone: string },
): Promise<{
  byDay: ReadonlyMap<string, number>;
  lately: Temporal.Instant[];
  begun: Temporal.Instant | undefined;
}> {
  const { rows: days } = await sql<{ day: string; count: number }>`
    SELECT to_char(restored_at AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day, count(*)::int AS count FROM recovery_item
    WHERE incident_id = ${incidentId}::uuid AND restored_at IS NOT NULL GROUP BY 1`.execute(trx);
  const { rows: lately } = await sql<{ at: Temporal.Instant }>`
    SELECT restored_at AS at FROM recovery_item
    WHERE incident_id = ${incidentId}::uuid AND restored_at > ${since.toString()}::timestamptz`.execute(trx);
  const { rows: begun } = await sql<{ at: Temporal.Instant | null }>`
    SELECT min(added_at) AS at FROM recovery_item WHERE incident_id = ${incidentId}::uuid`.execute(trx);
  return {
    byDay: new Map(days.map(({ day, count }) => [day, count])),
    lately: lately.map(({ at }) => at),
    begun: begun[0]?.at ?? undefined,
  };
}

export interface Item extends Host {
  readonly wave: number;
  readonly state: ItemState;
  readonly blocker: string;
}

export async function listItems(
  trx: Transaction<Tables>,
  incidentId: string,
  filter: ItemFilter & {
    readonly after?: string | undefined;
    readonly limit: number;
    /** Part of a key or name. */
    readonly search?: string | undefined;
    /** What is still to be done comes first; for one look, not for page after page. */
    readonly openFirst?: boolean;
  },
): Promise<Item[]> {
  const like = likeAnywhere(filter.search ?? '');
  const { rows } = await sql<Item>`
    SELECT asset_key AS key, name, class, company, site, wave, state, blocker FROM recovery_item
    WHERE ${fits(incidentId, filter, undefined)} AND asset_key > ${filter.after ?? ''}
      AND (${!filter.search} OR asset_key ILIKE ${like} OR name ILIKE ${like})
    ORDER BY CASE WHEN ${filter.openFirst ?? false} AND state IN ('restored', 'notAffected') THEN 1 ELSE 0 END, asset_key
    LIMIT ${filter.limit}`.execute(trx);
  return rows;
}

/** Keys of everything on the board that is thought to be affected; of everything on it when asked for all. */
export async function affectedKeys(
  trx: Transaction<Tables>,
  incidentId: string,
  { all = false }: { readonly all?: boolean } = {},
): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    SELECT asset_key AS key FROM recovery_item
    WHERE incident_id = ${incidentId}::uuid AND (${all} OR state <> 'notAffected')`.execute(trx);
  return new Set(rows.map(({ key }) => key));
}

export interface Check {
  readonly affected: number;
  readonly note: string;
  readonly by: string;
  readonly at: Temporal.Instant;
}

/** The oldest first. */
export async function checksOf(trx: Transaction<Tables>, incidentId: string): Promise<Check[]> {
  return trx
    .selectFrom('growth_check')
    .select(['affected', 'note', 'checked_by as by', 'checked_at as at'])
    .where('incident_id', '=', incidentId)
    .orderBy('checked_at')
    .orderBy('id')
    .execute();
}

export async function insertCheck(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  id: string,
  { affected, note, by, at }: Check,
): Promise<void> {
  await trx
    .insertInto('growth_check')
    .values({
      org_id: orgId,
      id,
      incident_id: incidentId,
      affected,
      note,
      checked_by: by,
      checked_at: at.toString(),
    })
    .execute();
}

export interface Strategy {
  readonly asset: string;
  readonly method: 'clean' | 'restore' | 'rebuild';
  readonly criteria: string;
  readonly by: string;
  readonly at: Temporal.Instant;
}

export async function strategiesOf(trx: Transaction<Tables>, incidentId: string): Promise<Strategy[]> {
  return trx
    .selectFrom('restore_strategy')
    .select(['asset_key as asset', 'method', 'criteria', 'chosen_by as by', 'chosen_at as at'])
    .where('incident_id', '=', incidentId)
    .orderBy('asset_key')
    .execute();
}

export async function putStrategy(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  { asset, method, criteria, by, at }: Strategy,
): Promise<void> {
  const set = { method, criteria, chosen_by: by, chosen_at: at.toString() };
  await trx
    .insertInto('restore_strategy')
    .values({ org_id: orgId, incident_id: incidentId, asset_key: asset, ...set })
    .onConflict((c) => c.columns(['org_id', 'incident_id', 'asset_key']).doUpdateSet(set))
    .execute();
}

export interface OrderAnswer {
  readonly asset: string;
  readonly agreed: boolean;
  readonly note: string;
  readonly by: string;
  readonly asOwner: boolean;
  readonly at: Temporal.Instant;
}

export async function answersOf(trx: Transaction<Tables>, incidentId: string): Promise<OrderAnswer[]> {
  return trx
    .selectFrom('recovery_answer')
    .select([
      'asset_key as asset',
      'agreed',
      'note',
      'answered_by as by',
      'as_owner as asOwner',
      'answered_at as at',
    ])
    .where('incident_id', '=', incidentId)
    .execute();
}

export async function putAnswer(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  { asset, agreed, note, by, asOwner, at }: OrderAnswer,
): Promise<void> {
  const set = { agreed, note, answered_by: by, as_owner: asOwner, answered_at: at.toString() };
  await trx
    .insertInto('recovery_answer')
    .values({ org_id: orgId, incident_id: incidentId, asset_key: asset, ...set })
    .onConflict((c) => c.columns(['org_id', 'incident_id', 'asset_key']).doUpdateSet(set))
    .execute();
}

export interface Cause {
  readonly cause: 'ownAction' | 'attackEnded' | 'supplier' | 'unknown';
  readonly note: string;
}

export async function causeOf(trx: Transaction<Tables>, incidentId: string): Promise<Cause | undefined> {
  return trx
    .selectFrom('recovery_cause')
    .select(['cause', 'note'])
    .where('incident_id', '=', incidentId)
    .executeTakeFirst();
}

export async function putCause(
  trx: Transaction<Tables>,
  orgId: string,
  incidentId: string,
  cause: Cause,
): Promise<void> {
  await trx
    .insertInto('recovery_cause')
    .values({ org_id: orgId, incident_id: incidentId, ...cause })
    .onConflict((c) => c.columns(['org_id', 'incident_id']).doUpdateSet(cause))
    .execute();
}

export interface TechnicianLink {
  readonly id: string;
  readonly incidentId: string;
  readonly name: string;
  readonly filter: ItemFilter;
  readonly until: Temporal.Instant;
}

const links = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('technician_link')
    .select(['id', 'incident_id as incidentId', 'name', 'until'])
    .select(sql<ItemFilter>`filter`.as('filter'));

export async function linksOf(
  trx: Transaction<Tables>,
  incidentId: string,
  now: Temporal.Instant,
): Promise<TechnicianLink[]> {
  return links(trx)
    .where('incident_id', '=', incidentId)
    .where('until', '>', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .orderBy('id')
    .execute();
}

export async function findLink(trx: Transaction<Tables>, id: string): Promise<TechnicianLink | undefined> {
  return links(trx).where('id', '=', id).executeTakeFirst();
}

export async function insertLink(
  trx: Transaction<Tables>,
  orgId: string,
  { id, incidentId, name, filter, until }: TechnicianLink,
  by: string,
): Promise<void> {
  await trx
    .insertInto('technician_link')
    .values({
      org_id: orgId,
      id,
      incident_id: incidentId,
      name,
      filter: JSON.stringify(filter),
      until: until.toString(),
      made_by: by,
    })
    .execute();
}

/** @returns false where it had ended already */
export async function endLink(trx: Transaction<Tables>, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('technician_link')
    .set({ until: at.toString() })
    .where('id', '=', id)
    .where('until', '>', sql<Temporal.Instant>`${at.toString()}::timestamptz`)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
