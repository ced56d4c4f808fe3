import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { RegimeDocument } from './schema.ts';

export interface KeptRegime {
  readonly regime: string;
  readonly edition: number;
  readonly document: RegimeDocument;
  readonly since: Temporal.Instant;
}

const kept = (trx: Transaction<Tables>) =>
  trx.selectFrom('regime_edition').select(['regime', 'edition', 'document', 'since']);

/** The newest edition of each regime somebody kept. */
export const newestRegimes = (trx: Transaction<Tables>): Promise<KeptRegime[]> =>
  kept(trx).distinctOn('regime').orderBy('regime').orderBy('edition', 'desc').execute();

/** Every edition of these that somebody kept, newest first. */
export const editionsOf = (trx: Transaction<Tables>, regimes: readonly string[]): Promise<KeptRegime[]> =>
  kept(trx).where('regime', 'in', regimes).orderBy('regime').orderBy('edition', 'desc').execute();

/** Whoever keeps an edition of a regime waits here for whoever is at it. */
export const lockRegime = async (trx: Transaction<Tables>, orgId: string, regime: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`regime ${orgId} ${regime}`}, 0))`.execute(trx);
};

export async function insertRegime(
  trx: Transaction<Tables>,
  orgId: string,
  { regime, edition, document }: Omit<KeptRegime, 'since'>,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('regime_edition')
    .values({
      org_id: orgId,
      regime,
      edition,
      document: JSON.stringify(document),
      since: at.toString(),
      kept_by: by,
    })
    .execute();
}
