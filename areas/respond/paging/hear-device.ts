import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hear, lockMessage, moveMessages } from '../../sending/outbox/index.ts';
import { attemptsOf } from './attempts.ts';
import { pageCaller, turned } from './page-caller.ts';
import { PAGE } from './rules.ts';
import { findPage } from './store.ts';

/** From the device a message was pushed to: it has it, or the person opened it. */
export async function hearDevice(
  ctx: Context,
  attemptId: string,
  heard: 'delivered' | 'seen',
): Promise<void> {
  permit(ctx, 'page.acknowledge');
  const event = heard === 'seen' ? 'see' : 'deliver';
  await inTransaction(ctx, (tx) => hear(tx, { [PAGE.name]: pageCaller }, attemptId, { event }));
}

/** From the console: the person has the page on their screen. */
export async function seePage(ctx: Context, pageId: string): Promise<void> {
  permit(ctx, 'page.acknowledge');
  await inTransaction(ctx, async (tx) => {
    if (!(await findPage(tx.sql, pageId))) throw new Fault('not-found');
    const own = (await attemptsOf(tx.sql, [pageId])).filter(
      ({ personId }) => personId === ctx.actor.personId,
    );
    for (const { id } of own) await see(tx, id);
  });
}

/** The message before its page, as everybody who hears of a message does. */
async function see(tx: Tx, id: string): Promise<void> {
  await lockMessage(tx.sql, id);
  const [seen] = await moveMessages(tx.sql, [id], 'see', tx.ctx.now);
  if (seen) await turned(tx, seen, { event: 'see' });
}
