import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { regimeOf, regimesOf } from '../regimes/index.ts';
import type { ReportStage } from '../regimes/schema.ts';
import { reportsOf, type StoredReport } from './store.ts';

type Which = Pick<StoredReport, 'id' | 'regime' | 'edition' | 'stage'>;
interface InLine {
  readonly reportId: string;
  readonly regime: string;
  readonly edition: number;
  readonly name: Bilingual;
  readonly stage: ReportStage;
}

/** What every line about a report says of it: its regime is called as it was when it was opened, whatever comes after. */
export async function inLine(
  trx: Transaction<Tables>,
  { id, regime, edition, stage }: Which,
): Promise<InLine> {
  const { name } = await regimeOf(trx, { regime, edition });
  return { reportId: id, regime, edition, name, stage };
}

/** The reports of an incident, each with the name of its regime. */
export async function namedReportsOf(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<(StoredReport & { readonly name: Bilingual })[]> {
  const reports = await reportsOf(trx, incidentId);
  const of = await regimesOf(trx, reports);
  return reports.map((report) => ({ ...report, name: of(report).name }));
}
