import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { PackContent } from '../../../report/document/pack-content.ts';

type Sections = PackContent['sections'];
export interface StoredPack {
  readonly version: number;
  /** Of what it says, without who is on duty. */
  readonly digest: string;
  readonly content: { readonly ja: Sections; readonly en: Sections };
  readonly madeAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export async function lockPack(trx: Transaction<Tables>, orgId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`pack ${orgId}`}, 0))`.execute(trx);
}

export async function readPack(trx: Transaction<Tables>): Promise<StoredPack | undefined> {
  const row = await trx
    .selectFrom('pack')
    .select(['version', 'digest', 'content', 'made_at as madeAt', 'expires_at as expiresAt'])
    .executeTakeFirst();
  return row && { ...row, content: row.content as StoredPack['content'] };
}

/** Only the last version is kept: names and numbers in it must be possible to erase. */
export async function writePack(trx: Transaction<Tables>, orgId: string, pack: StoredPack): Promise<void> {
  const row = {
    version: pack.version,
    digest: pack.digest,
    content: JSON.stringify(pack.content),
    made_at: pack.madeAt.toString(),
    expires_at: pack.expiresAt.toString(),
  };
  await trx
    .insertInto('pack')
    .values({ org_id: orgId, ...row })
    .onConflict((c) => c.column('org_id').doUpdateSet(row))
    .execute();
}
