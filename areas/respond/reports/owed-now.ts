import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import type { IncidentView } from '../incidents/schema.ts';
import { estimatesOf } from '../plans/index.ts';
import { regimesNow } from '../regimes/index.ts';
import { groundsOf } from '../regimes/rules.ts';
import { reportsOf } from './store.ts';

type Incident = Pick<IncidentView, 'id' | 'drill' | 'situation'>;

/** On what each regime seems owed by what is known now; in the order of the regimes. */
export async function groundsNow(
  trx: Transaction<Tables>,
  { id, situation }: Pick<Incident, 'id' | 'situation'>,
): Promise<ReturnType<typeof groundsOf>> {
  const { cause, personalData } = await estimatesOf(trx, id);
  const inForce = (await regimesNow(trx)).filter(({ ended }) => !ended);
  return groundsOf(inForce, { situation, cause, personalData });
}

/**
 * Regimes that seem owed by what is known, whose clocks do not run and which nobody has ruled out on these grounds: a leak
 * that was only possible then is asked about again when it is confirmed. A drill owes nothing.
 */
export async function owedNow(trx: Transaction<Tables>, incident: Incident): Promise<string[]> {
  if (incident.drill) return [];
  const reports = await reportsOf(trx, incident.id);
  const grounds = await groundsNow(trx, incident);
  const running = new Set(reports.filter(({ number }) => number > 0).map(({ regime }) => regime));
  const ruledOut = new Map(
    reports.filter(({ number }) => number === 0).map((each) => [each.regime, each.id]),
  );
  const asked = [...grounds].filter(([regime]) => !running.has(regime));
  const lines = asked.some(([regime]) => ruledOut.has(regime))
    ? (await linesOfIncident(trx, incident.id)).filter(({ kind }) => kind === 'report.not-needed')
    : [];
  return asked.flatMap(([regime, now]) => {
    const reportId = ruledOut.get(regime);
    if (!reportId) return [regime];
    const then = lines.findLast(({ body }) => body['reportId'] === reportId)?.body['grounds'];
    return Array.isArray(then) && now.some((ground) => !then.includes(ground)) ? [regime] : [];
  });
}

/** Reports that seem owed by what is known of an incident, whether somebody has begun or ruled them out or not. */
export const seemOwedIn = async (trx: Transaction<Tables>, incident: Incident): Promise<string[]> =>
  incident.drill ? [] : [...(await groundsNow(trx, incident)).keys()];
