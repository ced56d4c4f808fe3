import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { calledPerson } from '../../prepare/call-runs/index.ts';
import type { TimerBody } from '../../work.ts';
import { answerByPhone } from './acknowledge-page.ts';

/** Timer: a call of a run reached somebody; what they are being paged for in that incident is answered. */
export async function answerCalled(tx: Tx, body: TimerBody<'answer-by-phone'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const called = await calledPerson(tx.sql, body);
  if (called?.incidentId && !called.drill) await answerByPhone(tx, called.incidentId, called.personId);
}
