import { channelOfRoute } from '../../../channels/registry.ts';
import type { Tx } from '../../../database/transaction.ts';
import { record } from '../../record.ts';
import { lapseElsewhere, lockDevice, routesOf, setVerified } from './store.ts';

/**
 * Somebody was reached by a route. A device is in one hand: whoever else had been reached by it is not any more, and
 * nobody is called on a telephone that has gone to a colleague. In the caller's transaction, which has locked the person.
 * @returns false where the person has no such route with this address
 */
export async function proveRoute(
  tx: Tx,
  personId: string,
  { routeId, address }: { readonly routeId: string; readonly address: string },
  by: 'link' | 'hand',
): Promise<boolean> {
  const route = (await routesOf(tx.sql, [personId])).find(({ id }) => id === routeId);
  const device = route !== undefined && channelOfRoute(route.kind)?.route.input === 'device';
  if (device) await lockDevice(tx.sql, tx.ctx.orgId, route);
  if (!route || !(await setVerified(tx.sql, routeId, address, tx.ctx.now))) return false;
  record(tx, 'contact.route-verified', { body: { personId, routeId, by } });
  if (!device) return true;
  for (const lapsed of await lapseElsewhere(tx.sql, route))
    record(tx, 'contact.route-lapsed', {
      body: { personId: lapsed.personId, routeId: lapsed.id, why: 'elsewhere' },
    });
  return true;
}
