import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { estimatesOf } from '../plans/index.ts';
import { reportsOf } from './store.ts';
import { type REGIMES, seemsOwed } from './words.ts';

type Known = Pick<IncidentView, 'id' | 'drill' | 'situation'>;
type Regime = keyof typeof REGIMES;

/** Regimes that seem owed by what is known, whose clocks do not run and which nobody has ruled out. A drill owes nothing. */
export async function owedNow(trx: Transaction<Tables>, incident: Known): Promise<Regime[]> {
  const answered = new Set((await reportsOf(trx, incident.id)).map(({ regime }) => regime));
  return (await seemOwedIn(trx, incident)).filter((regime) => !answered.has(regime));
}

/** Reports that seem owed by what is known of an incident, whether somebody has begun or ruled them out or not. */
export async function seemOwedIn(
  trx: Transaction<Tables>,
  { id, drill, situation }: Known,
): Promise<Regime[]> {
  if (drill) return [];
  const { cause, personalData } = await estimatesOf(trx, id);
  return seemsOwed({ situation, cause, personalData });
}
