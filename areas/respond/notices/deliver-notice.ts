import type { Message } from '../../../channels/channel.ts';
import { channelKind } from '../../../channels/registry.ts';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { enqueue, setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { openChannel } from '../../sending/channels/index.ts';
import type { JobBody, TimerBody } from '../../work.ts';
import { noticeRetryAfter } from './rules.ts';
import { noticeSecret } from './send-notice.ts';
import { lockNotice, type Notice, queueHeldNotices, setNotice } from './store.ts';

const BY = 'email';

/** Job: sends one message. It may run twice: what is settled is left alone, and what may have been sent keeps its id. */
export async function deliverNotice(
  context: () => Context,
  { noticeId }: JobBody<'deliver-notice'>,
): Promise<void> {
  const before = context();
  permit(before, 'page.command');
  const ready = await inTransaction(before, async (tx) => {
    const notice = await lockNotice(tx.sql, noticeId);
    if (notice?.state !== 'queued' && notice?.state !== 'sending') return undefined;
    const settings = await openChannel(tx.sql, tx.ctx.instance.secret, BY);
    if (!settings) {
      await settle(tx, notice, 'held', 'not-configured');
      return undefined;
    }
    await setNotice(tx.sql, noticeId, { state: 'sending', tries: notice.tries + 1 }, tx.ctx.now);
    return { settings, message: messageOf(tx, notice) };
  });
  const kind = ready && channelKind(BY);
  if (!kind) return;
  const delivery = await kind.deliver(ready.settings, ready.message);
  await inTransaction(context(), async (tx) => {
    const notice = await lockNotice(tx.sql, noticeId);
    // Answered while we were still talking to the mail server: that is the later news.
    if (notice?.state !== 'sending') return;
    if (delivery.state === 'accepted') return settle(tx, notice, 'accepted', delivery.reference);
    const wait = noticeRetryAfter(notice.tries, delivery.tryAgain);
    if (wait === undefined) return settle(tx, notice, 'failed', delivery.reason);
    await setNotice(tx.sql, noticeId, { state: 'queued', reason: delivery.reason }, tx.ctx.now);
    setTimer(tx, 'retry-notice', noticeId, { noticeId }, { at: tx.ctx.now.add({ seconds: wait }) });
  });
}

function messageOf(tx: Tx, notice: Notice): Message {
  const { instance } = tx.ctx;
  const link =
    notice.linkUntil === null
      ? undefined
      : `${instance.baseUrl}/reply/${noticeSecret(instance.secret, notice.id)}`;
  const text = link ? `${notice.text}\n\n${link}` : notice.text;
  return {
    id: notice.id,
    to: { name: notice.name, address: notice.address },
    subject: notice.subject,
    text,
    html: `<!doctype html><html lang="${notice.language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.6"><p>${escapeHtml(
      notice.text,
    ).replaceAll('\n', '<br>')}</p>${link ? `<p><a href="${link}">${link}</a></p>` : ''}</body></html>`,
    short: `${notice.subject}\n${link ?? ''}`.trim(),
    language: notice.language,
    callback: undefined,
    answerUrl: link,
  };
}

async function settle(
  tx: Tx,
  { id, kind, incidentId }: Notice,
  state: 'accepted' | 'held' | 'failed',
  reason: string,
): Promise<void> {
  await setNotice(tx.sql, id, { state, reason }, tx.ctx.now);
  record(tx, 'notice.settled', { incidentId: incidentId ?? undefined, body: { noticeId: id, kind, state } });
}

/** Timer: a mail server that was away is tried again. */
export async function retryNotice(tx: Tx, body: TimerBody<'retry-notice'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  enqueue(tx, 'deliver-notice', body, { at: tx.ctx.now });
}

/** Timer: a mail server was set up, so what waited for one goes out. */
export async function releaseHeldNotices(tx: Tx): Promise<void> {
  permit(tx.ctx, 'page.command');
  for (const noticeId of await queueHeldNotices(tx.sql, tx.ctx.now))
    enqueue(tx, 'deliver-notice', { noticeId }, { at: tx.ctx.now });
}
