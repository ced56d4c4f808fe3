import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { lockPerson } from '../contacts/index.ts';
import { proveRoute } from './prove-route.ts';
import { routesOf } from './store.ts';

/** Somebody else rang and was answered: nobody vouches for a route of their own. */
export async function verifyByHand(ctx: Context, personId: string, routeId: string): Promise<void> {
  permit(ctx, 'person.manage');
  if (ctx.actor.personId === personId)
    throw new Fault('forbidden', {
      detail: {
        ja: '自分の連絡手段の確認は、ほかの人に依頼してください',
        en: 'Ask someone else to verify your own route',
      },
    });
  await inTransaction(ctx, async (tx) => {
    await lockPerson(tx.sql, personId);
    const route = (await routesOf(tx.sql, [personId])).find(({ id }) => id === routeId);
    const { address = '' } = route ?? {};
    if (!(await proveRoute(tx, personId, { routeId, address }, 'hand'))) throw new Fault('not-found');
  });
}
