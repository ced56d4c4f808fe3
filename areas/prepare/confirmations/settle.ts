import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';
import { digestNow } from './asked-about.ts';
import type { Confirmation } from './schema.ts';
import { countTry, lockConfirmation, setConfirmation } from './store.ts';

const MOST_TRIES = 6;

/** The question as long as it waits to be sent; undefined once it was settled, for a job may run twice. */
export async function questionToSend(
  tx: Tx,
  id: string,
): Promise<{ question: Confirmation; stillSo: boolean } | undefined> {
  const question = await lockConfirmation(tx.sql, id);
  if (question?.state !== 'queued') return undefined;
  // Quiet hours are long: who left meanwhile, or has another address, is not written to.
  return { question, stillSo: (await digestNow(tx.sql, question)) === question.digest };
}

/** What became of sending it. @returns false where an answer came meanwhile, which is the better news */
export async function settleQuestion(
  tx: Tx,
  id: string,
  state: 'accepted' | 'held' | 'failed',
  reason: string,
): Promise<boolean> {
  const question = await lockConfirmation(tx.sql, id);
  if (question?.state !== 'queued') return false;
  await setConfirmation(tx.sql, id, state, reason);
  return true;
}

/** Sends it again a while later: 1, 2, 4 … minutes. @returns false when it was tried often enough */
export async function tryAgainLater(tx: Tx, id: string): Promise<boolean> {
  const tries = await countTry(tx.sql, id);
  if (tries >= MOST_TRIES) return false;
  const at = tx.ctx.now.add({ minutes: 2 ** (tries - 1) });
  setTimer(tx, 'send-confirmation', id, { confirmationId: id }, { at });
  return true;
}
