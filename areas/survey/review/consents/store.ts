import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { Consent, SentCode } from '../rules.ts';

export interface StoredConsent extends Consent {
  readonly id: string;
  readonly reviewId: string;
  readonly caseId: string;
  readonly edition: number;
  readonly by: string;
  readonly how: 'email' | 'sms' | 'voice' | 'package';
  readonly withdrawnBy: string;
  readonly withdrawnWhy: string;
  readonly withdrawnSource: string;
}

const CONSENT = [
  'id',
  'review_id as reviewId',
  'case_id as caseId',
  'edition',
  'hash',
  'by',
  'how',
  'given_at as givenAt',
  'until',
  'withdrawn_at as withdrawnAt',
  'withdrawn_by as withdrawnBy',
  'withdrawn_why as withdrawnWhy',
  'withdrawn_source as withdrawnSource',
] as const;
const consents = (trx: Transaction<Tables>) => trx.selectFrom('survey_consent').select(CONSENT);

/** The newest first. */
export const consentsOf = (trx: Transaction<Tables>, reviewId: string): Promise<StoredConsent[]> =>
  consents(trx).where('review_id', '=', reviewId).orderBy('given_at', 'desc').orderBy('id', 'desc').execute();

export const findConsent = (trx: Transaction<Tables>, id: string): Promise<StoredConsent | undefined> =>
  consents(trx).where('id', '=', id).executeTakeFirst();

export async function insertConsent(
  trx: Transaction<Tables>,
  orgId: string,
  consent: Omit<StoredConsent, 'withdrawnAt' | 'withdrawnBy' | 'withdrawnWhy' | 'withdrawnSource'>,
): Promise<void> {
  const { reviewId, caseId, givenAt, until, ...rest } = consent;
  await trx
    .insertInto('survey_consent')
    .values({
      org_id: orgId,
      review_id: reviewId,
      case_id: caseId,
      given_at: givenAt.toString(),
      until: until.toString(),
      ...rest,
    })
    .execute();
}

/** All that was consented to in a review and not withdrawn. @returns their hashes */
export async function withdrawAll(
  trx: Transaction<Tables>,
  reviewId: string,
  { by, why, source }: { readonly by: string; readonly why: string; readonly source: string },
  at: Temporal.Instant,
): Promise<string[]> {
  const rows = await trx
    .updateTable('survey_consent')
    .set({
      withdrawn_at: at.toString(),
      withdrawn_by: by,
      withdrawn_why: why,
      withdrawn_source: source,
    })
    .where('review_id', '=', reviewId)
    .where('withdrawn_at', 'is', null)
    .returning('hash')
    .execute();
  return [...new Set(rows.map(({ hash }) => hash))];
}

export interface StoredCode extends SentCode {
  readonly id: string;
  readonly reviewId: string;
  readonly askingId: string;
  readonly caseId: string;
  readonly hash: string;
  readonly channel: 'email' | 'sms' | 'voice';
  readonly masked: string;
}

const CODE = [
  'id',
  'review_id as reviewId',
  'asking_id as askingId',
  'case_id as caseId',
  'hash',
  'channel',
  'masked',
  'sent_at as sentAt',
  'until',
  'tries',
  'used_at as usedAt',
] as const;
const MOST_LOOKED_AT = 50;
const codes = (trx: Transaction<Tables>) => trx.selectFrom('survey_consent_code').select(CODE);

/** The newest first. */
export const codesOf = (trx: Transaction<Tables>, reviewId: string): Promise<StoredCode[]> =>
  codes(trx)
    .where('review_id', '=', reviewId)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute();

export const findCode = (trx: Transaction<Tables>, id: string): Promise<StoredCode | undefined> =>
  codes(trx).where('id', '=', id).executeTakeFirst();

export async function insertCode(
  trx: Transaction<Tables>,
  orgId: string,
  code: Omit<StoredCode, 'tries' | 'usedAt'>,
): Promise<void> {
  const { reviewId, askingId, caseId, sentAt, until, ...rest } = code;
  await trx
    .insertInto('survey_consent_code')
    .values({
      org_id: orgId,
      review_id: reviewId,
      asking_id: askingId,
      case_id: caseId,
      sent_at: sentAt.toString(),
      until: until.toString(),
      ...rest,
    })
    .execute();
}

/** A code was tried: used where it was right. */
export async function markTried(
  trx: Transaction<Tables>,
  id: string,
  usedAt: Temporal.Instant | undefined,
): Promise<void> {
  await trx
    .updateTable('survey_consent_code')
    .set({ tries: sql`tries + 1`, used_at: usedAt?.toString() ?? null })
    .where('id', '=', id)
    .execute();
}
