import type { Delivery, Message } from '../../../channels/channel.ts';
import { channelKind } from '../../../channels/registry.ts';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { derivedSecret } from '../../../kernel/secret.ts';
import { setTimer } from '../../enqueue.ts';
import type { JobBody } from '../../jobs.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { openSettings } from './channel-secrets.ts';
import { composeMessage } from './compose-message.ts';
import { codeOf, retryAfter } from './rules.ts';
import {
  type AttemptRow,
  attemptsOf,
  lockAttempt,
  lockPage,
  type PageRow,
  readChannel,
  setAttempt,
} from './store.ts';
import { askPerson, LINK_PURPOSE } from './walk-routes.ts';

interface Ready {
  readonly settings: Record<string, unknown>;
  readonly message: Message;
  readonly channel: string;
}

/**
 * Job: sends one attempt. It may run twice (a process died in between): an attempt that is settled is left alone, and
 * one that may have been sent is sent again with the same message id, for a page twice is better than no page.
 */
export async function deliverAttempt(
  context: () => Context,
  { attemptId }: JobBody<'deliver-attempt'>,
): Promise<void> {
  const before = context();
  permit(before, 'page.command');
  const ready = await inTransaction(before, (tx) => prepare(tx, attemptId));
  const kind = ready && channelKind(ready.channel);
  if (!kind) return;
  const delivery = await kind.deliver(ready.settings, ready.message);
  await inTransaction(context(), (tx) => settle(tx, attemptId, delivery));
}

async function prepare(tx: Tx, attemptId: string): Promise<Ready | undefined> {
  const { ctx } = tx;
  const attempt = await lockAttempt(tx.sql, attemptId);
  if (!attempt || (attempt.state !== 'queued' && attempt.state !== 'sending')) return undefined;
  const page = await lockPage(tx.sql, attempt.pageId);
  if (page?.state !== 'seeking' && page?.state !== 'exhausted') {
    await setAttempt(tx.sql, attemptId, { state: 'failed', reason: 'page-ended' }, ctx.now);
    return undefined;
  }
  const stored = await readChannel(tx.sql, attempt.channel);
  const message = await messageOf(tx, attempt, page);
  if (!stored || !message) {
    const reason = stored ? 'not-registered' : 'not-configured';
    await setAttempt(tx.sql, attemptId, { state: 'held', reason }, ctx.now);
    const body = { pageId: page.id, attemptId, personId: attempt.personId, reason };
    record(tx, 'page.held', { incidentId: page.incidentId ?? undefined, body });
    return undefined;
  }
  await setAttempt(tx.sql, attemptId, { state: 'sending', tries: attempt.tries + 1 }, ctx.now);
  return { settings: openSettings(ctx.instance.secret, stored), message, channel: attempt.channel };
}

async function messageOf(tx: Tx, attempt: AttemptRow, page: PageRow): Promise<Message | undefined> {
  const { instance } = tx.ctx;
  const person = await findPerson(tx.sql, attempt.personId);
  const organisation = await readOrganisation(tx.sql);
  if (!person || !organisation) return undefined;
  return composeMessage({
    attemptId: attempt.id,
    language: person.language,
    // One that was queued before addresses were kept with attempts goes where they sign in.
    to: { name: person.name, address: attempt.address || person.email },
    code:
      attempt.channel === 'sms'
        ? codeOf(derivedSecret(instance.secret, LINK_PURPOSE, attempt.id))
        : undefined,
    callback: `${instance.baseUrl}/hooks/provider/${tx.ctx.orgId}/${attempt.channel}/${attempt.id}`,
    subjectKind: page.subjectKind,
    subject: page.subject,
    organisation,
    waitSeconds: page.waitSeconds,
    answerUrl: `${instance.baseUrl}/answer/${derivedSecret(instance.secret, LINK_PURPOSE, attempt.id)}`,
    detailsUrl: page.incidentId
      ? `${instance.baseUrl}/respond/incidents/${page.incidentId}`
      : `${instance.baseUrl}/audit`,
    until: attempt.until,
  });
}

async function settle(tx: Tx, attemptId: string, delivery: Delivery): Promise<void> {
  const { ctx } = tx;
  const attempt = await lockAttempt(tx.sql, attemptId);
  // Answered while we were still talking to the mail server: the answer is the later and better news.
  if (attempt?.state !== 'sending') return;
  const page = await lockPage(tx.sql, attempt.pageId);
  const incidentId = page?.incidentId ?? undefined;
  const body = { pageId: attempt.pageId, attemptId, personId: attempt.personId };
  if (delivery.state === 'accepted') {
    await setAttempt(tx.sql, attemptId, { state: 'accepted', reason: delivery.reference }, ctx.now);
    return record(tx, 'page.accepted', { incidentId, body });
  }
  const wait = retryAfter(attempt.tries, delivery.tryAgain);
  if (wait !== undefined) {
    await setAttempt(tx.sql, attemptId, { state: 'queued', reason: delivery.reason }, ctx.now);
    return setTimer(tx, 'retry-attempt', attemptId, { attemptId }, { at: ctx.now.add({ seconds: wait }) });
  }
  await failAttempt(tx, attempt, page, delivery.reason);
}

/** A route failed for good: the person's next one is tried; where there is none, waiting for their answer helps nobody. */
export async function failAttempt(
  tx: Tx,
  attempt: AttemptRow,
  page: PageRow | undefined,
  reason: string,
): Promise<void> {
  const { ctx } = tx;
  await setAttempt(tx.sql, attempt.id, { state: 'failed', reason }, ctx.now);
  record(tx, 'page.failed', {
    incidentId: page?.incidentId ?? undefined,
    body: { pageId: attempt.pageId, attemptId: attempt.id, personId: attempt.personId, reason },
  });
  if (page?.state !== 'seeking' || page.step !== attempt.step) return;
  if (await askPerson(tx, page, attempt.step, attempt.personId)) return;
  const others = (await attemptsOf(tx.sql, [page.id])).some(
    ({ id, step, state }) => id !== attempt.id && step === attempt.step && state !== 'failed',
  );
  if (!others) setTimer(tx, 'escalate-page', page.id, { pageId: page.id, step: page.step }, { at: ctx.now });
}
