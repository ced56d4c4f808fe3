import type { Tx } from '../../../database/transaction.ts';
import { isAfterwards } from '../../../kernel/happened.ts';
import { expireLinks, makeLinks } from '../../sending/links/index.ts';
import { letSayAgain, listMessages, moveMessages, putMessages, sendNow } from '../../sending/outbox/index.ts';
import type { State } from '../../sending/outbox/schema.ts';
import { isMailAddress, NOTICE, NOTICE_LINK, NOTICE_LINK_DAYS } from './rules.ts';
import type { NoticeKind } from './schema.ts';

interface Wanted {
  readonly incidentId: string | null;
  readonly kind: NoticeKind;
  readonly about: string;
  readonly personId: string | null;
  readonly name: string;
  readonly address: string;
  readonly language: 'ja' | 'en';
  readonly subject: string;
  readonly text: string;
  /** What makes it the same as another of its kind: there is one of them. */
  readonly once?: string;
}

/** Nobody is told these twice; two people may share an address, and each has a state of their own. */
const ONCE: ReadonlySet<NoticeKind> = new Set(['individual', 'status']);
const onceOf = ({ kind, about, address, name, once }: Wanted): string | undefined => {
  if (once !== undefined) return [kind, once].join(' ');
  return ONCE.has(kind) ? [kind, about, address, name].join(' ') : undefined;
};
/** Of one matter: more than anybody is written to about it. */
const ALL = 100_000;

/**
 * Writes messages down and sends them, in the caller's transaction, which records what they are about. One that cannot be
 * sent by mail is held, for somebody to tell by other means.
 * @param linked they are answered by a link; earlier links about the same are good no more
 * @returns ids of those that are new
 */
export async function sendWithin(
  tx: Tx,
  wanted: readonly Wanted[],
  { linked }: { readonly linked: boolean },
): Promise<string[]> {
  // What was entered afterwards tells nobody anything now.
  if (isAfterwards(tx.ctx)) return [];
  if (linked) for (const each of wanted) await closeEarlier(tx, each);
  const named = wanted.map((each) => ({ ...each, id: tx.ctx.newId() }));
  const made = await putMessages(
    tx,
    NOTICE,
    named.map((each) => ({
      ...each,
      channel: 'email',
      once: onceOf(each),
      held: isMailAddress(each.address) ? undefined : 'no-address',
    })),
  );
  if (!linked) return made;
  const until = tx.ctx.now.add({ hours: NOTICE_LINK_DAYS * 24 });
  const links = named
    .filter(({ id }) => made.includes(id))
    .map(({ id, personId }) => ({ ownerId: id, until, personId: personId ?? undefined }));
  await makeLinks(tx, NOTICE_LINK, links);
  return made;
}

async function closeEarlier(tx: Tx, { kind, about }: Wanted): Promise<void> {
  const earlier = await listMessages(tx.sql, { purpose: NOTICE.name, kind, about, limit: ALL });
  await expireLinks(
    tx.sql,
    NOTICE_LINK,
    earlier.map(({ id }) => id),
    tx.ctx.now,
  );
}

interface Matter {
  readonly about: string;
  /** An id that a client made may be the same in two incidents. */
  readonly incidentId?: string;
  /** Of several who were told, this one alone. */
  readonly personId?: string;
}

async function noticesAbout(
  tx: Tx,
  kind: NoticeKind,
  { about, incidentId, personId }: Matter,
  state?: State,
) {
  const found = await listMessages(tx.sql, {
    purpose: NOTICE.name,
    kind,
    about,
    incidentId,
    state,
    limit: ALL,
  });
  return found.filter((each) => personId === undefined || each.personId === personId);
}

/** Messages of a kind about a matter that have not left: what they say is out of date. In the caller's transaction. */
export async function withdrawUnsent(tx: Tx, kind: NoticeKind, matter: Matter): Promise<void> {
  const ids: string[] = [];
  // One after the other: a transaction has one connection.
  for (const state of ['queued', 'held'] as const)
    ids.push(...(await noticesAbout(tx, kind, matter, state)).map(({ id }) => id));
  await moveMessages(tx.sql, ids, 'withdraw', tx.ctx.now, { reason: 'out-of-date' });
}

/** In these a message is with nobody, and will not be by itself. */
const WITH_NOBODY: ReadonlySet<State> = new Set(['queued', 'held', 'failed', 'withdrawn', 'returned']);

const isWaiting = (state: State): boolean => state === 'queued' || state === 'held';

/** Whether a message of a kind about a matter is with whom it was for, or about to be. */
export const hasLeft = async (tx: Tx, kind: NoticeKind, matter: Matter): Promise<boolean> =>
  (await noticesAbout(tx, kind, matter)).some(({ state }) => !WITH_NOBODY.has(state));

/**
 * What messages about a matter said is taken back: what has not left does not, and who is told the like anew is told.
 * In the caller's transaction.
 * @returns who has one already, or is about to, and what the last of them says
 */
export async function takeBackNotices(
  tx: Tx,
  kind: NoticeKind,
  matter: Matter,
): Promise<ReadonlyMap<string, string>> {
  await withdrawUnsent(tx, kind, matter);
  const told = await noticesAbout(tx, kind, matter);
  await letSayAgain(
    tx.sql,
    told.map(({ id }) => id),
  );
  const having = told.filter(({ state }) => !WITH_NOBODY.has(state));
  // In the order in which they were made: of several to one person the last stays.
  return new Map(having.flatMap(({ personId, text }) => (personId ? [[personId, text] as const] : [])));
}

/**
 * Whether a person was told this last, or is about to be, so that it is not to be told twice. What says the opposite and has
 * not left does not leave. In the caller's transaction.
 */
export async function saysSoAlready(
  tx: Tx,
  kind: NoticeKind,
  matter: Matter,
  { text, opposite }: { readonly text: string; readonly opposite: string },
): Promise<boolean> {
  const said = (await noticesAbout(tx, kind, matter)).filter(
    ({ state }) => isWaiting(state) || !WITH_NOBODY.has(state),
  );
  const unsaid = said.filter((each) => isWaiting(each.state) && each.text === opposite).map(({ id }) => id);
  const moved = await moveMessages(tx.sql, unsaid, 'withdraw', tx.ctx.now, { reason: 'out-of-date' });
  const gone = new Set(moved.map(({ id }) => id));
  const last = said.filter(({ id }) => !gone.has(id)).at(-1);
  return last?.text === text && (isWaiting(last.state) || moved.length > 0);
}

/**
 * Messages of a kind that could not be delivered: to whoever is among the recipients they are sent again, and one to a
 * person who has another address by now is retired as returned. In the caller's transaction.
 * @returns how many are sent again
 */
export async function sendFailedAgain(
  tx: Tx,
  kind: NoticeKind,
  about: string,
  recipients: readonly { readonly name: string; readonly address: string }[],
): Promise<number> {
  const addresses = new Set(recipients.map(({ address }) => address));
  const names = new Set(recipients.map(({ name }) => name));
  const failed = await listMessages(tx.sql, {
    purpose: NOTICE.name,
    kind,
    about,
    state: 'failed',
    limit: ALL,
  });
  const idsOf = (fits: (each: (typeof failed)[number]) => boolean) => failed.filter(fits).map(({ id }) => id);
  const moved = idsOf(({ address, name }) => !addresses.has(address) && name !== '' && names.has(name));
  await moveMessages(tx.sql, moved, 'return', tx.ctx.now);
  const same = idsOf(({ address }) => addresses.has(address));
  const again = await moveMessages(tx.sql, same, 'resend', tx.ctx.now, { reason: '', tries: 0 });
  for (const message of again) sendNow(tx, message);
  return again.length;
}
