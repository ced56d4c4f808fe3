import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { derivedSecret, hashOf } from '../../../kernel/secret.ts';
import { setTimer } from '../../enqueue.ts';
import { routesOf } from '../../prepare/contact-routes/index.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { channelsConfigured } from '../../sending/channels/index.ts';
import type { TimerBody } from '../../work.ts';
import { LINK_HOURS, routesToTry, type Try } from './rules.ts';
import { attemptsOf, insertAttempt, lockAttempt, lockPage, type PageRow } from './store.ts';

/** The purpose under which the links of attempts are derived from the instance's secret. */
export const LINK_PURPOSE = 'acknowledge';

type Asked = Pick<PageRow, 'id' | 'incidentId' | 'waitSeconds'>;

/** Where a person can be reached now, in their own order; the address they sign in with comes last. */
async function triesFor(tx: Tx, personId: string): Promise<Try[]> {
  const person = await findPerson(tx.sql, personId);
  const routes = await routesOf(tx.sql, [personId]);
  return routesToTry(routes, person?.email ?? '', await channelsConfigured(tx.sql));
}

/** Asks one person by the first route that was not tried in this step; the next one follows if nothing comes of it. */
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
  const attempt = {
    id,
    pageId: page.id,
    step,
    personId,
    ...next,
    linkHash: hashOf(derivedSecret(ctx.instance.secret, LINK_PURPOSE, id)),
  };
  if (!(await insertAttempt(tx.sql, ctx.orgId, attempt, ctx.now, ctx.now.add({ hours: LINK_HOURS }))))
    return false;
  record(tx, 'page.attempted', {
    incidentId: page.incidentId ?? undefined,
    body: { pageId: page.id, attemptId: id, personId, channel: next.channel, step },
  });
  // Accepted is not seen: each route has its share of the time, so that the last is tried before the next person is.
  if (others.length > 0) {
    const share = Math.floor((page.waitSeconds * 1_000) / (tried.length + left.length));
    const at = ctx.now.add({ milliseconds: share });
    setTimer(tx, 'next-route', `${page.id} ${step} ${personId}`, { attemptId: id }, { at });
  }
  return true;
}

/** Timer: nothing came of a route, so the person is asked by their next one. */
export async function nextRoute(tx: Tx, { attemptId }: TimerBody<'next-route'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const attempt = await lockAttempt(tx.sql, attemptId);
  const page = attempt && (await lockPage(tx.sql, attempt.pageId));
  // Who has answered is not called again, also where more answers are wanted.
  if (!attempt || attempt.used || page?.state !== 'seeking' || page.step !== attempt.step) return;
  await askPerson(tx, page, attempt.step, attempt.personId);
}
