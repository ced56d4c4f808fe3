import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { ReviewDraft } from './schema.ts';

export interface Review {
  readonly id: string;
  readonly caseId: string;
  readonly operatorId: string;
  readonly draft: ReviewDraft;
  readonly draftSeen: number;
}

const REVIEW = [
  'id',
  'case_id as caseId',
  'operator_id as operatorId',
  'draft',
  'draft_seen as draftSeen',
] as const;
const reviews = (trx: Transaction<Tables>) => trx.selectFrom('survey_review').select(REVIEW);

export const findReview = (trx: Transaction<Tables>, id: string): Promise<Review | undefined> =>
  reviews(trx).where('id', '=', id).executeTakeFirst();

/** Whoever says something within a review says it alone until the end of the transaction. */
export const lockReview = (trx: Transaction<Tables>, id: string): Promise<Review | undefined> =>
  reviews(trx).where('id', '=', id).forUpdate().executeTakeFirst();

export const reviewsOf = (trx: Transaction<Tables>, caseId: string): Promise<Review[]> =>
  reviews(trx).where('case_id', '=', caseId).orderBy('id').execute();

const MOST_LISTED = 200;
/** Those that were asked for last, by their newest question. */
export const recentReviews = (trx: Transaction<Tables>): Promise<Review[]> =>
  reviews(trx)
    .orderBy(
      sql`(SELECT max(a.asked_at) FROM survey_review_asking a WHERE a.org_id = survey_review.org_id AND a.review_id = survey_review.id)`,
      'desc',
    )
    .orderBy('id', 'desc')
    .limit(MOST_LISTED)
    .execute();

/** The review of a case by an operator, begun where there was none; locked. */
export async function openReview(
  trx: Transaction<Tables>,
  orgId: string,
  { id, caseId, operatorId }: Pick<Review, 'id' | 'caseId' | 'operatorId'>,
): Promise<Review> {
  await trx
    .insertInto('survey_review')
    .values({ org_id: orgId, id, case_id: caseId, operator_id: operatorId })
    .onConflict((c) => c.columns(['org_id', 'case_id', 'operator_id']).doNothing())
    .execute();
  return reviews(trx)
    .where('case_id', '=', caseId)
    .where('operator_id', '=', operatorId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function keepDraft(trx: Transaction<Tables>, id: string, draft: ReviewDraft): Promise<void> {
  await trx
    .updateTable('survey_review')
    .set({ draft: JSON.stringify(draft), draft_seen: sql`draft_seen + 1` })
    .where('id', '=', id)
    .execute();
}
