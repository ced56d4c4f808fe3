import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { fold, likeAnywhere } from '../../../kernel/text.ts';
import {
  type CaseDocument,
  type CaseFilter,
  type CaseState,
  type CaseSummary,
  caseDocument,
} from './schema.ts';

export interface StoredCase {
  readonly id: string;
  readonly state: CaseState;
  readonly version: number;
  readonly document: CaseDocument;
  readonly incidentId: string | null;
  readonly changedAt: Temporal.Instant;
  readonly changedBy: string;
}

/** Everything of a case that a search should find, folded. */
function foldedText(document: CaseDocument): string {
  const texts: string[] = [];
  const gather = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(gather);
    else if (typeof value === 'object' && value !== null) {
      const { ja, en } = value as { ja?: unknown; en?: unknown };
      if (typeof ja === 'string' && typeof en === 'string') texts.push(ja, en);
      else Object.values(value).forEach(gather);
    }
  };
  gather(document);
  return fold(texts.join('\n'));
}

const CASE = [
  'id',
  'state',
  'version',
  'document',
  'incident_id as incidentId',
  'changed_at as changedAt',
  'changed_by as changedBy',
] as const;

// Stored before a field existed: the shape gives its default.
const read = <T extends { document: unknown }>(row: T): T & { document: CaseDocument } => ({
  ...row,
  document: caseDocument.parse(row.document),
});

/** Where a page of the list ended: time and id, as one text. */
const cursorOf = (row: { changedAt: string; id: string }): string => `${row.changedAt}~${row.id}`;

export async function listCases(
  trx: Transaction<Tables>,
  filter: CaseFilter,
): Promise<{ cases: CaseSummary[]; next: string | null }> {
  const [beforeAt, beforeId] = filter.before?.split('~') ?? [];
  const rows = await trx
    .selectFrom('learn_case')
    .select(['id', 'state', 'version', 'changed_at as changedAt'])
    .select([
      sql<CaseSummary['causeGroup']>`document->>'causeGroup'`.as('causeGroup'),
      sql<CaseSummary['title']>`document->'title'`.as('title'),
      sql<number>`jsonb_array_length(document->'lessons')`.as('lessons'),
    ])
    .$if(filter.state !== 'any', (q) => q.where('state', '=', filter.state as CaseState))
    .$if(filter.group !== 'any', (q) => q.where(sql`document->>'causeGroup'`, '=', filter.group))
    .$if(filter.theme !== 'any', (q) =>
      q.where(sql<boolean>`document->'lessons' @> ${JSON.stringify([{ themes: [filter.theme] }])}::jsonb`),
    )
    .$if(filter.search !== undefined, (q) => {
      const words = fold(filter.search ?? '')
        .split(' ')
        .filter(Boolean);
      return words.reduce((query, word) => query.where('folded', 'like', likeAnywhere(word)), q);
    })
    .$if(beforeAt !== undefined && beforeId !== undefined, (q) =>
      q.where(sql<boolean>`(changed_at, id) < (${beforeAt}::timestamptz, ${beforeId}::uuid)`),
    )
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
  const cases = rows.map((row) => ({ ...row, changedAt: row.changedAt.toString() }));
  const last = cases.at(-1);
  return { cases, next: last && cases.length === filter.limit ? cursorOf(last) : null };
}

export async function findCase(trx: Transaction<Tables>, id: string): Promise<StoredCase | undefined> {
  const row = await trx.selectFrom('learn_case').select(CASE).where('id', '=', id).executeTakeFirst();
  return row && read(row);
}

/** The newest cases in full, for what looks at all of them. */
export async function newestCases(
  trx: Transaction<Tables>,
  limit: number,
  state?: CaseState,
): Promise<StoredCase[]> {
  const rows = await trx
    .selectFrom('learn_case')
    .select(CASE)
    .$if(state !== undefined, (q) => q.where('state', '=', state as CaseState))
    .where('state', '!=', 'withdrawn')
    .orderBy('changed_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(read);
}

/** Locks a case: two writers come one after the other. */
export async function lockCase(trx: Transaction<Tables>, id: string): Promise<StoredCase | undefined> {
  const row = await trx
    .selectFrom('learn_case')
    .select(CASE)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && read(row);
}

export async function caseOfIncident(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('learn_case')
    .select('id')
    .where('incident_id', '=', incidentId)
    .executeTakeFirst();
  return row?.id;
}

export async function insertCase(trx: Transaction<Tables>, orgId: string, stored: StoredCase): Promise<void> {
  await trx
    .insertInto('learn_case')
    .values({
      org_id: orgId,
      id: stored.id,
      state: stored.state,
      version: stored.version,
      document: JSON.stringify(stored.document),
      folded: foldedText(stored.document),
      incident_id: stored.incidentId,
      changed_at: stored.changedAt.toString(),
      changed_by: stored.changedBy,
    })
    .execute();
  await insertVersion(trx, orgId, stored);
}

async function insertVersion(trx: Transaction<Tables>, orgId: string, stored: StoredCase): Promise<void> {
  await trx
    .insertInto('learn_case_version')
    .values({
      org_id: orgId,
      case_id: stored.id,
      version: stored.version,
      document: JSON.stringify(stored.document),
      changed_at: stored.changedAt.toString(),
      changed_by: stored.changedBy,
    })
    .execute();
}

export async function updateCase(trx: Transaction<Tables>, orgId: string, stored: StoredCase): Promise<void> {
  await trx
    .updateTable('learn_case')
    .set({
      state: stored.state,
      version: stored.version,
      document: JSON.stringify(stored.document),
      folded: foldedText(stored.document),
      changed_at: stored.changedAt.toString(),
      changed_by: stored.changedBy,
    })
    .where('id', '=', stored.id)
    .execute();
  await insertVersion(trx, orgId, stored);
}

export async function setCaseState(
  trx: Transaction<Tables>,
  id: string,
  state: CaseState,
  at: Temporal.Instant,
  by: string,
): Promise<void> {
  await trx
    .updateTable('learn_case')
    .set({ state, changed_at: at.toString(), changed_by: by })
    .where('id', '=', id)
    .execute();
}
