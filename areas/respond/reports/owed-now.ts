import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { estimatesOf } from '../plans/index.ts';
import { reportsOf } from './store.ts';
import { type REGIMES, seemsOwed } from './words.ts';

/** Regimes that seem owed by what is known, whose clocks do not run and which nobody has ruled out. A drill owes nothing. */
export async function owedNow(
  trx: Transaction<Tables>,
  { id, drill, situation }: Pick<IncidentView, 'id' | 'drill' | 'situation'>,
): Promise<(keyof typeof REGIMES)[]> {
  if (drill) return [];
  const answered = new Set((await reportsOf(trx, id)).map(({ regime }) => regime));
  const { cause, personalData } = await estimatesOf(trx, id);
  return seemsOwed({ situation, cause, personalData }).filter((regime) => !answered.has(regime));
}
