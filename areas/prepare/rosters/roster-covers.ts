import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { gapsOfCover, gapsOfLayers } from './cover.ts';
import { knownRosters } from './roster-memory.ts';
import { membersFrom } from './rules.ts';

/** What is not covered of each roster over the next ninety days: gaps, turns nobody takes, overrides fallen away. */
export async function rosterCovers(
  trx: Transaction<Tables>,
  orgId: string,
  at: Temporal.Instant,
): Promise<{ key: string; name: string; gaps: number; fallen: number; people: string[] }[]> {
  const until = at.add({ hours: 90 * 24 });
  return (await knownRosters(trx, orgId, at)).map(({ roster, calendar, world, compiled }) => ({
    key: roster.key,
    name: roster.name,
    gaps:
      gapsOfCover(compiled, at, until).length +
      gapsOfLayers(compiled, at, until).filter(({ kind }) => kind === 'nobody').length,
    people: membersFrom(roster, at.toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString()).filter(
      (id) => !world.gone.has(id),
    ),
    fallen: compiled.fallen.filter(({ end }) => Temporal.Instant.compare(end, at) > 0).length,
  }));
}
