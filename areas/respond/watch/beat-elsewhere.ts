import { postOutside } from '../../../channels/outgoing.ts';
import { type Context, inTransaction, reading, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { unseal } from '../../../kernel/secret.ts';
import { enqueue, setTimer } from '../../enqueue.ts';
import { newestProof, proofText } from '../../ledger/proofs/index.ts';
import { record } from '../../record.ts';
import { readWatch, setBeaten } from './store.ts';

/** Timer: a beat takes the way a page takes (timer, job, out into the world), so that it stops when pages would not go out. */
export async function beatElsewhere(tx: Tx): Promise<void> {
  permit(tx.ctx, 'page.command');
  const watch = await readWatch(tx.sql);
  if (!watch) return;
  enqueue(tx, 'send-beat', {}, { at: tx.ctx.now });
  setTimer(tx, 'beat-elsewhere', 'watch', {}, { at: tx.ctx.now.add({ seconds: watch.everySeconds }) });
}

/** Job: sends the beat. One that is lost is not sent again: the next one comes. */
export async function sendBeat(context: () => Context): Promise<void> {
  const before = context();
  permit(before, 'page.command');
  const { watch, proof } = await reading(before, async (trx) => ({
    watch: await readWatch(trx),
    proof: await newestProof(trx),
  }));
  if (!watch) return;
  const outcome = await beat(new URL('/in/heartbeat', watch.address).href, {
    key: unseal(before.instance.secret, watch.key),
    allowInner: watch.allowInner,
    // Where whoever owns our database does not reach.
    told: proof ? proofText(proof) : '',
  });
  const after = context();
  await inTransaction(after, async (tx) => {
    permit(after, 'page.command');
    const last = await readWatch(tx.sql);
    await setBeaten(tx.sql, outcome, after.now);
    // Once a minute is no news; that it stopped, or goes again, is.
    if (last?.lastOutcome !== outcome) record(tx, 'watch.beaten', { body: { outcome } });
  });
}

interface Beat {
  readonly key: string;
  readonly allowInner: boolean;
  readonly told: string;
}

async function beat(url: string, { key, allowInner, told }: Beat): Promise<string> {
  try {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'text/plain' };
    const { status } = await postOutside(url, { headers, body: told, allowInner });
    return status >= 200 && status < 300 ? 'taken' : `HTTP ${status}`;
  } catch (error) {
    return (error as Error).message.slice(0, 300);
  }
}
