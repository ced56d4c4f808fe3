import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { DeadlinesDocument } from './schema.ts';

export interface KeptDeadlines {
  readonly edition: number;
  readonly document: DeadlinesDocument;
  readonly since: Temporal.Instant;
}

export const keptDeadlines = (trx: Transaction<Tables>): Promise<KeptDeadlines[]> =>
  trx
    .selectFrom('survey_deadlines')
    .select(['edition', 'document', 'since'])
    .orderBy('edition', 'desc')
    .execute();

/** Whoever keeps an edition waits here for whoever is at it. */
export const lockDeadlines = async (trx: Transaction<Tables>, orgId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`survey-deadlines ${orgId}`}, 0))`.execute(trx);
};

export async function insertDeadlines(
  trx: Transaction<Tables>,
  orgId: string,
  { edition, document }: Omit<KeptDeadlines, 'since'>,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_deadlines')
    .values({
      org_id: orgId,
      edition,
      document: JSON.stringify(document),
      since: at.toString(),
      kept_by: by,
    })
    .execute();
}
