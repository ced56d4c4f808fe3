import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import { JAPANESE_HOLIDAYS } from '../../calendars/holidays.ts';
import { USUAL_CALENDAR } from '../../calendars/schema.ts';
import { readRegister } from '../../registers/index.ts';
import { knownRosters } from '../../rosters/roster-memory.ts';
import { onAt } from '../../rosters/rules.ts';
import type { Cause } from '../schema.ts';
import { type Resolved, resolveCalls } from './rules.ts';

/** Who is to be called for a cause at a moment, by the organisation's own call trees, calendar and rosters. */
export async function whomToCall(
  trx: Transaction<Tables>,
  orgId: string,
  cause: Cause,
  at: Temporal.Instant,
): Promise<Resolved> {
  const trees = (await readRegister(trx, 'call-trees')).map(({ entry }) => entry);
  const calendars = await readRegister(trx, 'calendars');
  const calendar = calendars.find(({ key }) => key === 'usual')?.entry ?? USUAL_CALENDAR;
  const rosters = trees.length > 0 ? await knownRosters(trx, orgId, at) : [];
  return resolveCalls(trees, cause, at, calendar, JAPANESE_HOLIDAYS, (key) => {
    const found = rosters.find(({ roster }) => roster.key === key);
    return found ? onAt(found.compiled, at) : [];
  });
}
