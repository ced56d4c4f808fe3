import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import type { TimerBody } from '../../work.ts';
import { blankPerson } from './store.ts';

/** Timer: of what was written to somebody who was removed, only that it was written stays. */
export async function forgetNotices(tx: Tx, { personId }: TimerBody<'forget-notices'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  await blankPerson(tx.sql, personId);
}
