import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { mapInTurns } from '../../../kernel/in-turns.ts';
import { alikeKey, likeAnywhere } from '../../../kernel/text.ts';
import {
  ASSET_KINDS,
  type Asset,
  type AssetFilter,
  type AssetKind,
  type AssetView,
  assetDetails,
  EDGE_KINDS,
  type EdgeKind,
  RATED_KINDS,
} from './schema.ts';

/** What the graph knows of a thing. */
export interface AssetNode {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: AssetKind;
  readonly unitId: string | null;
  readonly impact: number | null;
  readonly rtoMinutes: number | null;
  readonly confirmed: boolean;
  /** Party keys of those who provide it. */
  readonly providers: readonly string[];
}
export interface AssetEdge {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: EdgeKind;
}

const NODE = sql<AssetNode>`id, key, name, kind, unit_id AS "unitId", impact, rto_minutes AS "rtoMinutes",
  confirmed_at IS NOT NULL AS confirmed,
  ARRAY(SELECT p->>'party' FROM jsonb_array_elements(details->'parties') AS p WHERE p->>'duty' = 'provides') AS providers`;

/** All things, or those with the given ids. */
export async function readNodes(trx: Transaction<Tables>, ids?: readonly string[]): Promise<AssetNode[]> {
  const { rows } = await sql<AssetNode>`SELECT ${NODE} FROM asset
    WHERE ${ids === undefined ? sql`true` : sql`id = ANY (${ids}::uuid[])`} ORDER BY id`.execute(trx);
  return rows;
}

/** All edges, or those that go out from the given ids. */
export async function readEdges(trx: Transaction<Tables>, fromIds?: readonly string[]): Promise<AssetEdge[]> {
  const { rows } = await sql<AssetEdge>`SELECT from_id AS "fromId", to_id AS "toId", kind FROM asset_edge
    WHERE ${fromIds === undefined ? sql`true` : sql`from_id = ANY (${fromIds}::uuid[])`}`.execute(trx);
  return rows;
}

interface Row extends Omit<AssetView, 'confirmedAt' | 'changedAt' | 'edges' | 'details'> {
  readonly confirmedAt: Temporal.Instant | null;
  readonly changedAt: Temporal.Instant;
  readonly details: unknown;
}

const views = (trx: Transaction<Tables>) =>
  trx
    .selectFrom('asset as a')
    .leftJoin('unit as u', (join) => join.onRef('u.org_id', '=', 'a.org_id').onRef('u.id', '=', 'a.unit_id'))
    .select([
      'a.id',
      'a.key',
      'a.kind',
      'a.name',
      'a.critical',
      'a.unit_id as unitId',
      'u.name as unitName',
      'a.impact',
      'a.impact_reason as impactReason',
      'a.rto_minutes as rtoMinutes',
      'a.rpo_minutes as rpoMinutes',
      'a.mtpd_minutes as mtpdMinutes',
      'a.company',
      'a.class',
      'a.os',
      'a.product',
      'a.product_version as productVersion',
      'a.hosts',
      'a.details',
      'a.confirmed_at as confirmedAt',
      'a.changed_at as changedAt',
    ]);

const viewOf = (row: Row, edges: AssetView['edges']): AssetView => ({
  ...row,
  details: assetDetails.parse(row.details),
  confirmedAt: row.confirmedAt?.toString() ?? null,
  changedAt: row.changedAt.toString(),
  edges,
});

/** As many edges as one entry may have; a page of a list shows fewer of each. */
const MOST_EDGES = 20_000;

async function withEdges(trx: Transaction<Tables>, rows: readonly Row[], shown = 100): Promise<AssetView[]> {
  const { rows: edges } = await sql<{ fromId: string; kind: EdgeKind; to: string }>`
    SELECT e.from_id AS "fromId", e.kind, t.key AS "to" FROM asset_edge e
    JOIN asset t ON t.org_id = e.org_id AND t.id = e.to_id
    WHERE e.from_id = ANY (${rows.map(({ id }) => id)}::uuid[]) ORDER BY e.kind, t.key LIMIT ${MOST_EDGES}`.execute(
    trx,
  );
  const byFrom = Map.groupBy(edges, ({ fromId }) => fromId);
  return rows.map((row) =>
    viewOf(
      row,
      (byFrom.get(row.id) ?? []).slice(0, shown).map(({ kind, to }) => ({ kind, to })),
    ),
  );
}

export async function findAsset(trx: Transaction<Tables>, id: string): Promise<AssetView | undefined> {
  const row = await views(trx).where('a.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  // All of them: what is shown here is what saving writes back.
  return (await withEdges(trx, [row], MOST_EDGES))[0];
}

/** Until the transaction ends nobody else writes a new entry under this key. */
export async function lockKey(trx: Transaction<Tables>, orgId: string, key: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`asset ${orgId} ${key}`}, 0))`.execute(trx);
}

/** Locks an entry. @returns when it was last changed; undefined where there is none of that key or id */
export async function lockAsset(
  trx: Transaction<Tables>,
  by: { readonly key: string } | { readonly id: string },
): Promise<Temporal.Instant | undefined> {
  const [column, value] = 'key' in by ? (['key', by.key] as const) : (['id', by.id] as const);
  const row = await trx
    .selectFrom('asset')
    .select('changed_at')
    .where(column, '=', value)
    .forUpdate()
    .executeTakeFirst();
  return row?.changed_at;
}

const GAP_CONDITIONS = {
  owner: sql<boolean>`a.unit_id IS NULL`,
  impact: sql<boolean>`a.impact IS NULL`,
  rto: sql<boolean>`a.rto_minutes IS NULL`,
  dependency: sql<boolean>`NOT EXISTS (SELECT FROM asset_edge e WHERE e.from_id = a.id OR e.to_id = a.id)`,
} as const;

/** A page in the order of keys. Hosts are listed when asked for: tens of thousands would bury the rest. */
export async function listAssets(trx: Transaction<Tables>, filter: AssetFilter): Promise<AssetView[]> {
  const { gap, search, after, limit } = filter;
  const matching = views(trx)
    .$if(filter.key !== undefined, (q) => q.where('a.key', '=', filter.key ?? ''))
    .$if(filter.kind !== 'any', (q) => q.where('a.kind', '=', filter.kind as AssetKind))
    .$if(filter.kind === 'any' && filter.key === undefined, (q) => q.where('a.kind', '!=', 'host'))
    .$if(gap !== 'any', (q) =>
      q.where('a.kind', 'in', RATED_KINDS).where(GAP_CONDITIONS[gap as keyof typeof GAP_CONDITIONS]),
    )
    .$if(filter.company !== undefined, (q) => q.where('a.company', '=', filter.company ?? ''))
    .$if(filter.class !== undefined, (q) => q.where('a.class', '=', filter.class ?? ''))
    .$if(filter.os !== undefined, (q) => q.where('a.os', '=', filter.os ?? ''));
  // The key somebody types is what they mean: it comes before all that merely holds it.
  const meant = search !== undefined && limit > 1 ? alikeKey(search) : '';
  const first =
    meant !== '' && after === undefined ? await matching.where('a.key', '=', meant).execute() : [];
  const rows = await matching
    .$if(search !== undefined, (q) => {
      const pattern = likeAnywhere(search ?? '');
      return q.where((e) => e.or([e('a.name', 'ilike', pattern), e('a.key', 'ilike', pattern)]));
    })
    .$if(meant !== '', (q) => q.where('a.key', '!=', meant))
    .$if(after !== undefined, (q) => q.where('a.key', '>', after ?? ''))
    .orderBy('a.key')
    .limit(limit - first.length)
    .execute();
  return withEdges(trx, [...first, ...rows]);
}

/** Everything but hosts, and how many edges meet at each. */
export async function assetsWithDegree(
  trx: Transaction<Tables>,
): Promise<(AssetView & { degree: number })[]> {
  const rows = await views(trx).where('a.kind', '!=', 'host').orderBy('a.key').execute();
  const { rows: counted } = await sql<{ id: string; degree: number }>`
    SELECT id, count(*)::int AS degree
    FROM (SELECT from_id AS id FROM asset_edge UNION ALL SELECT to_id FROM asset_edge) AS ends GROUP BY id`.execute(
    trx,
  );
  const degreeOf = new Map(counted.map(({ id, degree }) => [id, degree]));
  return rows.map((row) => ({ ...viewOf(row, []), degree: degreeOf.get(row.id) ?? 0 }));
}

/** Everything, hosts and all, with every edge. */
export async function allAssets(trx: Transaction<Tables>): Promise<AssetView[]> {
  const rows = await views(trx).orderBy('a.key').execute();
  const edges = await readEdges(trx);
  const keyOf = new Map(rows.map(({ id, key }) => [id, key]));
  const byFrom = Map.groupBy(edges, ({ fromId }) => fromId);
  return mapInTurns(rows, (row) =>
    viewOf(
      row,
      (byFrom.get(row.id) ?? []).map(({ kind, toId }) => ({ kind, to: keyOf.get(toId) ?? '' })),
    ),
  );
}

/** Ids by key, of those that exist. */
export async function idsOfKeys(
  trx: Transaction<Tables>,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; id: string }>`
    SELECT key, id FROM asset WHERE key = ANY (${[...new Set(keys)]}::text[])`.execute(trx);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** What each is called; what is not in the register is left out. */
export async function assetNames(
  trx: Transaction<Tables>,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; name: string }>`
    SELECT key, name FROM asset WHERE key = ANY (${[...new Set(keys)]}::text[])`.execute(trx);
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** The unit that owns each, null where none does; what is not in the register is left out. */
export async function ownerUnitsOf(
  trx: Transaction<Tables>,
  keys: readonly string[],
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ key: string; unitId: string | null }>`
    SELECT key, unit_id AS "unitId" FROM asset WHERE key = ANY (${[...new Set(keys)]}::text[])`.execute(trx);
  return new Map(rows.map(({ key, unitId }) => [key, unitId]));
}

export interface Host {
  readonly key: string;
  readonly name: string;
  readonly class: string;
  readonly company: string;
  readonly site: string;
}

/** Hosts by their properties or keys, each with the site it stands at. */
export async function hostsOf(
  trx: Transaction<Tables>,
  wanted: {
    readonly company?: string | undefined;
    readonly class?: string | undefined;
    readonly os?: string | undefined;
    readonly product?: string | undefined;
    readonly productVersion?: string | undefined;
    readonly keys?: readonly string[];
  },
): Promise<Host[]> {
  const { rows } = await sql<Host>`
    SELECT a.key, a.name, a.class, a.company, coalesce(max(s.name), '') AS site
    FROM asset a
    LEFT JOIN asset_edge e ON e.org_id = a.org_id AND e.from_id = a.id AND e.kind = 'hostedOn'
    LEFT JOIN asset s ON s.org_id = e.org_id AND s.id = e.to_id AND s.kind = 'site'
    WHERE a.kind = 'host' AND (${wanted.company ?? null}::text IS NULL OR a.company = ${wanted.company ?? null})
      AND (${wanted.class ?? null}::text IS NULL OR a.class = ${wanted.class ?? null})
      AND (${wanted.os ?? null}::text IS NULL OR a.os = ${wanted.os ?? null})
      AND (${wanted.product ?? null}::text IS NULL OR a.product = ${wanted.product ?? null})
      AND (${wanted.productVersion ?? null}::text IS NULL OR a.product_version = ${wanted.productVersion ?? null})
      AND (${wanted.keys === undefined} OR a.key = ANY (${wanted.keys ?? []}::text[]))
    GROUP BY a.key, a.name, a.class, a.company`.execute(trx);
  return rows;
}

/** Keys of parties that operate, develop or provide any of these. */
export async function suppliersOf(trx: Transaction<Tables>, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ party: string }>`
    SELECT DISTINCT p ->> 'party' AS party FROM asset a, jsonb_array_elements(a.details::jsonb -> 'parties') AS p
    WHERE a.key = ANY (${[...keys]}::text[]) AND p ->> 'duty' IN ('operates', 'develops', 'provides')
    ORDER BY 1`.execute(trx);
  return rows.map(({ party }) => party);
}

/** Every key of the register. */
export async function allKeys(trx: Transaction<Tables>): Promise<Set<string>> {
  const rows = await trx.selectFrom('asset').select('key').execute();
  return new Set(rows.map(({ key }) => key));
}

/** An asset to be written, with the id it has or is given. */
export interface Written extends Asset {
  readonly id: string;
}

/**
 * Writes assets, new or known, in one statement; their edges are written apart, for they may name each other. In the order
 * of their keys, so that of two who write the same one waits for the other.
 * @returns ids by key: of an entry that somebody else wrote at the same moment, theirs
 * What an owner confirmed stays confirmed only as long as impact and recovery time stay.
 */
export async function upsertAssets(
  trx: Transaction<Tables>,
  orgId: string,
  written: readonly Written[],
  at: Temporal.Instant,
): Promise<Map<string, string>> {
  const rows = written.map(({ edges: _, ...asset }) => asset);
  const { rows: kept } = await sql<{ key: string; id: string }>`
    INSERT INTO asset (org_id, id, key, kind, name, critical, unit_id, impact, impact_reason, rto_minutes, rpo_minutes,
      mtpd_minutes, company, class, os, product, product_version, hosts, details, changed_at)
    SELECT ${orgId}::uuid, id, key, kind, name, critical, "unitId", impact, "impactReason", "rtoMinutes", "rpoMinutes",
      "mtpdMinutes", company, class, os, product, "productVersion", hosts, details, ${at.toString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t(id uuid, key text, kind text, name text, critical boolean,
      "unitId" uuid, impact int, "impactReason" text, "rtoMinutes" int, "rpoMinutes" int, "mtpdMinutes" int, company text,
      class text, os text, product text, "productVersion" text, hosts int, details jsonb) ORDER BY key
    ON CONFLICT (org_id, key) DO UPDATE SET kind = excluded.kind, name = excluded.name, critical = excluded.critical,
      unit_id = excluded.unit_id, impact = excluded.impact, impact_reason = excluded.impact_reason,
      rto_minutes = excluded.rto_minutes, rpo_minutes = excluded.rpo_minutes, mtpd_minutes = excluded.mtpd_minutes,
      company = excluded.company, class = excluded.class, os = excluded.os, product = excluded.product,
      product_version = excluded.product_version, hosts = excluded.hosts, details = excluded.details,
      changed_at = excluded.changed_at,
      confirmed_at = CASE WHEN asset.impact IS NOT DISTINCT FROM excluded.impact
        AND asset.rto_minutes IS NOT DISTINCT FROM excluded.rto_minutes THEN asset.confirmed_at END
    RETURNING key, id`.execute(trx);
  return new Map(kept.map(({ key, id }) => [key, id]));
}

/**
 * The database checks each edge against the entries by a plan it made when this connection saw them first: for a register
 * that was empty then, a walk through all of them for each. To be called before many edges are written.
 */
export async function planAnew(trx: Transaction<Tables>): Promise<void> {
  await sql`SET LOCAL plan_cache_mode = 'force_custom_plan'`.execute(trx);
}

/** Replaces the edges that go out from each of these, which the caller has locked; they are read in the order they are written in. */
export async function writeEdges(
  trx: Transaction<Tables>,
  orgId: string,
  fromIds: readonly string[],
  edges: readonly AssetEdge[],
): Promise<void> {
  await sql`DELETE FROM asset_edge WHERE org_id = ${orgId}::uuid AND from_id = ANY (${fromIds}::uuid[])`.execute(
    trx,
  );
  if (edges.length === 0) return;
  await planAnew(trx);
  await sql`INSERT INTO asset_edge (org_id, from_id, kind, to_id)
    SELECT ${orgId}::uuid, t.from_id, t.kind, t.to_id
    FROM unnest(${edges.map(({ fromId }) => fromId)}::uuid[], ${edges.map(({ kind }) => kind)}::text[],
      ${edges.map(({ toId }) => toId)}::uuid[]) AS t(from_id, kind, to_id)
    ON CONFLICT DO NOTHING`.execute(trx);
}

export async function deleteAsset(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx.deleteFrom('asset').where('id', '=', id).execute();
}

/** Which of these keys are there; none of them is taken out before this transaction ends. */
export async function holdAssets(trx: Transaction<Tables>, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT key FROM asset WHERE key = ANY (${[...new Set(keys)]}::text[]) ORDER BY key FOR KEY SHARE`.execute(
    trx,
  );
  return rows.map(({ key }) => key);
}

/** Until the transaction ends nobody else changes what there is of these; what points at them may be written. */
export async function lockAssets(trx: Transaction<Tables>, keys: readonly string[]): Promise<void> {
  await sql`SELECT id FROM asset WHERE key = ANY (${[...keys]}::text[]) ORDER BY key FOR NO KEY UPDATE`.execute(
    trx,
  );
}

/** A word that changes whenever any system does. */
export async function versionOfAssets(trx: Transaction<Tables>): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    SELECT md5(coalesce(string_agg(concat_ws(' ', key, changed_at), ',' ORDER BY key), '')) AS version FROM asset`.execute(
    trx,
  );
  return rows[0]?.version ?? '';
}

/** Which of what is asked for a recovery time needs which other, by keys. */
export async function needsOfRated(trx: Transaction<Tables>): Promise<{ from: string; to: string }[]> {
  const { rows } = await sql<{ from: string; to: string }>`
    SELECT a.key AS "from", b.key AS "to" FROM asset_edge e
    JOIN asset a ON a.org_id = e.org_id AND a.id = e.from_id JOIN asset b ON b.org_id = e.org_id AND b.id = e.to_id
    WHERE e.kind IN ('dependsOn', 'connectsThrough', 'composedOf', 'hostedOn')
      AND a.kind = ANY (${[...RATED_KINDS]}::text[]) AND b.kind = ANY (${[...RATED_KINDS]}::text[])`.execute(
    trx,
  );
  return rows;
}

/** Keys of what has an edge to this one. */
export async function keysPointingAt(trx: Transaction<Tables>, id: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT DISTINCT a.key FROM asset_edge e JOIN asset a ON a.org_id = e.org_id AND a.id = e.from_id
    WHERE e.to_id = ${id}::uuid ORDER BY a.key`.execute(trx);
  return rows.map(({ key }) => key);
}

/** Keys of what a party does something for. */
export async function keysOfParty(trx: Transaction<Tables>, party: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT a.key FROM asset a WHERE a.details::jsonb -> 'parties' @> ${JSON.stringify([{ party }])}::jsonb
    ORDER BY a.key`.execute(trx);
  return rows.map(({ key }) => key);
}

/** @returns false when there is no such thing, or nothing rated to confirm */
export async function markConfirmed(
  trx: Transaction<Tables>,
  id: string,
  by: string | null,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('asset')
    .set({ confirmed_at: at.toString(), confirmed_by: by })
    .where('id', '=', id)
    .where('impact', 'is not', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export const kindIndex = (kind: AssetKind): number => ASSET_KINDS.indexOf(kind);
export const edgeIndex = (kind: EdgeKind): number => EDGE_KINDS.indexOf(kind);
