import type { Tx } from '../../../database/transaction.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { record } from '../../record.ts';
import { linkUrl, readLinks } from '../../sending/links/index.ts';
import type { Caller, Composed } from '../../sending/outbox/index.ts';
import type { MessageRow } from '../../sending/outbox/schema.ts';
import { endsWithOwnLink, NOTICE, NOTICE_LINK, SUBSCRIPTION_LINK } from './rules.ts';

const TOLD = { accept: 'accepted', hold: 'held', fail: 'failed' } as const;

/** Answers for notices: they leave in the words they were written down in, and the record is told how they fared. */
export const noticeCaller: Caller = {
  purpose: NOTICE,
  link: NOTICE_LINK,
  lapsed: async () => undefined,
  compose: composeNotice,
  turned: async (tx, { id, kind, incidentId }, { event }) => {
    if (event !== 'accept' && event !== 'hold' && event !== 'fail') return;
    record(tx, 'notice.settled', {
      incidentId: incidentId ?? undefined,
      body: { noticeId: id, kind, state: TOLD[event] },
    });
  },
};

/** News to the public: whoever subscribed comes by it, and ends it by one press. */
const PUBLIC_KINDS = ['subscribe', 'status'];

async function composeNotice(tx: Tx, message: MessageRow): Promise<Composed> {
  const { id, kind, subject, language } = message;
  const own = PUBLIC_KINDS.includes(kind) ? endsWithOwnLink(message.text) : undefined;
  const ownUrl = own && linkUrl(tx.ctx.instance, SUBSCRIPTION_LINK, own.subscriberId);
  const text = own ? `${own.before}${ownUrl}` : message.text;
  const linked = (await readLinks(tx.sql, NOTICE_LINK, [id])).has(id);
  const link = linked ? linkUrl(tx.ctx.instance, NOTICE_LINK, id) : undefined;
  const paragraph = escapeHtml(text).replaceAll('\n', '<br>');
  return {
    subject,
    text: link ? `${text}\n\n${link}` : text,
    html: `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.6"><p>${paragraph}</p>${
      link ? `<p><a href="${link}">${link}</a></p>` : ''
    }</body></html>`,
    short: `${subject}\n${link ?? ''}`.trim(),
    language,
    answerUrl: link,
    ...(ownUrl && { unsubscribeUrl: `${ownUrl}/leave` }),
  };
}
