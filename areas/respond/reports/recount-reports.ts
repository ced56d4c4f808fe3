import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident } from '../incidents/index.ts';
import { regimeOf } from '../regimes/index.ts';
import { clocksOf } from '../regimes/rules.ts';
import { timesOf } from '../timeline/rules.ts';
import { momentsIn, momentsOf, sameTime, wentOf } from './rules.ts';
import { openReport, reclock } from './run-clock.ts';
import { reportOf } from './started-report.ts';
import { reportsOf, type StoredReport } from './store.ts';

/**
 * Timer: a time was stated anew; every clock that runs from it is counted from what is known now, and what waited for it
 * begins to run.
 */
export async function recountReports(tx: Tx, { incidentId }: TimerBody<'recount-reports'>): Promise<void> {
  permit(tx.ctx, 'room.write');
  const incident = await lockIncident(tx.sql, incidentId);
  if (!incident || incident.state === 'closed') return;
  const times = timesOf(await linesOfIncident(tx.sql, incidentId));
  const stated = Object.fromEntries(Object.entries(times).filter(([, time]) => time?.stated));
  const running = (await reportsOf(tx.sql, incidentId)).filter(({ number }) => number > 0);
  for (const [regime, ofOne] of Map.groupBy(running, (each) => each.regime))
    await recount(tx, { incidentId, regime, running: ofOne, stated });
}

async function recount(
  tx: Tx,
  {
    incidentId,
    regime,
    running,
    stated,
  }: {
    readonly incidentId: string;
    readonly regime: string;
    readonly running: readonly StoredReport[];
    readonly stated: Parameters<typeof momentsOf>[0];
  },
): Promise<void> {
  const [first] = running;
  if (!first) return;
  const document = await regimeOf(tx.sql, first);
  const known = { ...momentsIn(running), ...momentsOf(stated) };
  const wrongful = running.some((each) => each.wrongful);
  for (const clock of clocksOf(document, known, wrongful, wentOf(running))) {
    const { stage, fact, startsAt, dueAt } = clock;
    const report = running.find((each) => each.stage === stage && each.number === 1);
    if (!fact || !startsAt || !(fact in stated)) continue;
    if (!report) {
      // Nothing of what is not owed after all begins.
      if (running.every(({ state }) => state === 'notNeeded')) continue;
      const counted = { regime, edition: first.edition, document };
      const made = reportOf(tx.ctx, { incidentId, counted, clock, wrongful });
      if (made) await openReport(tx, made);
    } else if (
      report.state === 'due' &&
      report.clock === 'law' &&
      !(report.startsAt.equals(startsAt) && sameTime(report.dueAt, dueAt))
    )
      await reclock(tx, report, { startsAt, dueAt, clock: 'law' });
  }
}
