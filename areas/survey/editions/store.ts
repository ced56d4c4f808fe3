import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { ListDocument, ListKind } from './schema.ts';

export interface KeptEdition {
  readonly list: ListKind;
  readonly edition: number;
  readonly document: ListDocument;
  readonly since: Temporal.Instant;
}

/** The newest edition of each list somebody kept. */
export const newestEditions = (trx: Transaction<Tables>): Promise<KeptEdition[]> =>
  trx
    .selectFrom('survey_edition')
    .distinctOn('list')
    .select(['list', 'edition', 'document', 'since'])
    .orderBy('list')
    .orderBy('edition', 'desc')
    .execute();

export const editionsOf = (trx: Transaction<Tables>, list: ListKind): Promise<KeptEdition[]> =>
  trx
    .selectFrom('survey_edition')
    .select(['list', 'edition', 'document', 'since'])
    .where('list', '=', list)
    .orderBy('edition', 'desc')
    .execute();

/** Whoever keeps an edition of a list waits here for whoever is at it. */
export const lockList = async (trx: Transaction<Tables>, orgId: string, list: ListKind): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`survey-list ${orgId} ${list}`}, 0))`.execute(
    trx,
  );
};

export async function insertEdition(
  trx: Transaction<Tables>,
  orgId: string,
  { list, edition, document }: Omit<KeptEdition, 'since'>,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_edition')
    .values({
      org_id: orgId,
      list,
      edition,
      document: JSON.stringify(document),
      since: at.toString(),
      kept_by: by,
    })
    .execute();
}
