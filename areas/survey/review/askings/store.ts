import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { ReviewWay } from '../../terms/words.ts';

/** Somebody was asked about one edition. */
export interface Asking {
  readonly id: string;
  readonly reviewId: string;
  readonly caseId: string;
  readonly edition: number;
  readonly hash: string;
  readonly way: ReviewWay;
  readonly peerId: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly consentDays: number;
  readonly askedAt: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly remindedAt: Temporal.Instant | null;
}

const ASKING = [
  'id',
  'review_id as reviewId',
  'case_id as caseId',
  'edition',
  'hash',
  'way',
  'peer_id as peerId',
  'name',
  'email',
  'language',
  'consent_days as consentDays',
  'asked_at as askedAt',
  'until',
  'ended_at as endedAt',
  'reminded_at as remindedAt',
] as const;
const askings = (trx: Transaction<Tables>) => trx.selectFrom('survey_review_asking').select(ASKING);

export const findAsking = (trx: Transaction<Tables>, id: string): Promise<Asking | undefined> =>
  askings(trx).where('id', '=', id).executeTakeFirst();

/** The newest first. */
export const askingsOf = (trx: Transaction<Tables>, reviewId: string): Promise<Asking[]> =>
  askings(trx).where('review_id', '=', reviewId).orderBy('asked_at', 'desc').orderBy('id', 'desc').execute();

export async function insertAsking(
  trx: Transaction<Tables>,
  orgId: string,
  asking: Omit<Asking, 'endedAt' | 'remindedAt'>,
  by: string,
): Promise<void> {
  await trx
    .insertInto('survey_review_asking')
    .values({
      org_id: orgId,
      id: asking.id,
      review_id: asking.reviewId,
      case_id: asking.caseId,
      edition: asking.edition,
      hash: asking.hash,
      way: asking.way,
      peer_id: asking.peerId,
      name: asking.name,
      email: asking.email,
      language: asking.language,
      consent_days: asking.consentDays,
      asked_by: by,
      asked_at: asking.askedAt.toString(),
      until: asking.until.toString(),
    })
    .execute();
}

/** Ends what was asked before and is still open. @returns the ids */
export async function endAskings(
  trx: Transaction<Tables>,
  reviewId: string,
  at: Temporal.Instant,
): Promise<string[]> {
  const rows = await trx
    .updateTable('survey_review_asking')
    .set({ ended_at: at.toString() })
    .where('review_id', '=', reviewId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function setReminded(trx: Transaction<Tables>, id: string, at: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('survey_review_asking')
    .set({ reminded_at: at.toString() })
    .where('id', '=', id)
    .execute();
}
