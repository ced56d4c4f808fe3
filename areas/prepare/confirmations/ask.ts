import type { Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { expireLinks, makeLinks } from '../../sending/links/index.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { LINK_DAYS, QUESTION, QUESTION_LINK } from './rules.ts';
import type { Confirmation } from './schema.ts';
import { insertQuestion, unanswered } from './store.ts';

type Asked = Pick<
  Confirmation,
  'kind' | 'personId' | 'subject' | 'digest' | 'name' | 'address' | 'language'
> & { readonly channel: string };

/** Writes a question down and sends it, now or when it may disturb. @returns its id, for the fact of the asker */
export async function askWithin(
  tx: Tx,
  { kind, personId, subject, digest, ...to }: Asked,
  sendAt: Temporal.Instant,
): Promise<string> {
  const { ctx } = tx;
  const id = ctx.newId();
  // Earlier questions about the same: their links are good no more.
  await expireLinks(tx.sql, QUESTION_LINK, await unanswered(tx.sql, kind, subject), ctx.now);
  await putMessages(tx, QUESTION, [{ ...to, id, kind, personId, about: subject, leavesAt: sendAt }]);
  await insertQuestion(
    tx.sql,
    ctx.orgId,
    { id, kind, personId, subject, digest, askedAt: ctx.now },
    byOf(ctx.actor),
  );
  const until = sendAt.add({ hours: LINK_DAYS[kind] * 24 });
  await makeLinks(tx, QUESTION_LINK, [{ ownerId: id, personId: personId ?? undefined, until }]);
  return id;
}
