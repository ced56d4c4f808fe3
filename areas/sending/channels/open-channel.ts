import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { openSettings } from './channel-secrets.ts';
import { readChannel } from './store.ts';

/** Settings of a channel with their secrets, for sending; undefined where it is not set up. */
export async function openChannel(
  trx: Transaction<Tables>,
  instanceSecret: Uint8Array,
  channel: string,
): Promise<Record<string, unknown> | undefined> {
  const stored = await readChannel(trx, channel);
  return stored && openSettings(instanceSecret, stored);
}
