import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Recent } from '../../../kernel/recent.ts';
import { JAPANESE_HOLIDAYS } from '../calendars/holidays.ts';
import { CALENDARS } from '../calendars/register.ts';
import { type Calendar, USUAL_CALENDAR } from '../calendars/schema.ts';
import { findPeople } from '../contacts/index.ts';
import { readRegister } from '../registers/index.ts';
import { LEAVE, ROSTERS } from './register.ts';
import { type Compiled, compileRoster } from './rules.ts';
import type { Roster } from './schema.ts';

export interface KnownRoster {
  readonly roster: Roster;
  readonly calendar: Calendar;
  readonly compiled: Compiled;
}

/** So far a roster is worked out beyond the moment that is asked about. */
const HORIZON = { days: 120 } as const;
const MOST_KEPT = 200;
const kept = new Recent<string, { readonly worked: string; readonly known: KnownRoster[] }>(MOST_KEPT);

/** Who stands in a roster and has left the organisation, in a steady order. */
async function goneOf(trx: Transaction<Tables>, rosters: readonly Roster[]): Promise<string[]> {
  const named = new Set(
    rosters.flatMap(({ layers, overrides }) => [
      ...layers.flatMap(({ members }) => members.map(({ personId }) => personId)),
      ...overrides.flatMap(({ personId }) => personId ?? []),
    ]),
  );
  for (const { id } of await findPeople(trx, [...named])) named.delete(id);
  return [...named].sort();
}

/**
 * Every roster of the organisation, worked out. What it is worked out from (versions and the day) names the result, so a
 * change or a new day works it out anew, and any other question costs a look-up.
 */
export async function knownRosters(
  trx: Transaction<Tables>,
  orgId: string,
  at: Temporal.Instant,
): Promise<KnownRoster[]> {
  const rosters = await readRegister(trx, ROSTERS);
  const calendars = await readRegister(trx, CALENDARS);
  const leave = await readRegister(trx, LEAVE);
  const until = at.toZonedDateTimeISO('UTC').toPlainDate().add(HORIZON);
  const gone = await goneOf(
    trx,
    rosters.map(({ entry }) => entry),
  );
  const worked = JSON.stringify([
    ...gone,
    ...[rosters, calendars, leave].map((list) => list.map(({ key, version }) => `${key} ${version}`)),
  ]);
  const name = `${orgId} ${until}`;
  const before = kept.get(name);
  if (before?.worked === worked) return before.known;
  const known = rosters.map(({ entry }): KnownRoster => {
    const calendar = calendars.find(({ key }) => key === entry.calendar)?.entry ?? USUAL_CALENDAR;
    const world = {
      calendar,
      holidays: JAPANESE_HOLIDAYS,
      leave: leave.map((each) => each.entry),
      gone: new Set(gone),
    };
    return { roster: entry, calendar, compiled: compileRoster(entry, world, until) };
  });
  kept.set(name, { worked, known });
  return known;
}
