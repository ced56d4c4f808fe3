import { channelOfRoute } from '../../../channels/registry.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockPerson } from '../contacts/index.ts';
import { checkRoutes } from './check-routes.ts';
import { sameDevice } from './rules.ts';
import type { DeviceMoved } from './schema.ts';
import { replaceRoutes, routesOf } from './store.ts';

/**
 * A browser handed out another address for the device it runs on, and says so: the caller's route goes on under it, in its
 * place and with its proof, for it is the same device in the same hand.
 */
export async function moveDevice(ctx: Context, { from, to }: DeviceMoved): Promise<void> {
  permit(ctx, 'account.own');
  const { personId, outside } = ctx.actor;
  if (!personId || outside) throw new Fault('forbidden');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockPerson(tx.sql, personId))) throw new Fault('not-found');
    const before = await routesOf(tx.sql, [personId]);
    const moved = before.find(
      ({ kind, address }) => channelOfRoute(kind)?.route.input === 'device' && sameDevice(address, from),
    );
    if (!moved) throw new Fault('not-found');
    checkRoutes([{ kind: moved.kind, address: to, note: moved.note }]);
    await replaceRoutes(
      tx.sql,
      ctx.orgId,
      personId,
      before.map((route) => (route === moved ? { ...route, address: to } : route)),
    );
    record(tx, 'contact.routes-kept', { body: { personId, routes: before.length } });
  });
}
