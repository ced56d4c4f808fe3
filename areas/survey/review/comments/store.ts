import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { ReviewAnswered, ReviewCommentView } from '../schema.ts';

const COMMENT = [
  'id',
  'edition',
  'part',
  'part_hash as partHash',
  'kind',
  'text',
  'by',
  'at',
  'answer',
  'answer_text as answerText',
  'answer_edition as answerEdition',
] as const;

const comments = (trx: Transaction<Tables>, reviewId: string) =>
  trx.selectFrom('survey_review_comment').select(COMMENT).where('review_id', '=', reviewId);

/** The first to be made first. */
export async function reviewComments(
  trx: Transaction<Tables>,
  reviewId: string,
): Promise<ReviewCommentView[]> {
  const rows = await comments(trx, reviewId).orderBy('at').orderBy('id').execute();
  return rows.map(({ at, ...rest }) => ({ ...rest, at: at.toString() }));
}

/** To which review a comment belongs. */
export async function reviewOfComment(trx: Transaction<Tables>, id: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('survey_review_comment')
    .select('review_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.review_id;
}

export interface NewReviewComment
  extends Pick<ReviewCommentView, 'id' | 'edition' | 'part' | 'partHash' | 'kind' | 'text' | 'by'> {
  readonly reviewId: string;
  readonly caseId: string;
}

/** One that is there already is the same: it came twice. @returns ids of those that are new */
export async function insertComments(
  trx: Transaction<Tables>,
  orgId: string,
  wanted: readonly NewReviewComment[],
  at: Temporal.Instant,
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const rows = await trx
    .insertInto('survey_review_comment')
    .values(
      wanted.map(({ reviewId, caseId, partHash, ...rest }) => ({
        org_id: orgId,
        review_id: reviewId,
        case_id: caseId,
        part_hash: partHash,
        at: at.toString(),
        ...rest,
      })),
    )
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function setReviewAnswer(
  trx: Transaction<Tables>,
  id: string,
  { answer, text, edition }: ReviewAnswered,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_review_comment')
    .set({
      answer,
      answer_text: text,
      answer_edition: answer === 'done' ? edition : null,
      answered_by: by,
      answered_at: at.toString(),
    })
    .where('id', '=', id)
    .execute();
}
