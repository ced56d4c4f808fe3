import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { knownRosters } from './roster-memory.ts';
import type { BrokenOverride } from './schema.ts';

/** Overrides and swaps from now on that a person was to take and does not: they have left, or are away. */
export async function brokenOverrides(
  trx: Transaction<Tables>,
  orgId: string,
  at: Temporal.Instant,
  personId: string,
): Promise<BrokenOverride[]> {
  return (await knownRosters(trx, orgId, at)).flatMap(({ roster, compiled }) =>
    compiled.fallen
      .filter((each) => each.personId === personId && Temporal.Instant.compare(each.end, at) > 0)
      .map(({ layer, start, end }) => ({
        roster: roster.name,
        layer: roster.layers[layer]?.name ?? '',
        from: start.toString(),
        until: end.toString(),
      })),
  );
}
