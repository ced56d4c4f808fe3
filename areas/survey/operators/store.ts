import type { Transaction } from 'kysely';
import { holdsWords } from '../../../database/search.ts';
import type { Tables } from '../../../database/tables.ts';
import { nextOf } from '../../lists/schema.ts';
import type { OperatorBody, OperatorFilter, OperatorView } from './schema.ts';

const OPERATOR = [
  'id',
  'version',
  'name',
  'sector',
  'designated',
  'way',
  'via',
  'contacts',
  'note',
  'verified_at as verifiedAt',
  'verified_how as verifiedHow',
  'ended_at as endedAt',
  'changed_at as changedAt',
] as const;

interface Stored extends Omit<OperatorView, 'verifiedAt' | 'endedAt' | 'changedAt'> {
  readonly verifiedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly changedAt: Temporal.Instant;
}
const viewOf = ({ verifiedAt, endedAt, changedAt, ...rest }: Stored): OperatorView => ({
  ...rest,
  verifiedAt: verifiedAt?.toString() ?? null,
  endedAt: endedAt?.toString() ?? null,
  changedAt: changedAt.toString(),
});

export async function listOperators(
  trx: Transaction<Tables>,
  filter: OperatorFilter,
): Promise<{ operators: OperatorView[]; next: string | null }> {
  const is = (asked: 'any' | 'yes' | 'no') => (asked === 'yes' ? ('is not' as const) : ('is' as const));
  const rows = await trx
    .selectFrom('survey_operator')
    .select(OPERATOR)
    .$if(filter.search !== undefined, (q) => q.where(holdsWords(filter.search ?? '', 'name', 'note')))
    .$if(filter.sector !== undefined, (q) => q.where('sector', '=', filter.sector ?? ''))
    .$if(filter.verified !== 'any', (q) => q.where('verified_at', is(filter.verified), null))
    .$if(filter.ended !== 'any', (q) => q.where('ended_at', is(filter.ended), null))
    .$if(filter.after !== undefined, (q) => q.where('id', '>', filter.after ?? ''))
    .orderBy('id')
    .limit(filter.limit)
    .execute();
  return { operators: rows.map(viewOf), next: nextOf(rows, filter.limit) };
}

export async function findOperator(trx: Transaction<Tables>, id: string): Promise<OperatorView | undefined> {
  const row = await trx
    .selectFrom('survey_operator')
    .select(OPERATOR)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && viewOf(row);
}

export async function lockOperator(trx: Transaction<Tables>, id: string): Promise<OperatorView | undefined> {
  const row = await trx
    .selectFrom('survey_operator')
    .select(OPERATOR)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && viewOf(row);
}

const columnsOf = ({ contacts, ...rest }: OperatorBody) => ({ ...rest, contacts: JSON.stringify(contacts) });

/** @returns false where another operator that has not ended is called the same */
export async function insertOperator(
  trx: Transaction<Tables>,
  orgId: string,
  id: string,
  body: OperatorBody,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('survey_operator')
    .values({
      org_id: orgId,
      id,
      version: 1,
      ...columnsOf(body),
      verified_how: '',
      changed_at: at.toString(),
    })
    .onConflict((c) => c.columns(['org_id', 'name']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateOperator(
  trx: Transaction<Tables>,
  id: string,
  version: number,
  body: OperatorBody,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_operator')
    .set({ ...columnsOf(body), version, changed_at: at.toString() })
    .where('id', '=', id)
    .execute();
}

export async function isNameTaken(trx: Transaction<Tables>, name: string, but: string): Promise<boolean> {
  const row = await trx
    .selectFrom('survey_operator')
    .select('id')
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .where('id', '<>', but)
    .executeTakeFirst();
  return row !== undefined;
}

export async function setVerified(
  trx: Transaction<Tables>,
  id: string,
  verified: { at: Temporal.Instant; how: string; by: string } | undefined,
): Promise<void> {
  await trx
    .updateTable('survey_operator')
    .set({
      verified_at: verified?.at.toString() ?? null,
      verified_how: verified?.how ?? '',
      verified_by: verified?.by ?? null,
    })
    .where('id', '=', id)
    .execute();
}

export async function setEnded(
  trx: Transaction<Tables>,
  id: string,
  at: Temporal.Instant | undefined,
): Promise<void> {
  await trx
    .updateTable('survey_operator')
    .set({ ended_at: at?.toString() ?? null })
    .where('id', '=', id)
    .execute();
}
