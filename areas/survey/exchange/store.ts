import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { NEXT } from './rules.ts';
import {
  type Door,
  type PackageFilter,
  type ReceivedView,
  type RefusedView,
  SENT_STATES,
  type SentEvent,
  type SentState,
  type SentView,
} from './schema.ts';
import type { RefusalReason } from './words.ts';

type Trx = Transaction<Tables>;

export interface Sent {
  readonly id: string;
  readonly peerId: string;
  readonly kind: string;
  readonly print: string;
  readonly number: number;
  readonly hash: string;
  readonly inReplyTo: string | null;
  readonly content: Buffer;
  readonly state: SentState;
  readonly tries: number;
  readonly carriedBy: string | null;
}

const SENT = [
  'id',
  'peer_id as peerId',
  'kind',
  'print',
  'number',
  'hash',
  'in_reply_to as inReplyTo',
  'content',
  'state',
  'tries',
  'carried_by as carriedBy',
] as const;

export async function insertSent(
  trx: Trx,
  orgId: string,
  sent: Omit<Sent, 'tries' | 'carriedBy'>,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_sent')
    .values({
      org_id: orgId,
      id: sent.id,
      peer_id: sent.peerId,
      kind: sent.kind,
      print: sent.print,
      number: sent.number,
      hash: sent.hash,
      in_reply_to: sent.inReplyTo,
      content: sent.content,
      state: sent.state,
      made_at: at.toString(),
      changed_at: at.toString(),
    })
    .execute();
  await trx
    .updateTable('survey_peer')
    .set({ out_number: sent.number, out_hash: sent.hash })
    .where('id', '=', sent.peerId)
    .execute();
}

export const findSent = (trx: Trx, id: string): Promise<Sent | undefined> =>
  trx.selectFrom('survey_sent').select(SENT).where('id', '=', id).executeTakeFirst();
export const lockSent = (trx: Trx, id: string): Promise<Sent | undefined> =>
  trx.selectFrom('survey_sent').select(SENT).where('id', '=', id).forUpdate().executeTakeFirst();
/** What an office is asked to pass on by this package of ours. */
export const lockCarried = (trx: Trx, by: string): Promise<Sent | undefined> =>
  trx.selectFrom('survey_sent').select(SENT).where('carried_by', '=', by).forUpdate().executeTakeFirst();

/** The one that has to go to a peer before any other. */
export const lockNext = (trx: Trx, peerId: string): Promise<Sent | undefined> =>
  trx
    .selectFrom('survey_sent')
    .select(SENT)
    .where('peer_id', '=', peerId)
    .where('state', 'in', ['queued', 'sending'])
    .orderBy('number')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();

export async function anyWaiting(trx: Trx, peerId?: string): Promise<boolean> {
  const row = await trx
    .selectFrom('survey_sent')
    .select('id')
    .where('state', 'in', ['queued', 'sending'])
    .$if(peerId !== undefined, (q) => q.where('peer_id', '=', peerId ?? ''))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const statesFor = (event: SentEvent): SentState[] =>
  SENT_STATES.filter((state) => NEXT[state][event] !== null);

/** @returns false where the event is no news to it */
export async function moveSent(
  trx: Trx,
  { id, state }: Pick<Sent, 'id' | 'state'>,
  event: SentEvent,
  at: Temporal.Instant,
  more: { reason?: string; tried?: true; carriedBy?: string | null; receipt?: Buffer } = {},
): Promise<boolean> {
  const next = NEXT[state][event];
  if (next === null) return false;
  await trx
    .updateTable('survey_sent')
    .set({
      state: next,
      reason: more.reason ?? '',
      changed_at: at.toString(),
      ...(more.tried && { tries: sql<number>`tries + 1` }),
      ...(more.carriedBy !== undefined && { carried_by: more.carriedBy }),
      ...(more.receipt && { receipt: more.receipt }),
    })
    .where('id', '=', id)
    .execute();
  return true;
}

/** What a peer says it has not: from a number on, all of it goes out again. */
export async function repeatSent(
  trx: Trx,
  { peerId, print }: Sent,
  from: number,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_sent')
    .set({ state: 'queued', carried_by: null, changed_at: at.toString() })
    .where('peer_id', '=', peerId)
    .where('print', '=', print)
    .where('number', '>=', from)
    .where('state', 'in', statesFor('repeat'))
    .execute();
}

/** What an office was given and nobody has receipted goes out again. */
export async function takeBackDelivered(
  trx: Trx,
  peerId: string,
  reason: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_sent')
    .set({ state: 'queued', carried_by: null, reason, changed_at: at.toString() })
    .where('peer_id', '=', peerId)
    .where('state', '=', 'delivered')
    .execute();
}

export interface Received {
  readonly id: string;
  readonly hash: string;
  readonly receipt: Buffer;
  readonly outcome: 'taken' | 'refused';
}

export const findReceived = (trx: Trx, id: string): Promise<Received | undefined> =>
  trx
    .selectFrom('survey_received')
    .select(['id', 'hash', 'receipt', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirst();

export async function insertReceived(
  trx: Trx,
  orgId: string,
  received: Received & {
    readonly peerId: string;
    readonly kind: string;
    readonly print: string;
    readonly number: number;
    readonly inReplyTo: string | null;
    readonly content: Buffer;
    readonly reason: string;
    readonly via: string | null;
    readonly madeAt: string;
    readonly receivedAt: Temporal.Instant;
  },
): Promise<void> {
  await trx
    .insertInto('survey_received')
    .values({
      org_id: orgId,
      id: received.id,
      peer_id: received.peerId,
      kind: received.kind,
      print: received.print,
      number: received.number,
      hash: received.hash,
      in_reply_to: received.inReplyTo,
      content: received.content,
      outcome: received.outcome,
      reason: received.reason,
      via: received.via,
      receipt: received.receipt,
      made_at: received.madeAt,
      received_at: received.receivedAt.toString(),
    })
    .execute();
  await trx
    .updateTable('survey_peer')
    // Whoever sends can be reached: what waits for them need not wait any longer.
    .set({ in_number: received.number, in_hash: received.hash, retry_at: null })
    .where('id', '=', received.peerId)
    .execute();
}

export const receivedContent = (
  trx: Trx,
  id: string,
): Promise<{ content: Buffer; peerId: string } | undefined> =>
  trx
    .selectFrom('survey_received')
    .select(['content', 'peer_id as peerId'])
    .where('id', '=', id)
    .executeTakeFirst();
export const receiptOf = async (trx: Trx, id: string): Promise<Buffer | undefined> =>
  (await findReceived(trx, id))?.receipt;

export interface RefusedPackage {
  readonly reason: RefusalReason;
  readonly detail: string;
  readonly senderId: string | null;
  readonly sender: string;
  readonly packageId: string | null;
  readonly door: Door;
}

/** Counts a refusal with those like it since a time. @returns whether there was one */
export async function countRefusal(
  trx: Trx,
  { reason, senderId, packageId, door }: Pick<RefusedPackage, 'reason' | 'senderId' | 'packageId' | 'door'>,
  since: Temporal.Instant,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('survey_refused')
    .set({ times: sql<number>`times + 1`, last_at: at.toString() })
    .where('reason', '=', reason)
    .where(sql<boolean>`sender_id IS NOT DISTINCT FROM ${senderId}`)
    .where(sql<boolean>`package_id IS NOT DISTINCT FROM ${packageId}`)
    .where('door', '=', door)
    .where(sql<boolean>`first_at > ${since.toString()}`)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function refusalsSince(trx: Trx, since: Temporal.Instant): Promise<number> {
  const { count } = await trx
    .selectFrom('survey_refused')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where(sql<boolean>`first_at > ${since.toString()}`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertRefusal(
  trx: Trx,
  orgId: string,
  id: string,
  refused: RefusedPackage,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('survey_refused')
    .values({
      org_id: orgId,
      id,
      reason: refused.reason,
      detail: refused.detail,
      sender_id: refused.senderId,
      sender: refused.sender,
      package_id: refused.packageId,
      door: refused.door,
      first_at: at.toString(),
      last_at: at.toString(),
    })
    .execute();
}

/** Where a list goes on, of an instant and an id. */
const after = (
  column: 's.made_at' | 'r.received_at' | 'r.last_at',
  id: 's.id' | 'r.id',
  before: string | undefined,
) => {
  const [at = null, key = null] = before?.split('~') ?? [];
  return sql<boolean>`(${sql.ref(column)}, ${sql.ref(id)}) < (${at}::timestamptz, ${key}::uuid)`;
};

export async function listSent(trx: Trx, { before, limit }: PackageFilter): Promise<SentView[]> {
  const rows = await trx
    .selectFrom('survey_sent as s')
    .innerJoin('survey_peer as p', (join) =>
      join.onRef('p.org_id', '=', 's.org_id').onRef('p.id', '=', 's.peer_id'),
    )
    .select([
      's.id',
      's.peer_id as peerId',
      'p.name as peer',
      's.kind',
      's.number',
      sql<number>`octet_length(s.content)`.as('bytes'),
      's.in_reply_to as inReplyTo',
      's.made_at as madeAt',
      's.state',
      's.reason',
      's.tries',
      's.changed_at as changedAt',
    ])
    .$if(before !== undefined, (q) => q.where(after('s.made_at', 's.id', before)))
    .orderBy('s.made_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toString(), changedAt: row.changedAt.toString() }));
}

export async function listReceived(trx: Trx, { before, limit }: PackageFilter): Promise<ReceivedView[]> {
  const rows = await trx
    .selectFrom('survey_received as r')
    .innerJoin('survey_peer as p', (join) =>
      join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.peer_id'),
    )
    .leftJoin('survey_peer as v', (join) =>
      join.onRef('v.org_id', '=', 'r.org_id').onRef('v.id', '=', 'r.via'),
    )
    .select([
      'r.id',
      'r.peer_id as peerId',
      'p.name as peer',
      'r.kind',
      'r.number',
      sql<number>`octet_length(r.content)`.as('bytes'),
      'r.in_reply_to as inReplyTo',
      'r.made_at as madeAt',
      'r.outcome',
      'r.reason',
      'v.name as via',
      'r.received_at as receivedAt',
    ])
    .$if(before !== undefined, (q) => q.where(after('r.received_at', 'r.id', before)))
    .orderBy('r.received_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    madeAt: row.madeAt.toString(),
    receivedAt: row.receivedAt.toString(),
  }));
}

export async function listRefused(trx: Trx, { before, limit }: PackageFilter): Promise<RefusedView[]> {
  const rows = await trx
    .selectFrom('survey_refused as r')
    .select([
      'r.id',
      'r.reason',
      'r.detail',
      'r.sender',
      'r.package_id as packageId',
      'r.door',
      'r.times',
      'r.first_at as firstAt',
      'r.last_at as lastAt',
    ])
    .$if(before !== undefined, (q) => q.where(after('r.last_at', 'r.id', before)))
    .orderBy('r.last_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, firstAt: row.firstAt.toString(), lastAt: row.lastAt.toString() }));
}
