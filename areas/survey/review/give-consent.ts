import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { makeLinks } from '../../sending/links/index.ts';
import type { Asking } from './askings/index.ts';
import { isCode } from './consent-code.ts';
import {
  codesOf,
  consentsOf,
  findConsent,
  insertConsent,
  markTried,
  type StoredConsent,
} from './consents/index.ts';
import { consentTo, REVIEW_LINK, weighCode } from './rules.ts';
import type { ConsentGiven } from './schema.ts';
import { atLink, refuseUnready, throughLink } from './through-link.ts';
import { CODE_REFUSED, CONSENTED_ALREADY } from './words.ts';

/** Writes a consent down; its end is told when it comes. */
export async function consentWithin(
  tx: Tx,
  { reviewId, caseId, edition, hash, consentDays }: Asking,
  by: string,
  how: StoredConsent['how'],
): Promise<Temporal.Instant> {
  const { ctx } = tx;
  const { state } = consentTo(hash, await consentsOf(tx.sql, reviewId), true, ctx.now);
  if (state === 'given') throw new Fault('conflict', { detail: CONSENTED_ALREADY });
  const id = ctx.newId();
  const until = ctx.now.add({ hours: consentDays * 24 });
  await insertConsent(tx.sql, ctx.orgId, {
    id,
    reviewId,
    caseId,
    edition,
    hash,
    by,
    how,
    givenAt: ctx.now,
    until,
  });
  setTimer(tx, 'end-consent', id, { consentId: id }, { at: until });
  record(tx, 'survey.consent-given', {
    body: { reviewId, caseId, consentId: id, edition, hash, until: until.toString(), how },
  });
  return until;
}

const latest = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) > 0 ? one : other;

/**
 * Consents to an edition as it was read, with the code that came by another route. A wrong code is counted, whatever else
 * becomes of the request.
 */
export async function giveConsent(
  ctx: Context,
  askingId: string,
  { code: typed, by, seen }: ConsentGiven,
): Promise<{ until: string }> {
  permit(ctx, 'confirmation.answer');
  const outcome = await inTransaction(atLink(ctx), async (tx) => {
    const { asking, review } = await throughLink(tx, askingId);
    await refuseUnready(tx, asking, seen);
    const { id: reviewId, caseId } = review;
    const [code] = await codesOf(tx.sql, reviewId);
    // Sent for another question or edition it opens nothing here.
    const own = code?.askingId === askingId && code.hash === asking.hash ? code : undefined;
    const is = weighCode(own, own !== undefined && isCode(ctx.instance, own.id, typed), ctx.now);
    if (!own || is === 'over' || is === 'spent') return { is: is === 'spent' ? is : 'over' } as const;
    await markTried(tx.sql, own.id, is === 'right' ? ctx.now : undefined);
    if (is === 'wrong') {
      record(tx, 'survey.consent-code-failed', {
        body: { reviewId, caseId, codeId: own.id, tries: own.tries + 1 },
      });
      return { is };
    }
    const until = await consentWithin(tx, asking, by, own.channel);
    // So that it can be withdrawn by the same link.
    await makeLinks(tx, REVIEW_LINK, [{ ownerId: askingId, until: latest(until, asking.until) }]);
    return { is, until };
  });
  if (outcome.is !== 'right') throw invalidField('code', CODE_REFUSED[outcome.is]);
  return { until: outcome.until.toString() };
}

/** Timer: a consent is over; that is told, and nothing else is needed to end it. */
export async function endConsent(tx: Tx, { consentId }: { readonly consentId: string }): Promise<void> {
  const consent = await findConsent(tx.sql, consentId);
  if (!consent || consent.withdrawnAt !== null) return;
  const { reviewId, caseId, edition, hash } = consent;
  record(tx, 'survey.consent-expired', { body: { reviewId, caseId, consentId, edition, hash } });
}
