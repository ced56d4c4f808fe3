import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Context } from '../../../database/transaction.ts';
import { keysThatStop } from '../../prepare/assets/index.ts';
import { OUTLETS } from '../../prepare/outlets/register.ts';
import type { Outlet } from '../../prepare/outlets/schema.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import { systemsOf } from '../incidents/index.ts';
import { FAILED } from '../incidents/schema.ts';
import { downOf } from './rules.ts';

/** The organisation's outlets, each with what it needs and cannot have in this incident (C3-R6). */
export async function outletsNow(
  ctx: Context,
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<(Outlet & { readonly down: string[] })[]> {
  const marked = (await systemsOf(trx, incidentId))
    .filter(({ state }) => FAILED.includes(state))
    .map(({ asset }) => asset);
  const failed = await keysThatStop(trx, ctx.orgId, marked);
  return (await readRegister(trx, OUTLETS)).map(({ entry }) => ({
    ...entry,
    down: downOf(entry.needs, failed),
  }));
}
