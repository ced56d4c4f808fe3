import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { estimatesOf } from '../plans/index.ts';
import { reportsOf } from './store.ts';
import { groundsOf, type REGIMES, seemsOwed } from './words.ts';

type Incident = Pick<IncidentView, 'id' | 'drill' | 'situation'>;
type Regime = keyof typeof REGIMES;

/** On what each regime seems owed by what is known now. */
export async function groundsNow(
  trx: Transaction<Tables>,
  { id, situation }: Pick<Incident, 'id' | 'situation'>,
): Promise<ReturnType<typeof groundsOf>> {
  const { cause, personalData } = await estimatesOf(trx, id);
  return groundsOf({ situation, cause, personalData });
}

/**
 * Regimes that seem owed by what is known, whose clocks do not run and which nobody has ruled out on these grounds: a leak
 * that was only possible then is asked about again when it is confirmed. A drill owes nothing.
 */
export async function owedNow(trx: Transaction<Tables>, incident: Incident): Promise<Regime[]> {
  const reports = await reportsOf(trx, incident.id);
  const owed = await seemOwedIn(trx, incident);
  const running = new Set(reports.filter(({ number }) => number > 0).map(({ regime }) => regime));
  const ruledOut = new Map(
    reports.filter(({ number }) => number === 0).map((each) => [each.regime, each.id]),
  );
  if (!owed.some((regime) => ruledOut.has(regime) && !running.has(regime)))
    return owed.filter((regime) => !running.has(regime));
  const grounds = await groundsNow(trx, incident);
  const lines = (await linesOfIncident(trx, incident.id)).filter(({ kind }) => kind === 'report.not-needed');
  return owed.filter((regime) => {
    if (running.has(regime)) return false;
    const reportId = ruledOut.get(regime);
    if (!reportId) return true;
    const then = lines.findLast(({ body }) => body['reportId'] === reportId)?.body['grounds'];
    return Array.isArray(then) && (grounds.get(regime) ?? []).some((ground) => !then.includes(ground));
  });
}

/** Reports that seem owed by what is known of an incident, whether somebody has begun or ruled them out or not. */
export async function seemOwedIn(
  trx: Transaction<Tables>,
  { id, drill, situation }: Incident,
): Promise<Regime[]> {
  if (drill) return [];
  const { cause, personalData } = await estimatesOf(trx, id);
  return seemsOwed({ situation, cause, personalData });
}
