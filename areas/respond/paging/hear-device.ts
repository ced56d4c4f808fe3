import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { comesAfter } from './rules.ts';
import {
  type AttemptRow,
  attemptsOf,
  findPage,
  lockAttempt,
  lockBundle,
  lockPage,
  setAttempt,
} from './store.ts';

/** From the device a message was pushed to: it has it, or the person opened it. */
export async function hearDevice(
  ctx: Context,
  attemptId: string,
  heard: 'delivered' | 'seen',
): Promise<void> {
  permit(ctx, 'page.acknowledge');
  await inTransaction(ctx, async (tx) => {
    const lead = await lockAttempt(tx.sql, attemptId);
    if (!lead) throw new Fault('gone');
    for (const attempt of await lockBundle(tx.sql, lead)) await moveOn(tx, attempt, heard);
  });
}

/** From the console: the person has the page on their screen. */
export async function seePage(ctx: Context, pageId: string): Promise<void> {
  permit(ctx, 'page.acknowledge');
  await inTransaction(ctx, async (tx) => {
    if (!(await findPage(tx.sql, pageId))) throw new Fault('not-found');
    const own = (await attemptsOf(tx.sql, [pageId])).filter(
      ({ personId }) => personId === ctx.actor.personId,
    );
    // The attempt before its page, as everybody who hears of a message does.
    for (const { id } of own) {
      const attempt = await lockAttempt(tx.sql, id);
      if (attempt) await moveOn(tx, attempt, 'seen');
    }
  });
}

/** Told twice, or late: nothing goes back. */
export async function moveOn(
  tx: Tx,
  { id: attemptId, pageId, personId, state }: AttemptRow,
  heard: 'delivered' | 'seen',
): Promise<void> {
  if (!comesAfter(heard, state)) return;
  const page = await lockPage(tx.sql, pageId);
  await setAttempt(tx.sql, attemptId, { state: heard }, tx.ctx.now);
  record(tx, heard === 'seen' ? 'page.seen' : 'page.delivered', {
    incidentId: page?.incidentId ?? undefined,
    body: { pageId, attemptId, personId },
  });
}
