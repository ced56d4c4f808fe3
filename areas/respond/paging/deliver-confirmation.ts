import { channelKind, channelOfRoute } from '../../../channels/registry.ts';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import {
  confirmationSecret,
  questionToSend,
  settleQuestion,
  tryAgainLater,
} from '../../prepare/confirmations/index.ts';
import type { Confirmation } from '../../prepare/confirmations/schema.ts';
import { routesOf } from '../../prepare/contact-routes/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { openChannel } from '../../sending/channels/index.ts';
import type { JobBody } from '../../work.ts';
import { composeQuestion } from './compose-question.ts';

/** By which channel a question goes out: a test of a route by that route, anything else by e-mail. */
async function channelFor(tx: Tx, { kind, personId, subject }: Confirmation): Promise<string> {
  if (kind !== 'route' || personId === null) return 'email';
  const route = (await routesOf(tx.sql, [personId])).find(({ id }) => id === subject);
  return (route && channelOfRoute(route.kind)?.id) ?? 'email';
}

/** Job: sends a question that is answered by a link. It may run twice; one that is settled is left alone. */
export async function deliverConfirmation(
  context: () => Context,
  { confirmationId: id }: JobBody<'deliver-confirmation'>,
): Promise<void> {
  const before = context();
  permit(before, 'page.command');
  const ready = await inTransaction(before, async (tx) => {
    const waiting = await questionToSend(tx, id);
    if (!waiting) return undefined;
    const { question, stillSo } = waiting;
    if (!stillSo) return void (await settle(tx, id, 'failed', 'changed'));
    const channel = await channelFor(tx, question);
    const settings = await openChannel(tx.sql, before.instance.secret, channel);
    if (!settings) return void (await settle(tx, id, 'held', 'not-configured'));
    const { secret, baseUrl } = before.instance;
    const message = composeQuestion(
      question,
      (await readOrganisation(tx.sql))?.name ?? '',
      `${baseUrl}/confirm/${confirmationSecret(secret, id)}`,
    );
    return { message, channel, settings };
  });
  const kind = ready && channelKind(ready.channel);
  if (!kind) return;
  const delivery = await kind.deliver(ready.settings, ready.message);
  const reason = delivery.state === 'accepted' ? delivery.reference : delivery.reason;
  await inTransaction(context(), async (tx) => {
    if (delivery.state === 'failed' && delivery.tryAgain && (await tryAgainLater(tx, id))) return;
    await settle(tx, id, delivery.state, reason);
  });
}

async function settle(
  tx: Tx,
  confirmationId: string,
  state: 'accepted' | 'held' | 'failed',
  reason: string,
): Promise<void> {
  if (await settleQuestion(tx, confirmationId, state, reason))
    record(tx, 'confirmation.settled', { body: { confirmationId, state } });
}
