import type { Tx } from '../../../database/transaction.ts';
import { derivedSecret, hashOf } from '../../../kernel/secret.ts';
import { setTimer } from '../../enqueue.ts';
import { LINK_DAYS } from './rules.ts';
import type { Confirmation } from './schema.ts';
import { closeEarlier, insertConfirmation } from './store.ts';

/** The purpose under which these links are derived from the instance's secret. */
const PURPOSE = 'confirm';

export const confirmationSecret = (instanceSecret: Uint8Array, id: string): string =>
  derivedSecret(instanceSecret, PURPOSE, id);

/** Writes a question down and sends it, now or when it may disturb. @returns its id, for the fact of the asker */
export async function askWithin(
  tx: Tx,
  question: Pick<Confirmation, 'kind' | 'personId' | 'subject' | 'digest' | 'name' | 'address' | 'language'>,
  sendAt: Temporal.Instant,
): Promise<string> {
  const { ctx } = tx;
  const id = ctx.newId();
  await closeEarlier(tx.sql, question.kind, question.subject, ctx.now);
  await insertConfirmation(tx.sql, ctx.orgId, {
    ...question,
    id,
    linkHash: hashOf(confirmationSecret(ctx.instance.secret, id)),
    askedAt: ctx.now,
    askedBy: ctx.actor.id,
    sendAt,
    until: sendAt.add({ hours: LINK_DAYS[question.kind] * 24 }),
  });
  setTimer(tx, 'send-confirmation', id, { confirmationId: id }, { at: sendAt });
  return id;
}
