import type { Tx } from '../../../database/transaction.ts';
import { cancelTimer, setTimeOut, setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { regimeOf } from '../regimes/index.ts';
import { remindersOf } from '../regimes/rules.ts';
import { endMatter } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { inLine } from './in-line.ts';
import { insertReport, lockReport, restart, type StoredReport } from './store.ts';

export async function openReport(
  tx: Tx,
  made: Omit<Parameters<typeof insertReport>[2], 'id'>,
): Promise<string> {
  const id = tx.ctx.newId();
  await insertReport(tx.sql, tx.ctx.orgId, { ...made, id });
  await setReminder(tx, { ...made, id });
  record(tx, 'report.opened', {
    incidentId: made.incidentId,
    body: {
      ...(await inLine(tx.sql, { ...made, id })),
      startFact: made.startFact,
      dueAt: made.dueAt?.toString() ?? null,
    },
  });
  return id;
}

/** Its clock runs otherwise from now on. @returns false where it went out or was dropped since it was read */
export async function reclock(
  tx: Tx,
  report: StoredReport,
  clock: Parameters<typeof restart>[2],
): Promise<boolean> {
  const { id, incidentId, startFact } = report;
  const { startsAt, dueAt } = clock;
  if ((await lockReport(tx.sql, id))?.state !== 'due') return false;
  await restart(tx.sql, id, clock);
  // What was raised about the old time is raised again about the new one.
  await endMatter(tx, incidentId, matterOf.report(id));
  if (dueAt) await setReminder(tx, { ...report, startsAt, dueAt });
  else await cancelTimer(tx, 'remind-report', id);
  const body = { ...(await inLine(tx.sql, report)), startFact, dueAt: dueAt?.toString() ?? null };
  record(tx, 'report.opened', { incidentId, body });
  return true;
}

/** When somebody is to be reminded of a report, in order. */
export async function remindersFor(
  tx: Tx,
  {
    regime,
    edition,
    stage,
    startsAt,
    dueAt,
  }: Pick<StoredReport, 'regime' | 'edition' | 'stage' | 'startsAt'> & {
    readonly dueAt: Temporal.Instant;
  },
): Promise<Temporal.Instant[]> {
  const { deadlines } = await regimeOf(tx.sql, { regime, edition });
  return remindersOf(deadlines.find((each) => each.stage === stage)?.reminders ?? null, startsAt, dueAt);
}

async function setReminder(
  tx: Tx,
  { dueAt, ...report }: Pick<StoredReport, 'id' | 'regime' | 'edition' | 'stage' | 'startsAt' | 'dueAt'>,
): Promise<void> {
  if (!dueAt) return;
  const due = Temporal.Instant.compare(dueAt, tx.ctx.now) > 0;
  // Still to be submitted in time, it is reminded of, though the hour for that is gone.
  const set = due ? setTimer : setTimeOut;
  const [first = dueAt] = await remindersFor(tx, { ...report, dueAt });
  await set(tx, 'remind-report', report.id, { reportId: report.id }, { at: first });
}
