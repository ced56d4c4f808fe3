import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { JAPANESE_HOLIDAYS } from '../calendars/holidays.ts';
import { CALENDARS } from '../calendars/register.ts';
import { calendarOf, usualOf } from '../calendars/rules.ts';
import type { Calendar } from '../calendars/schema.ts';
import { findPeople } from '../contacts/index.ts';
import { readZone } from '../parties/index.ts';
import { readRegister } from '../registers/index.ts';
import { whoIsAway } from '../rosters/index.ts';
import { knownRosters } from '../rosters/roster-memory.ts';
import { onAt } from '../rosters/rules.ts';
import { CALL_TREES } from './register.ts';
import { type Question, type Resolved, resolveCalls } from './rules.ts';
import type { CallTree } from './schema.ts';

/** Who is to be called, by the organisation's own call trees (all of which come with it), calendars and rosters. */
export async function whomToCall(
  trx: Transaction<Tables>,
  orgId: string,
  question: Question,
): Promise<Resolved & { trees: readonly CallTree[]; isAway: (personId: string) => boolean }> {
  const trees = (await readRegister(trx, CALL_TREES)).map(({ entry }) => entry);
  const calendar = await bandCalendar(trx, question.site);
  const rosters = trees.length > 0 ? await knownRosters(trx, orgId, question.at) : [];
  const onDuty = (key: string): string[] => {
    const found = rosters.find(({ roster }) => roster.key === key);
    return found ? onAt(found.compiled, question.at) : [];
  };
  const named = trees.flatMap(({ steps, siteSteps }) =>
    [...siteSteps, ...steps].flatMap(({ personId, roster, deputyIds }) => [
      ...(personId === null ? [] : [personId]),
      ...(roster === null ? [] : onDuty(roster)),
      ...deputyIds,
    ]),
  );
  const away = await whoIsAway(trx, question.at);
  const here = new Set((await findPeople(trx, [...new Set(named)])).map(({ id }) => id));
  const world = {
    trees,
    calendar,
    holidays: JAPANESE_HOLIDAYS,
    onDuty,
    isHere: (id: string) => here.has(id),
    isAway: (id: string) => away.has(id),
  };
  return { ...resolveCalls(question, world), trees, isAway: world.isAway };
}

/** What says whether it is day, night or a holiday at a site; where nobody wrote a calendar, usual hours in our zone. */
export async function bandCalendar(trx: Transaction<Tables>, site: string | undefined): Promise<Calendar> {
  const calendars = (await readRegister(trx, CALENDARS)).map(({ entry }) => entry);
  return calendarOf(calendars, site) ?? usualOf(calendars, await readZone(trx));
}

/** Who is on by one roster at a moment. */
export async function rosterHolder(
  trx: Transaction<Tables>,
  orgId: string,
  key: string,
  at: Temporal.Instant,
): Promise<string | undefined> {
  const found = (await knownRosters(trx, orgId, at)).find(({ roster }) => roster.key === key);
  return found && onAt(found.compiled, at)[0];
}
