import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { channelsConfigured } from '../../sending/channels/index.ts';
import { findOperator } from '../operators/index.ts';
import { otherRoutes, type Route } from './rules.ts';

/** By which a code may go now; why there is none, where there is none. */
export async function routesNow(
  trx: Transaction<Tables>,
  operatorId: string,
  linkAddress: string,
): Promise<{ readonly routes: readonly Route[]; readonly none?: 'one-route' | 'no-channel' }> {
  const operator = await findOperator(trx, operatorId);
  const registered = otherRoutes(operator?.contacts ?? [], linkAddress);
  if (registered.length === 0) return { routes: [], none: 'one-route' };
  const configured = await channelsConfigured(trx);
  const routes = registered.filter(({ channel }) => configured.has(channel));
  return { routes, ...(routes.length === 0 && { none: 'no-channel' }) };
}
