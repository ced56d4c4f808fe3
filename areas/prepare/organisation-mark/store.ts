import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { MarkType } from './schema.ts';

export interface StoredMark {
  readonly type: MarkType;
  readonly size: number;
  readonly sha256: string;
}

/** What the mark is, without its bytes; undefined where the organisation has none. */
export const findMark = async (trx: Transaction<Tables>): Promise<StoredMark | undefined> =>
  trx.selectFrom('organisation_mark').select(['type', 'size', 'sha256']).executeTakeFirst();

export const markContent = async (trx: Transaction<Tables>): Promise<Uint8Array> =>
  (await trx.selectFrom('organisation_mark').select('content').executeTakeFirstOrThrow()).content;

/** Two who change it come one after the other, also where there was none. */
export async function lockMark(trx: Transaction<Tables>, orgId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`mark ${orgId}`}, 0))`.execute(trx);
}

export async function putMark(
  trx: Transaction<Tables>,
  orgId: string,
  { content, ...mark }: StoredMark & { readonly content: Uint8Array },
): Promise<void> {
  const set = { ...mark, content: Buffer.from(content.buffer, content.byteOffset, content.byteLength) };
  await trx
    .insertInto('organisation_mark')
    .values({ org_id: orgId, ...set })
    .onConflict((c) => c.column('org_id').doUpdateSet(set))
    .execute();
}

/** @returns the hash of the one that is gone; undefined where there was none */
export async function dropMark(trx: Transaction<Tables>): Promise<string | undefined> {
  const row = await trx.deleteFrom('organisation_mark').returning('sha256').executeTakeFirst();
  return row?.sha256;
}
