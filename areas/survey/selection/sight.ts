import type { Tx } from '../../../database/transaction.ts';
import { type Actor, personOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { CycleView } from '../cycles/schema.ts';
import type { Sheet } from './store.ts';
import { REFUSED } from './words.ts';

/** Whether somebody still rates: then they see nothing of others, and do nothing that could tell them of others. */
export const isBlind = (sheets: readonly Sheet[], actor: Actor): boolean =>
  sheets.some(({ raterId, lockedAt }) => raterId === personOf(actor) && lockedAt === null);

/**
 * Results are for whoever does not rate any more, once nobody does.
 * @throws Fault `conflict` saying which of the two it is
 */
export function seeResults(sheets: readonly Sheet[], actor: Actor): void {
  if (isBlind(sheets, actor)) throw new Fault('conflict', { detail: REFUSED.blind });
  if (sheets.length === 0 || sheets.some(({ lockedAt }) => lockedAt === null))
    throw new Fault('conflict', { detail: REFUSED.unfinished });
}

/** @throws Fault `conflict` where whoever acts for the secretariat rates themselves, rating has started and they are not done */
export function keepApart(tx: Tx, { state }: CycleView, sheets: readonly Sheet[]): void {
  if (state !== 'open' && isBlind(sheets, tx.ctx.actor))
    throw new Fault('conflict', { detail: REFUSED.ratesThemselves });
}
