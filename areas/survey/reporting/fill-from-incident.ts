import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { assetNames } from '../../prepare/assets/index.ts';
import { systemsOf } from '../../respond/incidents/index.ts';
import type { IncidentView } from '../../respond/incidents/schema.ts';
import { tasksOf } from '../../respond/tasks/index.ts';
import { timesOf } from '../../respond/timeline/rules.ts';
import { MOST, REPORT_PRECISIONS, type ReportDraft } from '../content/schema.ts';

type Field = NonNullable<NonNullable<ReportDraft['times']>['occurred']>;

const precisionOf = (precision: string) =>
  REPORT_PRECISIONS.find((each) => each === precision) ?? ('about' as const);

/** What the record of an incident tells of a report; what it does not tell stays open, for a person to say. */
export async function fillFromIncident(
  trx: Transaction<Tables>,
  { id: incidentId, title }: Pick<IncidentView, 'id' | 'title'>,
  zone: string,
): Promise<ReportDraft> {
  const times = timesOf(await linesOfIncident(trx, incidentId));
  const timeOf = (time: { readonly at: Temporal.Instant; readonly precision: string } | undefined): Field =>
    time
      ? { is: 'value', value: { at: time.at.toString(), precision: precisionOf(time.precision), zone } }
      : { is: 'notStated' };
  const keys = (await systemsOf(trx, incidentId)).map(({ asset }) => asset);
  const names = await assetNames(trx, keys);
  const done = (await tasksOf(trx, incidentId)).filter(({ state }) => state === 'done');
  return {
    title,
    times: {
      occurred: timeOf(times.occurred),
      noticed: timeOf(times.noticed),
      recognised: timeOf(times.recognised),
      judged: timeOf(times.judgedSignificant),
      restored: timeOf(times.restored),
    },
    systems: keys
      .slice(0, MOST.systems)
      .map((key, index) => ({ id: `y${index + 1}`, name: names.get(key) ?? key })),
    steps: done.slice(0, MOST.steps).map(({ title, endedAt }, index) => ({
      id: `s${index + 1}`,
      text: title,
      time: timeOf(endedAt ? { at: endedAt, precision: 'minute' } : undefined),
    })),
  };
}
