import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Context, Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { lending } from '../../../kernel/permit.ts';
import { readLinks } from '../../sending/links/index.ts';
import { isOver } from '../../sending/links/rules.ts';
import { newestEdition, type PublicEdition, readEdition } from '../anonymise/index.ts';
import { type Asking, findAsking } from './askings/index.ts';
import { reviewComments } from './comments/index.ts';
import { isOpen, REVIEW_LINK } from './rules.ts';
import { lockReview, type Review } from './store.ts';
import { COMMENTS_OPEN, EDITION_CHANGED, NEWER_EDITION } from './words.ts';

/** Of all that lies at the desk only the review of the link is told. */
export const atLink = (ctx: Context): Context => lending(ctx, 'survey.intake');

/** Whether somebody may still answer what they were asked. */
export const isAskingOver = ({ endedAt, until }: Asking, now: Temporal.Instant): boolean =>
  endedAt !== null || Temporal.Instant.compare(until, now) <= 0;

export async function isLinkOver(
  trx: Transaction<Tables>,
  askingId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const link = (await readLinks(trx, REVIEW_LINK, [askingId])).get(askingId);
  return !link || isOver(link, now);
}

/** The edition somebody was asked about; it is there, for editions are never changed. @throws Fault `gone` */
export async function editionAsked(trx: Transaction<Tables>, asking: Asking): Promise<PublicEdition> {
  const edition = await readEdition(trx, asking.caseId, asking.edition);
  if (edition?.hash !== asking.hash) throw new Fault('gone');
  return edition;
}

/**
 * The review behind a link, locked. A link outlives its question while a consent stands, to withdraw it and nothing else.
 * @throws Fault `gone`
 */
export async function throughLink(
  tx: Tx,
  askingId: string,
  what: 'answer' | 'withdraw' = 'answer',
): Promise<{ asking: Asking; review: Review }> {
  const found = await findAsking(tx.sql, askingId);
  const review = found && (await lockReview(tx.sql, found.reviewId));
  // Once more under the lock: it may have been ended meanwhile.
  const asking = review && (await findAsking(tx.sql, askingId));
  const { now } = tx.ctx;
  if (!review || !asking || (await isLinkOver(tx.sql, askingId, now))) throw new Fault('gone');
  if (what === 'answer' && isAskingOver(asking, now)) throw new Fault('gone');
  return { asking, review };
}

/** What keeps an asked edition from being consented to. @throws Fault `conflict` */
export async function refuseUnready(tx: Tx, asking: Asking, seen: string): Promise<void> {
  if (asking.hash !== seen) throw new Fault('conflict', { detail: EDITION_CHANGED });
  if ((await reviewComments(tx.sql, asking.reviewId)).some(isOpen))
    throw new Fault('conflict', { detail: COMMENTS_OPEN });
  const newest = await newestEdition(tx.sql, asking.caseId);
  if (newest?.hash !== asking.hash) throw new Fault('conflict', { detail: NEWER_EDITION });
}
