import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Recent } from '../../../kernel/recent.ts';
import { JAPANESE_HOLIDAYS } from '../calendars/holidays.ts';
import { CALENDARS } from '../calendars/register.ts';
import type { Calendar } from '../calendars/schema.ts';
import { removedSince } from '../contacts/index.ts';
import { readZone } from '../parties/index.ts';
import { historyOf, readRegister } from '../registers/index.ts';
import { keptCalendars } from './kept-calendars.ts';
import { LEAVE, ROSTERS } from './register.ts';
import { type Absence, type Compiled, compileRoster, type World } from './rules.ts';
import type { Roster } from './schema.ts';

export interface KnownRoster {
  readonly roster: Roster;
  readonly calendar: Calendar;
  readonly world: World;
  readonly compiled: Compiled;
}

/** Leave as it was known at each moment: a version holds from when it was written until the next one was. */
async function absencesOf(trx: Transaction<Tables>): Promise<Absence[]> {
  const versions = await historyOf(trx, LEAVE);
  return versions.flatMap(({ key, entry, changedAt }, n): Absence[] => {
    const next = versions[n + 1];
    return entry === null
      ? []
      : [{ ...entry, since: changedAt, till: next?.key === key ? next.changedAt : undefined }];
  });
}

/** So far a roster is worked out beyond the moment that is asked about. */
const HORIZON = { days: 120 } as const;
const MOST_KEPT = 200;
const kept = new Recent<string, { readonly worked: string; readonly known: KnownRoster[] }>(MOST_KEPT);

/** Who stands in a roster and has left the organisation, and when, in a steady order. */
async function goneOf(
  trx: Transaction<Tables>,
  rosters: readonly Roster[],
): Promise<Map<string, Temporal.Instant>> {
  const named = new Set(
    rosters.flatMap(({ layers, overrides }) => [
      ...layers.flatMap(({ members }) => members.map(({ personId }) => personId)),
      ...overrides.flatMap(({ personId }) => personId ?? []),
    ]),
  );
  return removedSince(trx, [...named]);
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
    await readZone(trx),
    [...gone].map(([id, at]) => `${id} ${at}`),
    ...[rosters, calendars, leave].map((list) => list.map(({ key, version }) => `${key} ${version}`)),
  ]);
  const name = `${orgId} ${until}`;
  const before = kept.get(name);
  if (before?.worked === worked) return before.known;
  const absences = await absencesOf(trx);
  const calendarOf = await keptCalendars(trx);
  const known = rosters.map(({ entry }): KnownRoster => {
    const { now: calendar, earlier } = calendarOf(entry);
    const world = {
      calendar,
      earlier,
      holidays: JAPANESE_HOLIDAYS,
      leave: absences,
      gone,
    };
    return { roster: entry, calendar, world, compiled: compileRoster(entry, world, until) };
  });
  kept.set(name, { worked, known });
  return known;
}
