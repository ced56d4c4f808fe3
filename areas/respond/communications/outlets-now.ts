import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Context } from '../../../database/transaction.ts';
import { keysThatStop } from '../../prepare/assets/index.ts';
import { OUTLETS } from '../../prepare/outlets/register.ts';
import type { Outlet } from '../../prepare/outlets/schema.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import { failedOf, failingAnywhere, findIncident, seenFailing } from '../incidents/index.ts';
import { downOf } from './rules.ts';

/** What an outlet is down by where only those may know who see that incident. */
const ELSEWHERE = { ja: 'ほかの停止中のシステム', en: 'another failed system' } as const;

/**
 * The organisation's outlets, each with what it needs and cannot have: by this incident, or by any other that goes on (C3-R6).
 * By one the caller may not see an outlet is down as well, without a word of what it is. A drill only knows its own.
 */
export async function outletsNow(
  ctx: Context,
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<(Outlet & { readonly down: string[] })[]> {
  const own = await failedOf(trx, incidentId);
  const drill = (await findIncident(trx, incidentId))?.drill ?? false;
  const anywhere = drill ? [] : await failingAnywhere(trx);
  const seen = await keysThatStop(trx, ctx.orgId, [...own, ...(await seenFailing(trx, anywhere))]);
  const failed = await keysThatStop(trx, ctx.orgId, [...own, ...anywhere]);
  return (await readRegister(trx, OUTLETS)).map(({ entry }) => {
    const down = downOf(entry.needs, failed);
    const told = downOf(entry.needs, seen);
    return { ...entry, down: down.length > told.length ? [...told, ELSEWHERE[ctx.language]] : told };
  });
}
