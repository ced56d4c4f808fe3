import type { Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { record } from '../../record.ts';
import { wayBetween } from './rules.ts';
import type { CycleState, CycleView } from './schema.ts';
import { setState } from './store.ts';
import { BACK_NEEDS_REASON } from './words.ts';

export { lockCycle } from './store.ts';

/**
 * In the caller's transaction, of a cycle that it has locked.
 * @throws Fault `conflict` where there is no such step, `invalid` where one back has no reason
 */
export async function enterState(tx: Tx, cycle: CycleView, to: CycleState, reason: string): Promise<void> {
  const way = wayBetween(cycle.state, to);
  if (!way) throw new Fault('conflict');
  if (way === 'back' && reason === '') throw invalidField('reason', BACK_NEEDS_REASON);
  await setState(tx.sql, cycle.id, to, tx.ctx.now);
  record(tx, 'survey.cycle-turned', { body: { cycleId: cycle.id, state: to, reason } });
}
