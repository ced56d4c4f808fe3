import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { MinutesPackage, MinutesSaidPackage } from '../hearings/packages/schema.ts';

export interface OwnMinutes {
  readonly id: string;
  readonly peerId: string;
  readonly edition: number;
  readonly document: MinutesPackage;
  readonly receivedAt: Temporal.Instant;
}

const MINUTES = ['id', 'peer_id as peerId', 'edition', 'document', 'received_at as receivedAt'] as const;
const minutes = (trx: Transaction<Tables>) => trx.selectFrom('own_minutes').select(MINUTES);

export const findOwnMinutes = (trx: Transaction<Tables>, id: string): Promise<OwnMinutes | undefined> =>
  minutes(trx).where('id', '=', id).executeTakeFirst();

export const lockOwnMinutes = (trx: Transaction<Tables>, id: string): Promise<OwnMinutes | undefined> =>
  minutes(trx).where('id', '=', id).forUpdate().executeTakeFirst();

const MOST_LISTED = 200;
/** The latest first. */
export const listOwnMinutes = (trx: Transaction<Tables>): Promise<OwnMinutes[]> =>
  minutes(trx).orderBy('received_at', 'desc').orderBy('id', 'desc').limit(MOST_LISTED).execute();

/** Minutes as they read now, in the place of what stood there; an older edition never goes over a newer one. */
export async function putOwnMinutes(
  trx: Transaction<Tables>,
  orgId: string,
  peerId: string,
  document: MinutesPackage,
  at: Temporal.Instant,
): Promise<void> {
  const { ref, edition } = document;
  const told = { edition, document: JSON.stringify(document), received_at: at.toString() };
  await trx
    .insertInto('own_minutes')
    .values({ org_id: orgId, id: ref, peer_id: peerId, ...told })
    .onConflict((c) =>
      c.columns(['org_id', 'id']).doUpdateSet(told).where('own_minutes.edition', '<=', edition),
    )
    .execute();
}

/** What we said, the newest first. */
export const saidOf = (trx: Transaction<Tables>, minutesId: string) =>
  trx
    .selectFrom('own_minutes_said')
    .select([
      'package_id as packageId',
      'edition',
      'confirm',
      'comments',
      'by',
      'sent_at as sentAt',
      'outcome',
      'reason',
    ])
    .where('minutes_id', '=', minutesId)
    .orderBy('sent_at', 'desc')
    .orderBy('package_id', 'desc')
    .execute();

export async function insertSaid(
  trx: Transaction<Tables>,
  orgId: string,
  packageId: string,
  { ref, edition, confirm, comments, by }: MinutesSaidPackage,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('own_minutes_said')
    .values({
      org_id: orgId,
      package_id: packageId,
      minutes_id: ref,
      edition,
      confirm,
      comments: JSON.stringify(comments),
      by,
      sent_at: at.toString(),
    })
    .execute();
}

export async function settleSaid(
  trx: Transaction<Tables>,
  packageId: string,
  outcome: 'taken' | 'refused',
  reason: string,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('own_minutes_said')
    .set({ outcome, reason })
    .where('package_id', '=', packageId)
    .returning('minutes_id as minutesId')
    .executeTakeFirst();
  return row?.minutesId;
}
