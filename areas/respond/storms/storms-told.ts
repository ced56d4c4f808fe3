import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Language } from '../../../kernel/language.ts';
import { listStorms } from './store.ts';
import { toldOf } from './words.ts';

/** What open storms have collected, in a line each, by their incidents; nothing for what is no storm. */
export async function stormsTold(
  trx: Transaction<Tables>,
  incidentIds: readonly string[],
  language: Language,
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, string>> {
  if (incidentIds.length === 0) return new Map();
  const storms = await listStorms(trx, now, incidentIds);
  return new Map(storms.map((storm) => [storm.incidentId, toldOf(storm, language)]));
}
