import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { isIntact, proofText, readProofs } from '../../ledger/proofs/index.ts';
import { record } from '../../record.ts';
import { receiveWithin } from '../signals/receive-signals.ts';
import { heartbeatSignal } from './heartbeat-signal.ts';
import { keepProofOfOther, lockHeartbeat, setHeartbeat } from './store.ts';

/**
 * A beat came: the switch is wound up again, and an alarm of it is over. Ordinary beats leave no line in the ledger.
 * @param told what came along: of another Sonae, a proof of its ledger. What is none is passed over, for a beat is a beat
 */
export async function takeBeat(ctx: Context, id: string, told = ''): Promise<void> {
  permit(ctx, 'signal.send');
  await inTransaction(ctx, async (tx) => {
    const heartbeat = await lockHeartbeat(tx.sql, id);
    if (!heartbeat) throw new Fault('not-found');
    await setHeartbeat(tx.sql, id, { state: 'beating', lastAt: ctx.now });
    const text = proofIn(told);
    if (text) await keepProofOfOther(tx.sql, ctx.orgId, id, { text, at: ctx.now });
    const { everySeconds, graceSeconds } = heartbeat;
    const at = ctx.now.add({ seconds: everySeconds + graceSeconds });
    setTimer(tx, 'miss-heartbeat', id, { heartbeatId: id }, { at });
    if (heartbeat.state !== 'missed') return;
    await receiveWithin(tx, id, [heartbeatSignal(heartbeat, 'resolved')]);
    record(tx, 'heartbeat.returned', { body: { heartbeatId: id } });
  });
}

/** Written anew, so that nothing is kept but a proof. */
function proofIn(told: string): string | undefined {
  try {
    const [proof] = readProofs(told);
    return proof && isIntact(proof) ? proofText(proof) : undefined;
  } catch {
    return undefined;
  }
}
