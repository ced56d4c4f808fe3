import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { knownRosters } from './roster-memory.ts';
import { gapsOfCover } from './rules.ts';

/** How many gaps each roster has over the next ninety days. */
export async function rosterCovers(
  trx: Transaction<Tables>,
  orgId: string,
  at: Temporal.Instant,
): Promise<{ key: string; name: string; gaps: number }[]> {
  const until = at.add({ hours: 90 * 24 });
  return (await knownRosters(trx, orgId, at)).map(({ roster, compiled }) => ({
    key: roster.key,
    name: roster.name,
    gaps: gapsOfCover(compiled, at, until).length,
  }));
}
