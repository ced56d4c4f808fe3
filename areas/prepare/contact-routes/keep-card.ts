import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { record } from '../../record.ts';
import { lockPerson } from '../contacts/index.ts';
import { mayRedirect } from '../contacts/rules.ts';
import { checkRoutes } from './check-routes.ts';
import { carriedOver } from './rules.ts';
import type { CardRewrite } from './schema.ts';
import { quietOf, replaceRoutes, routesOf, setQuiet } from './store.ts';

const BEYOND = {
  ja: '管理者と非常用アカウントの連絡手段は、本人または管理者のみ変更できます',
  en: 'Contact routes of administrators and break-glass accounts can be changed only by the person or an administrator',
};

/** Writes how a person is reached, in order; an address that stays keeps its proof. @throws Fault `conflict` when it is not what the writer had seen */
export async function keepCard(
  ctx: Context,
  personId: string,
  { seen, ...card }: CardRewrite,
): Promise<void> {
  permit(ctx, 'person.read');
  if (ctx.actor.personId !== personId) permit(ctx, 'person.manage');
  // Cards are ours alone: an outside party is reached by its entry among the parties.
  if (ctx.actor.outside) throw new Fault('forbidden');
  const wanted = checkRoutes(card.routes);
  await inTransaction(ctx, async (tx) => {
    const person = await lockPerson(tx.sql, personId);
    if (!person) throw new Fault('not-found');
    if (ctx.actor.personId !== personId && !mayRedirect(ctx.actor.permissions, person))
      throw new Fault('forbidden', { detail: BEYOND });
    const before = await routesOf(tx.sql, [personId]);
    const quiet = await quietOf(tx.sql, personId);
    holdToSeen(seen, { routes: before.map(({ kind, address, note }) => ({ kind, address, note })), quiet });
    const kept = carriedOver(before, wanted).map((route) => ({
      ...route,
      id: route.id ?? ctx.newId(),
    }));
    await replaceRoutes(tx.sql, ctx.orgId, personId, kept);
    await setQuiet(tx.sql, ctx.orgId, personId, card.quiet);
    // Addresses stay in the table, where they can be erased.
    record(tx, 'contact.routes-kept', { body: { personId, routes: kept.length } });
  });
}
