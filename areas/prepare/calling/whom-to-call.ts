import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { JAPANESE_HOLIDAYS } from '../calendars/holidays.ts';
import { type Calendar, USUAL_CALENDAR } from '../calendars/schema.ts';
import { findPeople } from '../contacts/index.ts';
import type { CallTree, Cause } from '../contacts/schema.ts';
import { readOrganisation } from '../parties/index.ts';
import { readRegister } from '../registers/index.ts';
import { knownRosters } from '../rosters/roster-memory.ts';
import { onAt } from '../rosters/rules.ts';
import { type Resolved, resolveCalls } from './rules.ts';

/** Who is to be called for a cause at a moment, by the organisation's own call trees (all of which come with it), calendar and rosters. */
export async function whomToCall(
  trx: Transaction<Tables>,
  orgId: string,
  cause: Cause,
  at: Temporal.Instant,
): Promise<Resolved & { trees: readonly CallTree[] }> {
  const trees = (await readRegister(trx, 'call-trees')).map(({ entry }) => entry);
  const calendars = await readRegister(trx, 'calendars');
  const calendar = await bandCalendar(trx, calendars);
  const rosters = trees.length > 0 ? await knownRosters(trx, orgId, at) : [];
  const onDuty = (key: string): string[] => {
    const found = rosters.find(({ roster }) => roster.key === key);
    return found ? onAt(found.compiled, at) : [];
  };
  const named = trees.flatMap(({ steps }) =>
    steps.flatMap(({ personId, roster, deputyIds }) => [
      ...(personId === null ? [] : [personId]),
      ...(roster === null ? [] : onDuty(roster)),
      ...deputyIds,
    ]),
  );
  const here = new Set((await findPeople(trx, [...new Set(named)])).map(({ id }) => id));
  const resolved = resolveCalls(trees, cause, at, calendar, JAPANESE_HOLIDAYS, onDuty, (id) => here.has(id));
  return { ...resolved, trees };
}

/** What says whether it is day, night or a holiday: the calendar `usual`, or the only one; else usual hours here. */
export async function bandCalendar(
  trx: Transaction<Tables>,
  calendars: readonly { key: string; entry: Calendar }[],
): Promise<Calendar> {
  const [only, ...others] = calendars;
  const named = calendars.find(({ key }) => key === 'usual') ?? (others.length === 0 ? only : undefined);
  if (named) return named.entry;
  return { ...USUAL_CALENDAR, timeZone: (await readOrganisation(trx))?.timeZone ?? USUAL_CALENDAR.timeZone };
}
