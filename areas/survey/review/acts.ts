import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

/**
 * Whoever consents or takes a consent back waits until the end of the transaction, so that what was weighed in it stays true to
 * its commit. In the order of their ids, as everybody takes them.
 */
export async function lockReviewsOf(trx: Transaction<Tables>, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  await trx
    .selectFrom('survey_review')
    .select('id')
    .where('case_id', 'in', caseIds)
    .orderBy('id')
    .forUpdate()
    .execute();
}
