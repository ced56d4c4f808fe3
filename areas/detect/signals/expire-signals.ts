import { readHearing } from '../../../database/hearing.ts';
import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { isDeaf } from '../hearing/rules.ts';
import { bringBackPulses, foldRepeatsWithin, silenceExpired } from './store.ts';

const EVERY = { seconds: 30 } as const;
const SOON = { seconds: 1 } as const;
/** Each is a line of the ledger: more of them in one transaction would keep everybody else waiting. */
const MOST = 500;

/**
 * Timer: signals whose source stopped repeating them fall silent, as far as anybody could have heard them. We do not claim
 * that they are resolved.
 */
export async function expireSignals(tx: Tx): Promise<void> {
  const { now } = tx.ctx;
  permit(tx.ctx, 'signal.send');
  const hearing = await readHearing(tx.sql);
  if (isDeaf(hearing, now)) return setTimer(tx, 'expire-signals', 'every', {}, { at: now.add(SOON) });
  await foldRepeatsWithin(tx.sql, tx.ctx.orgId);
  // The clock was set back: what was to fall silent in a minute must not wait for as long as the clock went back.
  await bringBackPulses(tx.sql, now);
  const silent = await silenceExpired(tx.sql, now, hearing?.since, MOST);
  for (const { id, sourceId, title, count } of silent)
    record(tx, 'signal.fell-silent', { body: { signalId: id, sourceId, title, count } });
  if (silent.length === MOST) setTimer(tx, 'expire-signals', undefined, {}, { at: now });
  setTimer(tx, 'expire-signals', 'every', {}, { at: now.add(EVERY) });
}
