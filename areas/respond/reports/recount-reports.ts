import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import type { TimerBody } from '../../work.ts';
import { timesOf } from '../timeline/rules.ts';
import type { TimeName } from '../timeline/schema.ts';
import { reclock } from './run-clock.ts';
import { reportsOf } from './store.ts';

/** Timer: a time was stated anew; every clock that runs from it runs from what is known now, as long as it had. */
export async function recountReports(tx: Tx, { incidentId }: TimerBody<'recount-reports'>): Promise<void> {
  permit(tx.ctx, 'room.write');
  const times = timesOf(await linesOfIncident(tx.sql, incidentId));
  for (const report of await reportsOf(tx.sql, incidentId)) {
    const { startFact, startsAt, dueAt, state, clock } = report;
    const now = times[startFact as TimeName];
    if (state !== 'due' || clock !== 'law' || !now?.stated || now.at.equals(startsAt)) continue;
    const moved = dueAt && now.at.add({ milliseconds: dueAt.epochMilliseconds - startsAt.epochMilliseconds });
    await reclock(tx, report, { startsAt: now.at, dueAt: moved, clock });
  }
}
