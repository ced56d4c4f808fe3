import type { Delivery, Message } from '../../../channels/channel.ts';
import { channelKind } from '../../../channels/registry.ts';
import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { derivedSecret, hashOf } from '../../../kernel/secret.ts';
import { enqueue, setTimer } from '../../enqueue.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { openChannel } from '../../sending/channels/index.ts';
import type { JobBody } from '../../work.ts';
import { composeMessage } from './compose-message.ts';
import { codeOf, jobOf, leavesAt, retryAfter, tellableReason, windowOf } from './rules.ts';
import {
  type AttemptRow,
  attemptsOf,
  findAttempt,
  lastSentTo,
  leaveBundle,
  lockAddress,
  lockAttempt,
  lockBundle,
  lockPage,
  MOST_IN_A_BUNDLE,
  type PageRow,
  readSettings,
  sentWithinHour,
  setAttempt,
  setSending,
  waitingFor,
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
  const asked = await findAttempt(tx.sql, attemptId);
  if (!asked) return undefined;
  await lockAddress(tx.sql, asked);
  const attempt = await lockAttempt(tx.sql, attemptId);
  if (!attempt) return undefined;
  if (attempt.state !== 'queued' && attempt.state !== 'sending') {
    await releaseOthers(tx, attemptId);
    return undefined;
  }
  // Another attempt's message carries this one.
  if (attempt.bundleId !== null && attempt.bundleId !== attemptId) return undefined;
  const page = await lockPage(tx.sql, attempt.pageId);
  if (attempt.used || (page?.state !== 'seeking' && page?.state !== 'exhausted')) {
    await setAttempt(tx.sql, attemptId, { state: 'failed', reason: 'page-ended' }, ctx.now);
    await releaseOthers(tx, attemptId);
    return undefined;
  }
  const settings = await readSettings(tx.sql);
  const gathers = settings.bundleSeconds > 0;
  if (gathers && attempt.tries === 0 && (await waits(tx, attempt, settings))) return undefined;
  // Without a window each message is one of its own; what it carried once it still carries.
  const waiting = gathers || attempt.bundleId !== null ? await waitingFor(tx.sql, attempt) : [];
  const others = waiting.slice(0, MOST_IN_A_BUNDLE);
  const [next] = waiting.slice(MOST_IN_A_BUNDLE);
  if (next) sendLater(tx, attempt, next.id, ctx.now.add({ seconds: 1 }));
  const opened = await openChannel(tx.sql, ctx.instance.secret, attempt.channel);
  const message = await messageOf(
    tx,
    attempt,
    page,
    others.map(({ subject }) => subject),
  );
  if (!opened || !message) {
    const reason = opened ? 'not-registered' : 'not-configured';
    await setAttempt(tx.sql, attemptId, { state: 'held', reason }, ctx.now);
    const body = { pageId: page.id, attemptId, personId: attempt.personId, reason };
    record(tx, 'page.held', { incidentId: page.incidentId ?? undefined, body });
    await releaseOthers(tx, attemptId);
    // It is known not to go: another way may.
    if (page.state === 'seeking' && page.step === attempt.step)
      await askPerson(tx, page, attempt.step, attempt.personId);
    return undefined;
  }
  await setSending(
    tx.sql,
    attempt,
    others.map(({ id }) => id),
    ctx.now,
  );
  return { settings: opened, message, channel: attempt.channel };
}

/** Something went to this address a moment ago: what follows waits and goes out together. */
async function waits(
  tx: Tx,
  attempt: AttemptRow,
  settings: Parameters<typeof windowOf>[0],
): Promise<boolean> {
  const bundleSeconds = windowOf(settings, await sentWithinHour(tx.sql, attempt, tx.ctx.now));
  const at = leavesAt(await lastSentTo(tx.sql, attempt), bundleSeconds, tx.ctx.now);
  if (Temporal.Instant.compare(at, tx.ctx.now) <= 0) return false;
  sendLater(tx, attempt, attempt.id, at);
  return true;
}

/** One timer for an address, whatever waits there. */
function sendLater(
  tx: Tx,
  { personId, channel, address }: AttemptRow,
  attemptId: string,
  at: Temporal.Instant,
): void {
  const key = hashOf(`${personId} ${channel} ${address}`).toString('hex');
  setTimer(tx, 'send-bundle', key, { attemptId }, { at });
}

/** The message that was to carry them is not sent (again): each goes its own way. */
async function releaseOthers(tx: Tx, leadId: string): Promise<void> {
  for (const { id: attemptId, channel } of await leaveBundle(tx.sql, leadId))
    enqueue(tx, jobOf(channel), { attemptId }, { at: tx.ctx.now });
}

async function messageOf(
  tx: Tx,
  attempt: AttemptRow,
  page: PageRow,
  others: readonly string[],
): Promise<Message | undefined> {
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
    others,
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
  const lead = await lockAttempt(tx.sql, attemptId);
  if (!lead) return;
  const wait = delivery.state === 'failed' ? retryAfter(lead.tries, delivery.tryAgain) : undefined;
  const bundle = await lockBundle(tx.sql, lead);
  for (const attempt of bundle) {
    // Answered while we were still talking to the mail server: the answer is the later and better news.
    if (attempt.state !== 'sending') continue;
    const page = await lockPage(tx.sql, attempt.pageId);
    if (delivery.state === 'accepted') {
      await setAttempt(tx.sql, attempt.id, { state: 'accepted', reason: delivery.reference }, ctx.now);
      record(tx, 'page.accepted', {
        incidentId: page?.incidentId ?? undefined,
        body: {
          pageId: attempt.pageId,
          attemptId: attempt.id,
          personId: attempt.personId,
          ...(bundle.length > 1 && { bundled: bundle.length - 1 }),
        },
      });
    } else if (wait === undefined) await failAttempt(tx, attempt, page, delivery.reason);
    else await setAttempt(tx.sql, attempt.id, { state: 'queued', reason: delivery.reason }, ctx.now);
  }
  if (wait !== undefined)
    setTimer(tx, 'retry-attempt', attemptId, { attemptId }, { at: ctx.now.add({ seconds: wait }) });
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
    body: {
      pageId: attempt.pageId,
      attemptId: attempt.id,
      personId: attempt.personId,
      reason: tellableReason(reason),
    },
  });
  if (attempt.used || page?.state !== 'seeking' || page.step !== attempt.step) return;
  if (await askPerson(tx, page, attempt.step, attempt.personId)) return;
  const others = (await attemptsOf(tx.sql, [page.id])).some(
    ({ id, step, state, used }) => id !== attempt.id && step === attempt.step && state !== 'failed' && !used,
  );
  if (!others) setTimer(tx, 'escalate-page', page.id, { pageId: page.id, step: page.step }, { at: ctx.now });
}
