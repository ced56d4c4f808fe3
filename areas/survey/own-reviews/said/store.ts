import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { NewReviewComment } from '../../review/comments/index.ts';
import type { ReviewAnswer } from '../../terms/words.ts';

/** What we said of parts, the first first. */
export const ownComments = (trx: Transaction<Tables>, reviewId: string) =>
  trx
    .selectFrom('own_review_comment')
    .select([
      'id',
      'edition',
      'part',
      'part_hash as partHash',
      'kind',
      'text',
      'by',
      'at',
      'outcome',
      'answer',
      'answer_text as answerText',
      'answer_edition as answerEdition',
    ])
    .where('review_id', '=', reviewId)
    .orderBy('at')
    .orderBy('id')
    .execute();

export async function insertOwnComments(
  trx: Transaction<Tables>,
  orgId: string,
  packageId: string,
  comments: readonly Omit<NewReviewComment, 'caseId'>[],
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('own_review_comment')
    .values(
      comments.map(({ reviewId, partHash, ...rest }) => ({
        org_id: orgId,
        review_id: reviewId,
        part_hash: partHash,
        package_id: packageId,
        at: at.toString(),
        ...rest,
      })),
    )
    .execute();
}

/** @returns false where it is not there, or was answered before */
export async function setOwnAnswer(
  trx: Transaction<Tables>,
  reviewId: string,
  id: string,
  said: { readonly answer: ReviewAnswer; readonly text: string; readonly edition: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('own_review_comment')
    .set({ answer: said.answer, answer_text: said.text, answer_edition: said.edition })
    .where('review_id', '=', reviewId)
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function settleComments(
  trx: Transaction<Tables>,
  packageId: string,
  outcome: 'taken' | 'refused',
): Promise<string | undefined> {
  const [row] = await trx
    .updateTable('own_review_comment')
    .set({ outcome })
    .where('package_id', '=', packageId)
    .returning('review_id as reviewId')
    .execute();
  return row?.reviewId;
}

/** The newest first. */
export const ownConsents = (trx: Transaction<Tables>, reviewId: string) =>
  trx
    .selectFrom('own_consent')
    .select([
      'package_id as packageId',
      'edition',
      'hash',
      'by',
      'sent_at as sentAt',
      'outcome',
      'reason',
      'consent_days as consentDays',
      'settled_at as settledAt',
      'withdrawn_at as withdrawnAt',
      'withdrawn_by as withdrawnBy',
      'withdrawal_outcome as withdrawalOutcome',
    ])
    .where('review_id', '=', reviewId)
    .orderBy('sent_at', 'desc')
    .orderBy('package_id', 'desc')
    .execute();
export type OwnConsent = Awaited<ReturnType<typeof ownConsents>>[number];

export async function insertOwnConsent(
  trx: Transaction<Tables>,
  orgId: string,
  consent: {
    readonly packageId: string;
    readonly reviewId: string;
    readonly edition: number;
    readonly hash: string;
    readonly by: string;
    readonly consentDays: number;
  },
  at: Temporal.Instant,
): Promise<void> {
  const { packageId, reviewId, consentDays, ...rest } = consent;
  await trx
    .insertInto('own_consent')
    .values({
      org_id: orgId,
      package_id: packageId,
      review_id: reviewId,
      consent_days: consentDays,
      sent_at: at.toString(),
      ...rest,
    })
    .execute();
}

export async function settleConsent(
  trx: Transaction<Tables>,
  packageId: string,
  outcome: 'taken' | 'refused',
  reason: string,
  at: Temporal.Instant,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('own_consent')
    .set({ outcome, reason, settled_at: at.toString() })
    .where('package_id', '=', packageId)
    .returning('review_id as reviewId')
    .executeTakeFirst();
  return row?.reviewId;
}

/** What we consented to, and was not refused, is withdrawn. */
export async function withdrawOwn(
  trx: Transaction<Tables>,
  reviewId: string,
  { packageId, by }: { readonly packageId: string; readonly by: string },
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('own_consent')
    .set({ withdrawn_at: at.toString(), withdrawn_by: by, withdrawal_package_id: packageId })
    .where('review_id', '=', reviewId)
    .where('withdrawn_at', 'is', null)
    .where((e) => e.or([e('outcome', 'is', null), e('outcome', '=', 'taken')]))
    .execute();
}

export async function settleWithdrawal(
  trx: Transaction<Tables>,
  packageId: string,
  outcome: 'taken' | 'refused',
): Promise<string | undefined> {
  const [row] = await trx
    .updateTable('own_consent')
    .set({ withdrawal_outcome: outcome })
    .where('withdrawal_package_id', '=', packageId)
    .returning('review_id as reviewId')
    .execute();
  return row?.reviewId;
}
