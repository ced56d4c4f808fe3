import { channelOfRoute } from '../../../channels/registry.ts';
import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { routesOf } from '../../prepare/contact-routes/index.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { channelsConfigured } from '../../sending/channels/index.ts';
import { makeLinks } from '../../sending/links/index.ts';
import { findMessage, putMessages } from '../../sending/outbox/index.ts';
import type { TimerBody } from '../../work.ts';
import { asAttempt, attemptsOf } from './attempts.ts';
import { LINK_HOURS, PAGE, PAGE_LINK, routesToTry } from './rules.ts';
import { answersOf, insertAttempt, lockPage, type PageRow } from './store.ts';

type Asked = Pick<PageRow, 'id' | 'incidentId' | 'waitSeconds'>;

/** Where a person can be reached now, in their own order; the address they sign in with comes last. */
async function triesFor(tx: Tx, personId: string) {
  const person = await findPerson(tx.sql, personId);
  // Who has left is reached by nothing.
  if (!person) return [];
  const routes = (await routesOf(tx.sql, [personId])).flatMap((route) => {
    const channel = channelOfRoute(route.kind)?.id;
    return channel ? { ...route, channel } : [];
  });
  const ways = routesToTry(routes, person.email, await channelsConfigured(tx.sql));
  const { name, language } = person;
  return ways.map((way) => ({ ...way, personId, name, language }));
}

/**
 * Asks one person by the first route that was not tried in this step; the next one follows if nothing comes of it.
 * @returns false where there is none
 */
export async function askPerson(tx: Tx, page: Asked, step: number, personId: string): Promise<boolean> {
  const { ctx } = tx;
  const tried = (await attemptsOf(tx.sql, [page.id])).filter(
    (each) => each.step === step && each.personId === personId,
  );
  const left = (await triesFor(tx, personId)).filter(
    ({ channel, address }) => !tried.some((each) => each.channel === channel && each.address === address),
  );
  const [next, ...others] = left;
  if (!next) return false;
  const id = ctx.newId();
  const { channel, address } = next;
  const once = [page.id, step, personId, channel, address].join(' ');
  // A wave of pages that go on to the next person holds up none that has reached nobody yet.
  const message = { ...next, id, about: page.id, incidentId: page.incidentId, once, first: step === 0 };
  // Asking twice is one attempt.
  if ((await putMessages(tx, PAGE, [message])).length === 0) return true;
  await insertAttempt(tx.sql, ctx.orgId, { id, pageId: page.id, step });
  await makeLinks(tx, PAGE_LINK, [{ ownerId: id, personId, until: ctx.now.add({ hours: LINK_HOURS }) }]);
  record(tx, 'page.attempted', {
    incidentId: page.incidentId ?? undefined,
    body: { pageId: page.id, attemptId: id, personId, channel, step },
  });
  // Accepted is not seen: each route has its share of the time, so that the last is tried before the next person is.
  if (others.length > 0) {
    const share = Math.floor((page.waitSeconds * 1_000) / (tried.length + left.length));
    const at = ctx.now.add({ milliseconds: share });
    setTimer(tx, 'next-route', `${page.id} ${step} ${personId}`, { attemptId: id }, { at });
  }
  return true;
}

/** Asks one person by every route left in this step, at once; where none was tried there is none that was passed over. */
export async function askByTheRest(tx: Tx, page: Asked, step: number, personId: string): Promise<void> {
  const before = (await attemptsOf(tx.sql, [page.id])).filter(
    (each) => each.step === step && each.personId === personId,
  );
  if (before.length === 0) return;
  const ways = await triesFor(tx, personId);
  for (const _ of ways) if (!(await askPerson(tx, page, step, personId))) return;
}

/** Timer: nothing came of a route, so the person is asked by their next one. */
export async function nextRoute(tx: Tx, { attemptId }: TimerBody<'next-route'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const message = await findMessage(tx.sql, attemptId);
  const attempt = message && (await asAttempt(tx.sql, message));
  const page = attempt && (await lockPage(tx.sql, attempt.pageId));
  if (!attempt || page?.state !== 'seeking' || page.step !== attempt.step) return;
  // Who has answered is not called again, also where more answers are wanted.
  if ((await answersOf(tx.sql, [page.id])).some(({ personId }) => personId === attempt.personId)) return;
  await askPerson(tx, page, attempt.step, attempt.personId);
}
