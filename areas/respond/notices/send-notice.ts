import type { Tx } from '../../../database/transaction.ts';
import { derivedSecret, hashOf } from '../../../kernel/secret.ts';
import { enqueue } from '../../enqueue.ts';
import { isMailAddress, NOTICE_LINK_DAYS } from './rules.ts';
import { closeLinks, insertNotices, type Notice, queueFailedNotices } from './store.ts';

/** The purpose under which these links are derived from the instance's secret. */
const PURPOSE = 'notice';

export const noticeSecret = (instanceSecret: Uint8Array, id: string): string =>
  derivedSecret(instanceSecret, PURPOSE, id);

type Wanted = Pick<
  Notice,
  'incidentId' | 'kind' | 'about' | 'personId' | 'name' | 'address' | 'language' | 'subject' | 'text'
>;

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
  const { ctx } = tx;
  if (linked) for (const { kind, about } of wanted) await closeLinks(tx.sql, kind, about, ctx.now);
  const until = ctx.now.add({ hours: NOTICE_LINK_DAYS * 24 });
  const made = await insertNotices(
    tx.sql,
    ctx.orgId,
    wanted.map((each) => {
      const id = ctx.newId();
      return {
        ...each,
        id,
        ...(isMailAddress(each.address)
          ? { state: 'queued' as const, reason: '' }
          : { state: 'held' as const, reason: 'no-address' }),
        linkHash: linked ? hashOf(noticeSecret(ctx.instance.secret, id)) : null,
        linkUntil: linked ? until : null,
      };
    }),
    ctx.now,
  );
  for (const noticeId of made) enqueue(tx, 'deliver-notice', { noticeId }, { at: ctx.now });
  return made;
}

/**
 * Messages of a kind that could not be delivered: to whoever is among the recipients they are sent again, and one to a
 * person who has another address by now is retired as returned. In the caller's transaction.
 * @returns how many are sent again
 */
export async function sendFailedAgain(
  tx: Tx,
  kind: Notice['kind'],
  about: string,
  recipients: readonly { readonly name: string; readonly address: string }[],
): Promise<number> {
  const ids = await queueFailedNotices(tx.sql, kind, about, recipients, tx.ctx.now);
  for (const noticeId of ids) enqueue(tx, 'deliver-notice', { noticeId }, { at: tx.ctx.now });
  return ids.length;
}
