import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Proof } from './proof.ts';

const COLUMNS = [
  'org_id as orgId',
  'lines',
  sql<string>`encode(root, 'hex')`.as('root'),
  'taken_at as takenAt',
  'public_key as publicKey',
  'signature',
] as const;

export async function keptProofs(trx: Transaction<Tables>): Promise<Proof[]> {
  return trx.selectFrom('ledger_proof').select(COLUMNS).orderBy('lines').execute();
}

export async function newestProof(trx: Transaction<Tables>): Promise<Proof | undefined> {
  return trx.selectFrom('ledger_proof').select(COLUMNS).orderBy('lines', 'desc').limit(1).executeTakeFirst();
}

export async function keepProof(trx: Transaction<Tables>, proof: Proof): Promise<void> {
  const { orgId, lines, root, takenAt, publicKey, signature } = proof;
  await trx
    .insertInto('ledger_proof')
    .values({
      org_id: orgId,
      lines,
      root: Buffer.from(root, 'hex'),
      taken_at: takenAt.toString(),
      public_key: publicKey,
      signature,
    })
    .onConflict((c) => c.doNothing())
    .execute();
}

const BATCH = 20_000;

/** Hashes of all lines after a number, hex, in order; numbers are given without gaps. */
export async function* hashesAfter(
  trx: Transaction<Tables>,
  seq: number,
): AsyncGenerator<{ readonly seq: number; readonly hash: string }> {
  for (let after = seq; ; ) {
    const batch = await trx
      .selectFrom('ledger')
      .select(['seq', sql<string>`encode(hash, 'hex')`.as('hash')])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    yield* batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.seq ?? after;
  }
}
