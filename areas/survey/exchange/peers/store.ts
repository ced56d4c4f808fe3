import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { Card, PeerState } from '../schema.ts';

type Trx = Transaction<Tables>;

export interface OwnKey {
  readonly print: string;
  readonly publicKey: Buffer;
  readonly sealed: Buffer;
}

/** Whoever makes a key or numbers a package by it waits here for whoever is at it. */
export const lockKeys = async (trx: Trx, orgId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`survey-key ${orgId}`}, 0))`.execute(trx);
};

export const currentKey = (trx: Trx): Promise<OwnKey | undefined> =>
  trx
    .selectFrom('survey_key')
    .select(['print', 'public_key as publicKey', 'sealed'])
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst();

export async function insertKey(trx: Trx, orgId: string, key: OwnKey, at: Temporal.Instant): Promise<void> {
  await trx
    .insertInto('survey_key')
    .values({
      org_id: orgId,
      print: key.print,
      turn: sql<number>`(SELECT coalesce(max(turn), 0) + 1 FROM survey_key)`,
      public_key: key.publicKey,
      sealed: key.sealed,
      made_at: at.toString(),
    })
    .execute();
  await trx.updateTable('survey_peer').set({ out_number: 0, out_hash: '' }).execute();
}

export interface Peer {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly publicKey: Buffer;
  readonly print: string;
  readonly state: PeerState;
  readonly offered: Card | null;
  readonly allowInner: boolean;
  readonly via: string | null;
  readonly inNumber: number;
  readonly inHash: string;
  readonly outNumber: number;
  readonly outHash: string;
  readonly fails: number;
  /** When what waits is tried again; null where nothing stands in the way. */
  readonly retryAt: Temporal.Instant | null;
  readonly confirmedAt: Temporal.Instant | null;
}

const PEER = [
  'id',
  'name',
  'address',
  'public_key as publicKey',
  'print',
  'state',
  'offered',
  'allow_inner as allowInner',
  'via',
  'in_number as inNumber',
  'in_hash as inHash',
  'out_number as outNumber',
  'out_hash as outHash',
  'fails',
  'retry_at as retryAt',
  'confirmed_at as confirmedAt',
] as const;

export const listPeers = (trx: Trx): Promise<Peer[]> =>
  trx.selectFrom('survey_peer').select(PEER).orderBy('name').orderBy('id').execute();
export const findPeer = (trx: Trx, id: string): Promise<Peer | undefined> =>
  trx.selectFrom('survey_peer').select(PEER).where('id', '=', id).executeTakeFirst();
export const lockPeer = (trx: Trx, id: string): Promise<Peer | undefined> =>
  trx.selectFrom('survey_peer').select(PEER).where('id', '=', id).forUpdate().executeTakeFirst();

type Kept = Pick<Peer, 'name' | 'address' | 'allowInner' | 'via'>;

/** @returns false where it is there by now */
export async function insertPeer(
  trx: Trx,
  orgId: string,
  peer: Kept & Pick<Peer, 'id' | 'publicKey' | 'print'>,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('survey_peer')
    .values({
      org_id: orgId,
      id: peer.id,
      name: peer.name,
      address: peer.address,
      public_key: peer.publicKey,
      print: peer.print,
      state: 'unconfirmed',
      offered: null,
      allow_inner: peer.allowInner,
      via: peer.via,
      kept_at: at.toString(),
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updatePeer(
  trx: Trx,
  id: string,
  { name, address, allowInner, via, offered }: Kept & Pick<Peer, 'offered'>,
): Promise<void> {
  await trx
    .updateTable('survey_peer')
    .set({
      name,
      address,
      allow_inner: allowInner,
      via,
      offered: offered && JSON.stringify(offered),
      retry_at: null,
    })
    .where('id', '=', id)
    .execute();
}

export async function pinPeer(
  trx: Trx,
  { id, name, address, publicKey, print, inNumber, inHash }: Peer,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_peer')
    .set({
      name,
      address,
      public_key: publicKey,
      print,
      state: 'pinned',
      offered: null,
      in_number: inNumber,
      in_hash: inHash,
      retry_at: null,
      confirmed_at: at.toString(),
      confirmed_by: by,
    })
    .where('id', '=', id)
    .execute();
}

/** How the last try to reach a peer went. */
export async function noteReach(
  trx: Trx,
  id: string,
  fails: number,
  retryAt: Temporal.Instant | null,
): Promise<void> {
  await trx
    .updateTable('survey_peer')
    .set({ fails, retry_at: retryAt?.toString() ?? null })
    .where('id', '=', id)
    .execute();
}

export async function revokePeer(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('survey_peer')
    .set({ state: 'revoked', offered: null })
    .where('id', '=', id)
    .execute();
}
