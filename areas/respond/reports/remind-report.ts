import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident } from '../incidents/index.ts';
import { endMatter, raiseTask } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { findReport, lockReport, markOverdue, markReminded } from './store.ts';
import { REGIMES, STAGE_WORDS } from './words.ts';

/** Timer: a report is due soon, or was due, and has not gone out: somebody is told, first in time and then that it is late. */
export async function remindReport(tx: Tx, { reportId }: TimerBody<'remind-report'>): Promise<void> {
  permit(tx.ctx, 'room.write');
  const known = await findReport(tx.sql, reportId);
  if (!known) return;
  const incident = await lockIncident(tx.sql, known.incidentId);
  const report = await lockReport(tx.sql, reportId);
  if (report?.state !== 'due' || !report.dueAt) return;
  const { incidentId, regime, stage, dueAt } = report;
  const late = Temporal.Instant.compare(dueAt, tx.ctx.now) <= 0;
  const body = { reportId, regime, stage, dueAt: dueAt.toString() };
  if (late) {
    if (!(await markOverdue(tx.sql, reportId, tx.ctx.now))) return;
    record(tx, 'report.overdue', { incidentId, body });
  } else {
    await markReminded(tx.sql, reportId, tx.ctx.now);
    record(tx, 'report.due-soon', { incidentId, body });
    setTimer(tx, 'remind-report', reportId, { reportId }, { at: dueAt });
  }
  if (!incident || incident.state === 'closed') return;
  const matter = matterOf.report(reportId);
  if (late) await endMatter(tx, incidentId, matter);
  const { name } = REGIMES[regime];
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
    minutes: late ? 30 : Math.max(1, Math.floor(dueAt.since(tx.ctx.now).total('minutes'))),
  });
}
