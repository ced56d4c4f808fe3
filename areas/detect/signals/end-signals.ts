import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import type { EndHow, Ending } from './schema.ts';
import { type Ended, endOf, endSignals, foldRepeatsWithin } from './store.ts';

/** Each is a line of the ledger: more of them in one transaction would keep everybody else waiting. */
const MOST = 500;

/** Somebody says that an alarm is over, and why. If its source goes on repeating it, it is back. */
export async function endSignal(ctx: Context, id: string, { reason }: Ending): Promise<void> {
  permit(ctx, 'signal.end');
  await inTransaction(ctx, async (tx) => {
    await foldRepeatsWithin(tx.sql, ctx.orgId);
    const [ended] = await endSignals(tx.sql, endOf.one(id), 'by-hand', reason, 1);
    if (!ended)
      throw new Fault('conflict', {
        detail: { ja: '発生中のシグナルではありません', en: 'This signal is not firing or silent' },
      });
    tell(tx, ended, 'by-hand', reason);
  });
}

/** Timer: a source is gone; what it told of can never end by itself any more. */
export async function endSignalsOfSource(tx: Tx, { sourceId }: TimerBody<'end-signals'>): Promise<void> {
  const { ctx } = tx;
  permit(ctx, 'signal.send');
  const ended = await endSignals(tx.sql, endOf.source(sourceId), 'source-removed', '', MOST);
  for (const each of ended) tell(tx, each, 'source-removed', '');
  if (ended.length === MOST) setTimer(tx, 'end-signals', undefined, { sourceId }, { at: ctx.now });
}

function tell(tx: Tx, { id, sourceId, title, count }: Ended, how: EndHow, reason: string): void {
  record(tx, 'signal.ended', {
    body: { signalId: id, sourceId, title: shorten(title, 200), count, how, reason },
  });
}
