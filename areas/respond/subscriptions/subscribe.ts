import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { derivedSecret } from '../../../kernel/secret.ts';
import { fillIn } from '../../../kernel/text.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { dropLinks, makeLinks } from '../../sending/links/index.ts';
import { forgetSubscriber, sendWithin } from '../notices/index.ts';
import { isMailAddress, ownLink, SUBSCRIPTION_LINK } from '../notices/rules.ts';
import { NOTICE_WORDS } from '../notices/words.ts';
import {
  askedFromSince,
  askedSince,
  confirmSubscriber,
  forgetUnconfirmed,
  insertSubscriber,
  lockAddress,
  removeSubscriber,
  subscriberByEmail,
} from './store.ts';

/** Whoever asks for somebody else's address makes us write to it: once a day is enough. */
const ASK_AGAIN_HOURS = 24;
/** An address nobody has confirmed by then is forgotten. */
const UNCONFIRMED_HOURS = 72;
/** And not to thousands of strangers in an hour. */
const MOST_ASKED_AN_HOUR = 200;
/** Of which one visitor, or the house they share an address with, has this many. */
const MOST_FROM_ONE = 20;

interface Asked {
  readonly email: string;
  readonly language: 'ja' | 'en';
  /** The network it was asked from; kept as a hash nobody can read back. */
  readonly from: string;
}

/**
 * Somebody wants word of the status page: the address is asked first whether it does. Nothing tells whether it was known
 * already.
 */
export async function askToSubscribe(ctx: Context, { email, language, from }: Asked): Promise<void> {
  permit(ctx, 'incident.read');
  const address = email.normalize('NFKC').trim();
  if (!isMailAddress(address))
    throw invalidField('email', {
      ja: 'メールアドレスを確認してください',
      en: 'Check the email address',
    });
  await inTransaction(ctx, async (tx) => {
    const network = derivedSecret(ctx.instance.secret, 'subscriber from', from);
    await lockAddress(tx.sql, ctx.orgId, network);
    await lockAddress(tx.sql, ctx.orgId, address);
    const hourAgo = ctx.now.subtract({ hours: 1 });
    if ((await askedSince(tx.sql, hourAgo)) >= MOST_ASKED_AN_HOUR)
      throw new Fault('too-many', { retryAfterSeconds: 3_600 });
    if ((await askedFromSince(tx.sql, network, hourAgo)) >= MOST_FROM_ONE)
      throw new Fault('too-many', { retryAfterSeconds: 3_600 });
    const forgotten = await forgetUnconfirmed(tx.sql, ctx.now.subtract({ hours: UNCONFIRMED_HOURS }));
    await dropLinks(
      tx.sql,
      SUBSCRIPTION_LINK,
      forgotten.map(({ id }) => id),
    );
    for (const { email: stranger } of forgotten) await forgetSubscriber(tx, stranger);
    const known = await subscriberByEmail(tx.sql, address);
    if (known?.confirmedAt) return;
    const since = ctx.now.subtract({ hours: ASK_AGAIN_HOURS });
    if (known && Temporal.Instant.compare(known.askedAt, since) > 0) return;
    const id = known?.id ?? ctx.newId();
    await insertSubscriber(tx.sql, ctx.orgId, { id, email: address, language, from: network }, ctx.now);
    await makeLinks(tx, SUBSCRIPTION_LINK, [{ ownerId: id }]);
    const organisation = (await readOrganisation(tx.sql))?.name ?? '';
    await sendWithin(
      tx,
      [
        {
          incidentId: null,
          kind: 'subscribe',
          about: id,
          personId: null,
          name: address,
          address,
          language,
          subject: fillIn(NOTICE_WORDS.subscribe.subject[language], { organisation }),
          text: `${NOTICE_WORDS.subscribe.ask[language]}\n\n${ownLink(id)}`,
        },
      ],
      { linked: false },
    );
    record(tx, 'status.subscribed', { body: { subscriberId: id, state: 'asked' } });
  });
}

/** By the link in the message: the address is theirs and wants word, or wants no more. */
export async function settleSubscription(
  ctx: Context,
  id: string,
  want: 'confirmed' | 'left',
): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(ctx, async (tx) => {
    const changed = want === 'confirmed' ? await confirmSubscriber(tx.sql, id, ctx.now) : await leave(tx, id);
    if (changed) record(tx, 'status.subscribed', { body: { subscriberId: id, state: want } });
  });
}

/** Who wants no more is not kept in what they were sent, either. */
async function leave(tx: Tx, id: string): Promise<boolean> {
  const email = await removeSubscriber(tx.sql, id);
  if (email === undefined) return false;
  await dropLinks(tx.sql, SUBSCRIPTION_LINK, [id]);
  await forgetSubscriber(tx, email);
  return true;
}
