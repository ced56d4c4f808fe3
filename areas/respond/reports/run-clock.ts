import type { Tx } from '../../../database/transaction.ts';
import { cancelTimer, setTimeOut, setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { endMatter } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { remindAt } from './rules.ts';
import { insertReport, lockReport, restart, type StoredReport } from './store.ts';

export async function openReport(
  tx: Tx,
  made: Omit<Parameters<typeof insertReport>[2], 'id'>,
): Promise<string> {
  const id = tx.ctx.newId();
  await insertReport(tx.sql, tx.ctx.orgId, { ...made, id });
  await setReminder(tx, id, made.startsAt, made.dueAt);
  record(tx, 'report.opened', {
    incidentId: made.incidentId,
    body: {
      reportId: id,
      regime: made.regime,
      stage: made.stage,
      startFact: made.startFact,
      dueAt: made.dueAt?.toString() ?? null,
    },
  });
  return id;
}

/** Its clock runs otherwise from now on. @returns false where it went out or was dropped since it was read */
export async function reclock(
  tx: Tx,
  { id, incidentId, regime, stage, startFact }: StoredReport,
  { startsAt, dueAt, clock }: Parameters<typeof restart>[2],
): Promise<boolean> {
  if ((await lockReport(tx.sql, id))?.state !== 'due') return false;
  await restart(tx.sql, id, { startsAt, dueAt, clock });
  // What was raised about the old time is raised again about the new one.
  await endMatter(tx, incidentId, matterOf.report(id));
  if (dueAt) await setReminder(tx, id, startsAt, dueAt);
  else await cancelTimer(tx, 'remind-report', id);
  const body = { reportId: id, regime, stage, startFact, dueAt: dueAt?.toString() ?? null };
  record(tx, 'report.opened', { incidentId, body });
  return true;
}

async function setReminder(
  tx: Tx,
  id: string,
  startsAt: Temporal.Instant,
  dueAt: Temporal.Instant | null,
): Promise<void> {
  if (!dueAt) return;
  const due = Temporal.Instant.compare(dueAt, tx.ctx.now) > 0;
  // Still to be submitted in time, it is reminded of, though the hour for that is gone.
  const set = due ? setTimer : setTimeOut;
  await set(tx, 'remind-report', id, { reportId: id }, { at: remindAt(startsAt, dueAt) });
}
