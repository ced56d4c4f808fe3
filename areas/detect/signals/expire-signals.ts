import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { foldRepeatsWithin, silenceExpired } from './store.ts';

const EVERY = { seconds: 30 } as const;

/** Timer: signals whose source stopped repeating them fall silent. We do not claim that they are resolved. */
export async function expireSignals(tx: Tx): Promise<void> {
  permit(tx.ctx, 'signal.send');
  await foldRepeatsWithin(tx.sql, tx.ctx.orgId);
  for (const { id, sourceId, title, count } of await silenceExpired(tx.sql, tx.ctx.now)) {
    record(tx, 'signal.fell-silent', { body: { signalId: id, sourceId, title, count } });
  }
  setTimer(tx, 'expire-signals', 'every', {}, { at: tx.ctx.now.add(EVERY) });
}
