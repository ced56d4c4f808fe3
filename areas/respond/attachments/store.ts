import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface StoredAttachment {
  readonly id: string;
  readonly incidentId: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

export async function insertAttachment(
  trx: Transaction<Tables>,
  orgId: string,
  { incidentId, ...made }: StoredAttachment & { readonly content: Uint8Array },
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('attachment')
    .values({
      ...made,
      org_id: orgId,
      incident_id: incidentId,
      content: Buffer.from(made.content.buffer, made.content.byteOffset, made.content.byteLength),
      added_by: by,
      added_at: at.toString(),
    })
    .execute();
}

/** Bytes of all files of an incident. The caller has locked it, so that no other file comes in between. */
export async function bytesHeld(trx: Transaction<Tables>, incidentId: string): Promise<number> {
  const row = await trx
    .selectFrom('attachment')
    .select((e) => e.fn.sum<string | null>('size').as('bytes'))
    .where('incident_id', '=', incidentId)
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}

export const findAttachment = async (
  trx: Transaction<Tables>,
  incidentId: string,
  id: string,
): Promise<StoredAttachment | undefined> =>
  trx
    .selectFrom('attachment')
    .select(['id', 'incident_id as incidentId', 'name', 'type', 'size', 'sha256'])
    .where('incident_id', '=', incidentId)
    .where('id', '=', id)
    .executeTakeFirst();

export const contentOf = async (trx: Transaction<Tables>, id: string): Promise<Uint8Array> =>
  (await trx.selectFrom('attachment').select('content').where('id', '=', id).executeTakeFirstOrThrow())
    .content;
