import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { type ListName, type ListView, MOST_VIEWS } from './schema.ts';
import { dropView, lockViews, putView, viewsOf } from './store.ts';
import { TOO_MANY } from './words.ts';

/** Whose views these are: a person's own, whichever device or key asks. */
function ownOf({ orgId, actor }: Context, list: ListName) {
  if (actor.personId === undefined) throw new Fault('forbidden');
  return { orgId, personId: actor.personId, list };
}

export async function readViews(ctx: Context, list: ListName): Promise<ListView[]> {
  permit(ctx, 'account.own');
  const own = ownOf(ctx, list);
  return reading(ctx, (trx) => viewsOf(trx, own));
}

/** Saves a way of looking at a list under a name; one of that name is replaced. */
export async function keepView(ctx: Context, list: ListName, view: ListView): Promise<void> {
  permit(ctx, 'account.own');
  const own = ownOf(ctx, list);
  await inTransaction(ctx, async (tx) => {
    await lockViews(tx.sql, own);
    const others = (await viewsOf(tx.sql, own)).filter(({ name }) => name !== view.name);
    if (others.length >= MOST_VIEWS) throw new Fault('conflict', { detail: TOO_MANY });
    await putView(tx.sql, own, view, ctx.now);
    record(tx, 'account.view-kept', { body: { personId: own.personId, list } });
  });
}

/** One that is not there is gone already. */
export async function removeView(ctx: Context, list: ListName, name: string): Promise<void> {
  permit(ctx, 'account.own');
  const own = ownOf(ctx, list);
  await inTransaction(ctx, async (tx) => {
    if (await dropView(tx.sql, own, name))
      record(tx, 'account.view-removed', { body: { personId: own.personId, list } });
  });
}
