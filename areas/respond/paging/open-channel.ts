import type { Tx } from '../../../database/transaction.ts';
import { openSettings } from './channel-secrets.ts';
import { readChannel } from './store.ts';

/** Settings of a channel with their secrets, for sending; undefined where it is not set up. */
export async function openChannel(tx: Tx, channel: string): Promise<Record<string, unknown> | undefined> {
  const stored = await readChannel(tx.sql, channel);
  return stored && openSettings(tx.ctx.instance.secret, stored);
}
