import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { DrawnFigure } from '../../../report/figure/draw-sheets.ts';

export async function findDrawings(
  trx: Transaction<Tables>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, DrawnFigure[]>> {
  if (keys.length === 0) return new Map();
  const rows = await trx
    .selectFrom('figure_drawing')
    .select(['key', 'sheets'])
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map(({ key, sheets }) => [key, sheets]));
}

/** Two who drew the same at the same time drew the same picture: the first one stays. */
export async function insertDrawings(
  trx: Transaction<Tables>,
  orgId: string,
  drawings: ReadonlyMap<string, readonly DrawnFigure[]>,
  at: Temporal.Instant,
): Promise<void> {
  const rows = [...drawings].map(([key, sheets]) => ({
    org_id: orgId,
    key,
    sheets: JSON.stringify(sheets),
    drawn_at: at.toString(),
  }));
  if (rows.length === 0) return;
  await trx
    .insertInto('figure_drawing')
    .values(rows)
    .onConflict((held) => held.doNothing())
    .execute();
}

/** What nobody looked at for long may be drawn anew. */
export async function deleteDrawingsBefore(
  trx: Transaction<Tables>,
  before: Temporal.Instant,
): Promise<void> {
  await trx
    .deleteFrom('figure_drawing')
    .where('drawn_at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`)
    .execute();
}
