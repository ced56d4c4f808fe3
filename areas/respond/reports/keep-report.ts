import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer, setTimer } from '../../enqueue.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { withheldOf } from '../communications/index.ts';
import { withheldIn } from '../communications/rules.ts';
import { withheldFault } from '../communications/withheld-fault.ts';
import { lockIncident, lockRunning } from '../incidents/index.ts';
import { endMatter, raiseTask } from '../tasks/raise-task.ts';
import { timesOf } from '../timeline/rules.ts';
import type { TimeName } from '../timeline/schema.ts';
import { formOf } from './forms/read-form.ts';
import { clocksOf, remindAt } from './rules.ts';
import { type FollowUp, type ReportNoted, type ReportOpened, reportOpened } from './schema.ts';
import {
  findReport,
  freezeForm,
  insertReport,
  lockReport,
  markNotNeeded,
  markOverdue,
  markReminded,
  markSubmitted,
  reportsOf,
  restart,
  type StoredReport,
  setReceipt,
} from './store.ts';
import { REGIMES, STAGE_WORDS } from './words.ts';

/**
 * Starts the clocks of a regime, from the fact its rule names, as the record has it (recognised, not noticed). Started again
 * because a wrongful purpose is suspected by now, what has not gone out has the longer time.
 */
export async function openReports(ctx: Context, incidentId: string, given: ReportOpened): Promise<void> {
  permit(ctx, 'room.write');
  const { regime, startsAt: stated, wrongful } = reportOpened.parse(given);
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const { startFact, name } = REGIMES[regime];
    const known = timesOf(await linesOfIncident(tx.sql, incidentId))[startFact]?.at;
    const startsAt = stated === null ? known : Temporal.Instant.from(stated);
    if (!startsAt)
      throw invalidField('startsAt', {
        ja: '起算となる時刻がまだ記録されていません。時刻を入れてください',
        en: 'The time its clock starts from is not on record yet; give it',
      });
    if (Temporal.Instant.compare(startsAt, ctx.now) > 0)
      throw invalidField('startsAt', { ja: '未来の時刻です', en: 'That is in the future' });
    const running = (await reportsOf(tx.sql, incidentId)).filter((each) => each.regime === regime);
    let changed = 0;
    for (const { stage, dueAt } of clocksOf(regime, startsAt, wrongful)) {
      const known = running.find((each) => each.stage === stage && each.number === 1);
      if (known) {
        if (!wrongful || known.state !== 'due' || known.clock !== 'law' || sameTime(known.dueAt, dueAt))
          continue;
        if (!(await reclock(tx, known, { startsAt: known.startsAt, dueAt, clock: 'law' }))) continue;
      } else {
        const recipient = name[ctx.language];
        await open(tx, {
          incidentId,
          regime,
          recipient,
          stage,
          number: 1,
          clock: 'law',
          startFact,
          startsAt,
          dueAt,
        });
      }
      changed++;
    }
    if (changed === 0)
      throw new Fault('conflict', {
        detail: { ja: 'この報告の期限はすでに動いています', en: 'These clocks run already' },
      });
  });
}

const sameTime = (one: Temporal.Instant | null, other: Temporal.Instant | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

async function open(tx: Tx, made: Omit<Parameters<typeof insertReport>[2], 'id'>): Promise<string> {
  const id = tx.ctx.newId();
  await insertReport(tx.sql, tx.ctx.orgId, { ...made, id });
  setReminder(tx, id, made.startsAt, made.dueAt);
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
async function reclock(
  tx: Tx,
  { id, incidentId, regime, stage, startFact }: StoredReport,
  { startsAt, dueAt, clock }: Parameters<typeof restart>[2],
): Promise<boolean> {
  if ((await lockReport(tx.sql, id))?.state !== 'due') return false;
  await restart(tx.sql, id, { startsAt, dueAt, clock });
  // What was raised about the old time is raised again about the new one.
  await endMatter(tx, incidentId, `report:${id}`);
  if (dueAt) setReminder(tx, id, startsAt, dueAt);
  else await cancelTimer(tx, 'remind-report', id);
  const body = { reportId: id, regime, stage, startFact, dueAt: dueAt?.toString() ?? null };
  record(tx, 'report.opened', { incidentId, body });
  return true;
}

function setReminder(tx: Tx, id: string, startsAt: Temporal.Instant, dueAt: Temporal.Instant | null): void {
  if (dueAt) setTimer(tx, 'remind-report', id, { reportId: id }, { at: remindAt(startsAt, dueAt) });
}

/** Opens a follow-up of a regime that runs: there is news, or the authority asked. @returns its id */
export async function addFollowUp(
  ctx: Context,
  incidentId: string,
  { regime, dueAt }: FollowUp,
): Promise<{ id: string }> {
  permit(ctx, 'room.write');
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const running = (await reportsOf(tx.sql, incidentId)).filter((each) => each.regime === regime);
    const [first] = running;
    if (!first)
      throw invalidField('regime', {
        ja: '先にこの報告先の期限を動かしてください',
        en: 'Start the clocks of this regime first',
      });
    const number =
      Math.max(0, ...running.filter(({ stage }) => stage === 'followUp').map((each) => each.number)) + 1;
    const { recipient, startFact } = first;
    const id = await open(tx, {
      incidentId,
      regime,
      recipient,
      stage: 'followUp',
      number,
      clock: 'asked',
      startFact,
      // It is owed from when it was asked for.
      startsAt: ctx.now,
      dueAt: dueAt === null ? null : Temporal.Instant.from(dueAt),
    });
    return { id };
  });
}

/** Notes the receipt that came later, or by when the authority wants a report where no law says. */
export async function noteOnReport(ctx: Context, id: string, { receipt, dueAt }: ReportNoted): Promise<void> {
  permit(ctx, 'report.submit');
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    const { incidentId, regime, stage, state } = report;
    if (dueAt !== undefined) {
      if (state !== 'due') throw new Fault('conflict', { detail: SUBMITTED });
      await reclock(tx, report, {
        startsAt: report.startsAt,
        dueAt: Temporal.Instant.from(dueAt),
        clock: 'authority',
      });
    }
    if (receipt !== undefined) {
      if (state !== 'submitted')
        throw invalidField('receipt', {
          ja: '提出してから記録してください',
          en: 'It has not been submitted yet',
        });
      await setReceipt(tx.sql, id, receipt);
      record(tx, 'report.receipt-noted', { incidentId, body: { reportId: id, regime, stage, receipt } });
    }
  });
}

const SUBMITTED = { ja: '提出済みです', en: 'It was submitted already' };

/** Says that a report went out, with its exact text and the receipt; what runs from then has its clock set anew. */
export async function submitReport(
  ctx: Context,
  id: string,
  sent: { readonly text: string; readonly receipt: string },
): Promise<void> {
  permit(ctx, 'report.submit');
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.state === 'submitted') throw new Fault('conflict', { detail: SUBMITTED });
    const { incidentId, regime, stage } = report;
    const { form, fields } = await formOf(ctx, tx.sql, id, ctx.language);
    // What the authorities are not to be told yet is not told on a form either.
    const items = await withheldOf(tx.sql, incidentId);
    const text = [sent.text, ...fields.map(({ value }) => value)].join('\n');
    const stopped = withheldIn(text, 'authorities', items);
    if (stopped.length > 0)
      throw withheldFault(stopped, 'text', { ja: '当局に', en: ' from the authorities' });
    await freezeForm(tx.sql, id, form, Object.fromEntries(fields.map(({ key, value }) => [key, value])));
    await markSubmitted(tx.sql, id, sent, ctx.now);
    await cancelTimer(tx, 'remind-report', id);
    await endMatter(tx, incidentId, `report:${id}`);
    record(tx, 'report.submitted', {
      incidentId,
      body: { reportId: id, regime, stage, receipt: sent.receipt },
    });
    const rule = REGIMES[regime].dues.find((due) => 'monthsAfter' in due && due.monthsAfter.stage === stage);
    const next =
      rule && report.number === 1
        ? (await reportsOf(tx.sql, incidentId)).find(
            (each) => each.regime === regime && each.stage === rule.stage && each.state === 'due',
          )
        : undefined;
    const dueAt =
      next &&
      clocksOf(regime, next.startsAt, false, { [stage]: ctx.now }).find((c) => c.stage === next.stage)?.dueAt;
    if (next && dueAt && next.clock !== 'authority')
      await reclock(tx, next, { startsAt: next.startsAt, dueAt, clock: 'submission' });
  });
}

/** Says that a report is not owed after all, and why. */
export async function dropReport(ctx: Context, id: string, reason: string): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.state !== 'due') throw new Fault('conflict');
    await markNotNeeded(tx.sql, id, reason);
    await cancelTimer(tx, 'remind-report', id);
    await endMatter(tx, report.incidentId, `report:${id}`);
    record(tx, 'report.not-needed', {
      incidentId: report.incidentId,
      body: { reportId: id, regime: report.regime, stage: report.stage, reason },
    });
  });
}

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
  const matter = `report:${reportId}`;
  if (late) await endMatter(tx, incidentId, matter);
  const { name } = REGIMES[regime];
  const words = STAGE_WORDS[stage];
  await raiseTask(tx, incidentId, {
    matter,
    // That it is late is told by itself.
    onTimeout: late ? 'escalate' : 'goOn',
    title: late
      ? {
          ja: `期限切れ：${name.ja} ${words.ja}を提出する`,
          en: `Overdue: submit the ${words.en} to ${name.en}`,
        }
      : {
          ja: `期限が近い：${name.ja} ${words.ja}を提出する`,
          en: `Due soon: submit the ${words.en} to ${name.en}`,
        },
    roles: ['reporting', 'recorder'],
    // Until it is due; once it is late, at once.
    minutes: late ? 30 : Math.max(1, Math.floor(dueAt.since(tx.ctx.now).total('minutes'))),
  });
}
