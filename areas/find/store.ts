import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Findable, FoundKind } from './schema.ts';

/** A text as things are looked for by. */
export async function foldSaid(trx: Transaction<Tables>, said: string): Promise<string> {
  const { rows } = await sql<{ folded: string }>`SELECT find_fold(${said}) AS folded`.execute(trx);
  return rows[0]?.folded ?? '';
}

type Row = Omit<Findable, 'kind'> & { readonly kind: string };
const asked = (rows: readonly Row[]): Findable[] => rows as readonly Findable[] as Findable[];

const COLUMNS = sql`f.kind, f.id, f.title_ja AS "titleJa", f.title_en AS "titleEn", f.also, f.number, f.state,
  u.name AS unit, f.changed_at AS "changedAt", f.folded`;

/** Of each kind so many that hold every word; or, by slips, that may hold them with a slip in each. */
export async function findThings(
  trx: Transaction<Tables>,
  said: string,
  wanted: { readonly kinds: readonly FoundKind[]; readonly slips: boolean; readonly most: number },
): Promise<Findable[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM find_things(${wanted.kinds}::text[], ${said}, ${wanted.slips}, ${wanted.most}) AS t
    JOIN findable f ON f.org_id = current_org() AND f.kind = t.kind AND f.id = t.id
    LEFT JOIN unit u ON u.org_id = f.org_id AND u.id = f.unit_id`.execute(trx);
  return asked(rows);
}

/** The incident of a number, as far as it may be seen. */
export async function findNumbered(trx: Transaction<Tables>, number: number): Promise<Findable[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM incident i
    JOIN findable f ON f.org_id = i.org_id AND f.kind = 'incident' AND f.id = i.id::text
    LEFT JOIN unit u ON u.org_id = f.org_id AND u.id = f.unit_id
    WHERE i.org_id = current_org() AND i.number = ${number}`.execute(trx);
  return asked(rows);
}

/** Things of these kinds by their ids or keys. */
export async function thingsById(
  trx: Transaction<Tables>,
  kinds: readonly FoundKind[],
  ids: readonly string[],
): Promise<Findable[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM findable f LEFT JOIN unit u ON u.org_id = f.org_id AND u.id = f.unit_id
    WHERE f.org_id = current_org() AND f.kind = ANY(${kinds}::text[]) AND f.id = ANY(${ids}::text[])`.execute(
    trx,
  );
  return asked(rows);
}
