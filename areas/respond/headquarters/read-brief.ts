import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockBrief, markRead } from './store.ts';

/** One of its readers has read it. */
export async function readBrief(ctx: Context, briefId: string): Promise<void> {
  permit(ctx, 'page.acknowledge');
  const { personId } = ctx.actor;
  if (personId === undefined) throw new Fault('not-found');
  await inTransaction(ctx, (tx) => readWithin(tx, briefId, personId));
}

/** The same within the caller's transaction. */
export async function readWithin(tx: Tx, briefId: string, personId: string): Promise<void> {
  const brief = await lockBrief(tx.sql, briefId);
  if (!brief) throw new Fault('not-found');
  if (!(await markRead(tx.sql, briefId, personId, tx.ctx.now))) return;
  record(tx, 'brief.read', {
    incidentId: brief.incidentId,
    body: { briefId, number: brief.number, personId },
  });
}
