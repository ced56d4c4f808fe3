import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface StoredChannel {
  readonly settings: Record<string, unknown>;
  readonly secrets: Uint8Array;
}

export async function readChannel(
  trx: Transaction<Tables>,
  channel: string,
): Promise<StoredChannel | undefined> {
  return trx
    .selectFrom('channel_setting')
    .select(['settings', 'secrets'])
    .where('channel', '=', channel)
    .executeTakeFirst();
}

export async function writeChannel(
  trx: Transaction<Tables>,
  orgId: string,
  channel: string,
  { settings, secrets }: StoredChannel,
): Promise<void> {
  const values = { settings: JSON.stringify(settings), secrets };
  await trx
    .insertInto('channel_setting')
    .values({ org_id: orgId, channel, ...values })
    .onConflict((c) => c.columns(['org_id', 'channel']).doUpdateSet(values))
    .execute();
}

/** Ids of the channels that are set up. */
export async function channelsConfigured(trx: Transaction<Tables>): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom('channel_setting').select('channel').execute();
  return new Set(rows.map(({ channel }) => channel));
}

/** It took nothing, however often it was tried. */
export async function markFailing(
  trx: Transaction<Tables>,
  channel: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('channel_setting')
    .set({ failing_since: at.toString() })
    .where('channel', '=', channel)
    .where('failing_since', 'is', null)
    .execute();
}

/** It took something. @returns true where it had failed until now */
export async function markWorking(trx: Transaction<Tables>, channel: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('channel_setting')
    .set({ failing_since: null })
    .where('channel', '=', channel)
    .where('failing_since', 'is not', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
