import type { Tx } from '../../../database/transaction.ts';
import type { Confirmation } from './schema.ts';
import { lockConfirmation, setConfirmation } from './store.ts';

/** The question as long as it waits to be sent; undefined once it was settled, for a job may run twice. */
export async function questionToSend(tx: Tx, id: string): Promise<Confirmation | undefined> {
  const question = await lockConfirmation(tx.sql, id);
  return question?.state === 'queued' ? question : undefined;
}

/** What became of sending it. @returns false where an answer came meanwhile, which is the better news */
export async function settleQuestion(
  tx: Tx,
  id: string,
  state: 'accepted' | 'held' | 'failed',
  reason: string,
): Promise<boolean> {
  const question = await questionToSend(tx, id);
  if (!question) return false;
  await setConfirmation(tx.sql, id, state, reason);
  return true;
}
