import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';

export interface Watch {
  readonly address: string;
  readonly key: Uint8Array;
  readonly everySeconds: number;
  readonly allowInner: boolean;
  readonly lastAt: Temporal.Instant | null;
  readonly lastOutcome: string;
}

export async function readWatch(trx: Transaction<Tables>): Promise<Watch | undefined> {
  return trx
    .selectFrom('remote_watch')
    .select([
      'address',
      'key',
      'every_seconds as everySeconds',
      'allow_inner as allowInner',
      'last_at as lastAt',
      'last_outcome as lastOutcome',
    ])
    .executeTakeFirst();
}

export async function writeWatch(
  trx: Transaction<Tables>,
  orgId: string,
  { address, key, everySeconds, allowInner }: Omit<Watch, 'lastAt' | 'lastOutcome'>,
): Promise<void> {
  const set = {
    address,
    key,
    every_seconds: everySeconds,
    allow_inner: allowInner,
    last_outcome: '',
    last_at: null,
  };
  await trx
    .insertInto('remote_watch')
    .values({ org_id: orgId, ...set })
    .onConflict((c) => c.column('org_id').doUpdateSet(set))
    .execute();
}

export async function removeWatch(trx: Transaction<Tables>): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('remote_watch').executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export async function setBeaten(
  trx: Transaction<Tables>,
  outcome: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx.updateTable('remote_watch').set({ last_at: at.toString(), last_outcome: outcome }).execute();
}
