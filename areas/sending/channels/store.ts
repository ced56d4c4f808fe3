import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface StoredChannel {
  readonly settings: Record<string, unknown>;
  readonly secrets: Uint8Array;
}
export interface ChannelState extends StoredChannel {
  readonly failingSince: Temporal.Instant | null;
}

export async function readChannel(
  trx: Transaction<Tables>,
  channel: string,
): Promise<ChannelState | undefined> {
  return trx
    .selectFrom('channel_setting')
    .select(['settings', 'secrets', 'failing_since as failingSince'])
    .where('channel', '=', channel)
    .executeTakeFirst();
}

/** Two who set up one channel come one after the other, also where it was not set up before. */
export async function lockChannel(trx: Transaction<Tables>, orgId: string, channel: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`channel ${orgId} ${channel}`}, 0))`.execute(trx);
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

/** So many of the last messages are looked at for how each channel fared. */
const LOOKED_AT = 2_000;

/** How each channel fared last, well and ill, as far as the caller may see the messages. */
export async function lastByChannel(
  trx: Transaction<Tables>,
): Promise<{ channel: string; taken: boolean; at: Temporal.Instant; reason: string }[]> {
  const { rows } = await sql<{ channel: string; taken: boolean; at: Temporal.Instant; reason: string }>`
    SELECT DISTINCT ON (channel, taken) channel, taken, changed_at AS at, reason FROM (
      SELECT channel, state NOT IN ('failed', 'returned') AS taken, changed_at, reason FROM (
        SELECT channel, state, changed_at, reason FROM message ORDER BY id DESC LIMIT ${LOOKED_AT}) AS latest
      WHERE state IN ('accepted', 'delivered', 'seen', 'acknowledged', 'failed', 'returned')) AS settled
    ORDER BY channel, taken, changed_at DESC`.execute(trx);
  return rows;
}
