import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident } from '../incidents/index.ts';
import { STAGE_WORDS } from '../regimes/words.ts';
import { endMatter, raiseTask } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { inLine } from './in-line.ts';
import { nextLook, remindAgain } from './rules.ts';
import { remindersFor } from './run-clock.ts';
import { findReport, lockReport, markOverdue, markReminded } from './store.ts';

/** Timer: a report is due soon, or was due, and has not gone out: somebody is told, first in time and then that it is late. */
export async function remindReport(tx: Tx, { reportId }: TimerBody<'remind-report'>): Promise<void> {
  permit(tx.ctx, 'room.write');
  const known = await findReport(tx.sql, reportId);
  if (!known) return;
  const incident = await lockIncident(tx.sql, known.incidentId);
  const report = await lockReport(tx.sql, reportId);
  if (report?.state !== 'due' || !report.dueAt) return;
  const { incidentId, stage, dueAt, remindedAt } = report;
  const { now } = tx.ctx;
  const late = Temporal.Instant.compare(dueAt, now) <= 0;
  const told = await inLine(tx.sql, report);
  const body = { ...told, dueAt: dueAt.toString() };
  const reminders = await remindersFor(tx, { ...report, dueAt });
  const again = remindedAt !== null && remindAgain(reminders, remindedAt, now);
  if (late) {
    if (!(await markOverdue(tx.sql, reportId, now))) return;
    record(tx, 'report.overdue', { incidentId, body });
  } else {
    setTimer(tx, 'remind-report', reportId, { reportId }, { at: nextLook(reminders, dueAt, now) });
    if (remindedAt && !again) return;
    await markReminded(tx.sql, reportId, now);
    record(tx, 'report.due-soon', { incidentId, body });
  }
  if (!incident || incident.state === 'closed') return;
  const matter = matterOf.report(reportId);
  // Of what was somebody's already they are told anew.
  if (late || again) await endMatter(tx, incidentId, matter);
  const { name } = told;
  const words = STAGE_WORDS[stage];
  await raiseTask(tx, incidentId, {
    matter,
    // That it is late is told by itself.
    onTimeout: late ? 'escalate' : 'goOn',
    title: late
      ? {
          ja: `期限超過：${name.ja} ${words.ja}の提出`,
          en: `Overdue: submit the ${words.en} to ${name.en}`,
        }
      : {
          ja: `期限間近：${name.ja} ${words.ja}の提出`,
          en: `Due soon: submit the ${words.en} to ${name.en}`,
        },
    roles: ['reporting', 'recorder'],
    // Until it is due; once it is late, at once.
    minutes: late ? 30 : Math.max(1, Math.floor(dueAt.since(now).total('minutes'))),
  });
}
