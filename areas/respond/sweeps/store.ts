import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { likeAnywhere } from '../../../kernel/text.ts';
import type { Host } from '../../prepare/assets/index.ts';
import type { SweepFilter, SweepResult, SweptHosts } from './schema.ts';

/** @returns how many were not on the sweep before */
export async function addHosts(
  trx: Transaction<Tables>,
  orgId: string,
  { taskId, incidentId }: { readonly taskId: string; readonly incidentId: string },
  hosts: readonly Host[],
): Promise<number> {
  const column = (of: (host: Host) => string): string[] => hosts.map(of);
  const { numAffectedRows } = await sql`
    INSERT INTO sweep_item (org_id, task_id, asset_key, incident_id, name, class, company, site, result, note)
    SELECT ${orgId}::uuid, ${taskId}::uuid, t.key, ${incidentId}::uuid, t.name, t.class, t.company, t.site, 'pending', ''
    FROM unnest(${column(({ key }) => key)}::text[], ${column(({ name }) => name)}::text[],
      ${column((host) => host.class)}::text[], ${column(({ company }) => company)}::text[],
      ${column(({ site }) => site)}::text[]) AS t(key, name, class, company, site)
    ON CONFLICT DO NOTHING`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** Which hosts of a sweep: by their properties, and of these by key where some are named. */
interface Which {
  readonly filter: SweepFilter;
  readonly keys?: readonly string[] | undefined;
}
const fits = (taskId: string, { filter, keys }: Which): RawBuilder<boolean> =>
  sql<boolean>`task_id = ${taskId}::uuid
    AND (${keys === undefined} OR asset_key = ANY (${keys ?? []}::text[]))
    AND (${filter.result ?? null}::text IS NULL OR result = ${filter.result ?? null}::text)
    AND (${filter.class ?? null}::text IS NULL OR class = ${filter.class ?? null}::text)
    AND (${filter.company ?? null}::text IS NULL OR company = ${filter.company ?? null}::text)
    AND (${filter.site ?? null}::text IS NULL OR site = ${filter.site ?? null}::text)`;

/** @returns those whose result or note changed, each with what its result was */
export async function setResults(
  trx: Transaction<Tables>,
  taskId: string,
  which: Which,
  to: { readonly result: SweepResult; readonly note: string; readonly by: string },
  { at, afterwards }: { readonly at: Temporal.Instant; readonly afterwards: boolean },
): Promise<(Host & { readonly was: SweepResult })[]> {
  const known = to.result !== 'pending';
  const { rows } = await sql<Host & { was: SweepResult }>`
    WITH before AS (
      SELECT org_id, task_id, asset_key, result FROM sweep_item
      WHERE ${fits(taskId, which)}
        AND (${!afterwards} OR reported_at IS NULL OR reported_at <= ${at.toString()}::timestamptz)
        AND (result, note) IS DISTINCT FROM (${to.result}::text, ${to.note}::text)
    )
    UPDATE sweep_item i SET result = ${to.result}, note = ${to.note},
      reported_by = ${known ? to.by : null}::text, reported_at = ${known ? at.toString() : null}::timestamptz
    FROM before b WHERE (i.org_id, i.task_id, i.asset_key) = (b.org_id, b.task_id, b.asset_key)
    RETURNING i.asset_key AS key, i.name, i.class, i.company, i.site, b.result AS was`.execute(trx);
  return rows;
}

/** How many of these have something found on them now. */
export async function countFound(trx: Transaction<Tables>, taskId: string, which: Which): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM sweep_item
    WHERE ${fits(taskId, which)}
      AND result = 'found'`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** How many of these keys are on the sweep. */
export async function countKnown(
  trx: Transaction<Tables>,
  taskId: string,
  keys: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM sweep_item
    WHERE task_id = ${taskId}::uuid AND asset_key = ANY (${keys}::text[])`.execute(trx);
  return rows[0]?.count ?? 0;
}

export interface Swept extends Host {
  readonly result: SweepResult;
  readonly note: string;
  readonly by: string | null;
  readonly at: Temporal.Instant | null;
}

/** In the order of their keys, so that nothing moves under a finger. */
export async function listHosts(
  trx: Transaction<Tables>,
  taskId: string,
  { search = '', after = '', limit, ...filter }: SweptHosts,
): Promise<Swept[]> {
  const like = likeAnywhere(search);
  const { rows } = await sql<Swept>`
    SELECT asset_key AS key, name, class, company, site, result, note, reported_by AS by, reported_at AS at
    FROM sweep_item
    WHERE ${fits(taskId, { filter })} AND asset_key > ${after}
      AND (${search === ''} OR asset_key ILIKE ${like} OR name ILIKE ${like})
    ORDER BY asset_key LIMIT ${limit}`.execute(trx);
  return rows;
}
