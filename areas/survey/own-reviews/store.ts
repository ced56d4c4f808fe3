import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { type CaseDocument, caseDocument } from '../../learn/cases/schema.ts';
import { EDITION_DIFFERS } from './words.ts';

export interface OwnReview {
  readonly id: string;
  readonly peerId: string;
  readonly edition: number;
  readonly title: Bilingual;
  readonly askedAt: Temporal.Instant;
  /** Of the withdrawal that was sent last. */
  readonly withdrawalSentAt: Temporal.Instant | null;
  readonly withdrawalOutcome: 'taken' | 'refused' | null;
  readonly withdrawalReason: string;
}
export interface OwnEdition {
  readonly edition: number;
  readonly hash: string;
  readonly document: CaseDocument;
  readonly until: Temporal.Instant;
  readonly consentDays: number;
  readonly askedAt: Temporal.Instant;
}

const REVIEW = [
  'id',
  'peer_id as peerId',
  'edition',
  'title',
  'asked_at as askedAt',
  'withdrawal_sent_at as withdrawalSentAt',
  'withdrawal_outcome as withdrawalOutcome',
  'withdrawal_reason as withdrawalReason',
] as const;
const reviews = (trx: Transaction<Tables>) => trx.selectFrom('own_review').select(REVIEW);

export const findOwnReview = (trx: Transaction<Tables>, id: string): Promise<OwnReview | undefined> =>
  reviews(trx).where('id', '=', id).executeTakeFirst();

export const lockOwnReview = (trx: Transaction<Tables>, id: string): Promise<OwnReview | undefined> =>
  reviews(trx).where('id', '=', id).forUpdate().executeTakeFirst();

const MOST_LISTED = 200;
/** The latest first. */
export const listOwnReviews = (trx: Transaction<Tables>): Promise<OwnReview[]> =>
  reviews(trx).orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(MOST_LISTED).execute();

/**
 * An edition that is asked about, or asked about again: its time and terms are those of the newest question, and its pages never
 * change. The newest edition is what the review is about.
 * @throws Fault `conflict` where it came before with other pages
 */
export async function putOwnEdition(
  trx: Transaction<Tables>,
  orgId: string,
  { id, peerId }: Pick<OwnReview, 'id' | 'peerId'>,
  { edition, hash, document, until, consentDays, askedAt }: OwnEdition,
): Promise<void> {
  const asked_at = askedAt.toString();
  const { ja, en } = document.title;
  const title = JSON.stringify({ ja, en });
  await trx
    .insertInto('own_review')
    .values({ org_id: orgId, id, peer_id: peerId, edition, title, asked_at })
    .onConflict((c) =>
      c
        .columns(['org_id', 'id'])
        .doUpdateSet({ edition, title, asked_at })
        .where('own_review.edition', '<=', edition),
    )
    .execute();
  const terms = { until: until.toString(), consent_days: consentDays, asked_at };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('own_review_edition')
    .values({
      org_id: orgId,
      review_id: id,
      edition,
      hash,
      document: JSON.stringify(document),
      ...terms,
    })
    .onConflict((c) =>
      c
        .columns(['org_id', 'review_id', 'edition'])
        .doUpdateSet(terms)
        .where('own_review_edition.hash', '=', hash),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new Fault('conflict', { detail: EDITION_DIFFERS });
}

/** The newest first. */
export async function ownEditions(trx: Transaction<Tables>, reviewId: string): Promise<OwnEdition[]> {
  const rows = await trx
    .selectFrom('own_review_edition')
    .select(['edition', 'hash', 'document', 'until', 'consent_days as consentDays', 'asked_at as askedAt'])
    .where('review_id', '=', reviewId)
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(({ document, ...rest }) => ({ ...rest, document: caseDocument.parse(document) }));
}

/** A withdrawal was sent; what becomes of it is not known yet. */
export async function setWithdrawal(
  trx: Transaction<Tables>,
  id: string,
  packageId: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('own_review')
    .set({
      withdrawal_package_id: packageId,
      withdrawal_sent_at: at.toString(),
      withdrawal_outcome: null,
      withdrawal_reason: '',
    })
    .where('id', '=', id)
    .execute();
}

/** @returns the review it was sent in */
export async function settleReviewWithdrawal(
  trx: Transaction<Tables>,
  packageId: string,
  outcome: 'taken' | 'refused',
  reason: string,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('own_review')
    .set({ withdrawal_outcome: outcome, withdrawal_reason: reason })
    .where('withdrawal_package_id', '=', packageId)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}
