import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { withPlainText } from '../../../../kernel/plain.ts';
import type { Asset } from '../schema.ts';
import { planAnew } from '../store.ts';
import type { ImportFormat, ImportView, Mapping, Reading, RowChange, RowOutcome } from './schema.ts';

/** What a check found; kept beside the file. */
export interface Report {
  readonly headers: readonly string[];
  readonly unused: readonly string[];
  readonly remarks: readonly Bilingual[];
  readonly headerRow: number;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly counts: ImportView['counts'];
  readonly failure: Bilingual | null;
  readonly outcomes: readonly RowOutcome[];
}
export const NO_REPORT: Report = {
  headers: [],
  unused: [],
  remarks: [],
  headerRow: 0,
  sheet: null,
  sheets: [],
  counts: { new: 0, changed: 0, same: 0, faulty: 0 },
  failure: null,
  outcomes: [],
};

export interface HandedIn {
  readonly id: string;
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly content: Uint8Array;
  readonly mapping: Mapping;
  readonly reading: Reading;
  readonly state: ImportView['state'];
  readonly done: number;
  readonly total: number;
}

export async function insertImport(
  trx: Transaction<Tables>,
  orgId: string,
  file: { id: string; fileName: string; format: ImportFormat; content: Uint8Array },
  at: Temporal.Instant,
  by: string,
): Promise<void> {
  await trx
    .insertInto('asset_import')
    .values({
      org_id: orgId,
      id: file.id,
      file_name: file.fileName,
      format: file.format,
      content: file.content,
      mapping: '{}',
      reading: '{}',
      state: 'checking',
      done: 0,
      total: 0,
      report: JSON.stringify(NO_REPORT),
      made_at: at.toString(),
      made_by: by,
    })
    .execute();
}

const handedIn = (trx: Transaction<Tables>, id: string) =>
  trx
    .selectFrom('asset_import')
    .select([
      'id',
      'file_name as fileName',
      'format',
      'content',
      'mapping',
      'reading',
      'state',
      'done',
      'total',
    ])
    .where('id', '=', id);

export const findImport = (trx: Transaction<Tables>, id: string): Promise<HandedIn | undefined> =>
  handedIn(trx, id).executeTakeFirst();

export const lockImport = (trx: Transaction<Tables>, id: string): Promise<HandedIn | undefined> =>
  handedIn(trx, id).forUpdate().executeTakeFirst();

/** The outcomes stay in the database unless asked for: there may be a hundred thousand. */
export async function viewImports(trx: Transaction<Tables>, id?: string): Promise<ImportView[]> {
  const rows = await trx
    .selectFrom('asset_import')
    .select([
      'id',
      'file_name as fileName',
      'format',
      'state',
      'done',
      'total',
      'mapping',
      'made_at as madeAt',
    ])
    .select([
      sql<string[]>`report->'headers'`.as('headers'),
      // Reports of earlier versions say less.
      sql<string[]>`coalesce(report->'unused', '[]')`.as('unused'),
      sql<Bilingual[]>`coalesce(report->'remarks', '[]')`.as('remarks'),
      sql<number>`coalesce((report->>'headerRow')::int, 1)`.as('headerRow'),
      sql<string | null>`report->>'sheet'`.as('sheet'),
      sql<string[]>`coalesce(report->'sheets', '[]')`.as('sheets'),
      sql<ImportView['counts']>`report->'counts'`.as('counts'),
      sql<Bilingual | null>`report->'failure'`.as('failure'),
    ])
    .$if(id !== undefined, (q) => q.where('id', '=', id ?? ''))
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, mapping: row.mapping as Mapping, madeAt: row.madeAt.toString() }));
}

export async function rowsOf(
  trx: Transaction<Tables>,
  id: string,
  filter: { change: RowChange | 'any'; after: number; limit: number },
): Promise<RowOutcome[]> {
  const { rows } = await sql<{ outcome: RowOutcome }>`
    SELECT o AS outcome FROM asset_import i, json_array_elements(i.report->'outcomes') AS o
    WHERE i.id = ${id} AND (${filter.change} = 'any' OR o->>'change' = ${filter.change})
      AND (o->>'row')::int > ${filter.after} ORDER BY (o->>'row')::int LIMIT ${filter.limit}`.execute(trx);
  return rows.map(({ outcome }) => outcome);
}

export async function saveCheck(
  trx: Transaction<Tables>,
  id: string,
  state: ImportView['state'],
  total: number,
  mapping: Mapping,
  report: Report,
): Promise<void> {
  await trx
    .updateTable('asset_import')
    .set({
      state,
      total,
      done: 0,
      mapping: JSON.stringify(withPlainText(mapping)),
      report: JSON.stringify(withPlainText(report)),
    })
    .where('id', '=', id)
    .execute();
}

export async function setImportState(
  trx: Transaction<Tables>,
  id: string,
  change: {
    state: ImportView['state'];
    done?: number;
    total?: number;
    mapping?: Mapping;
    reading?: Reading;
  },
): Promise<void> {
  const { mapping, reading, ...rest } = change;
  await trx
    .updateTable('asset_import')
    // What is let in stands in the register: the file itself is needed no more.
    .set({
      ...rest,
      ...(mapping && { mapping: JSON.stringify(mapping) }),
      ...(reading && { reading: JSON.stringify(reading) }),
      ...(change.state === 'applied' && { content: new Uint8Array() }),
    })
    .where('id', '=', id)
    .execute();
}

interface KnownRow extends Omit<Asset, 'details' | 'edges'> {
  readonly id: string;
  readonly details: Asset['details'];
  readonly edges: Asset['edges'];
}

/** Entries by key with their edges, for comparing a file with them. */
export async function knownEntries(
  trx: Transaction<Tables>,
  keys: readonly string[],
): Promise<Map<string, KnownRow>> {
  const { rows } = await sql<KnownRow>`
    SELECT a.id, a.key, a.kind, a.name, a.critical, a.unit_id AS "unitId", a.impact, a.impact_reason AS "impactReason",
      a.rto_minutes AS "rtoMinutes", a.rpo_minutes AS "rpoMinutes", a.mtpd_minutes AS "mtpdMinutes", a.company, a.class,
      a.os, a.product, a.product_version AS "productVersion", a.hosts, a.details,
      coalesce((SELECT json_agg(json_build_object('kind', e.kind, 'to', t.key)) FROM asset_edge e
        JOIN asset t ON t.org_id = e.org_id AND t.id = e.to_id WHERE e.org_id = a.org_id AND e.from_id = a.id), '[]') AS edges
    FROM asset a WHERE a.key = ANY (${keys}::text[])`.execute(trx);
  return new Map(rows.map((row) => [row.key, row]));
}

/** Adds edges between keys; those that are there already stay as they are. */
export async function addEdges(
  trx: Transaction<Tables>,
  orgId: string,
  edges: readonly { from: string; kind: string; to: string }[],
): Promise<void> {
  if (edges.length === 0) return;
  await planAnew(trx);
  await sql`INSERT INTO asset_edge (org_id, from_id, kind, to_id)
    SELECT ${orgId}::uuid, f.id, t.kind, g.id
    FROM unnest(${edges.map(({ from }) => from)}::text[], ${edges.map(({ kind }) => kind)}::text[],
      ${edges.map(({ to }) => to)}::text[]) AS t(from_key, kind, to_key)
    JOIN asset f ON f.org_id = ${orgId}::uuid AND f.key = t.from_key
    JOIN asset g ON g.org_id = ${orgId}::uuid AND g.key = t.to_key
    ORDER BY 2, 3, 4 ON CONFLICT DO NOTHING`.execute(trx);
}
