import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, inTransaction, reading, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { readLinks } from '../../sending/links/index.ts';
import { isOver } from '../../sending/links/rules.ts';
import { readWithin } from '../headquarters/acts.ts';
import { lockIncident } from '../incidents/index.ts';
import { answerWithin, findNotice, lockNotice, type Notice } from '../notices/index.ts';
import { NOTICE_LINK } from '../notices/rules.ts';
import type { LinkAnswer, NoticeKind } from '../notices/schema.ts';
import { listHosts, type Swept } from '../sweeps/index.ts';
import { reportWithin } from '../sweeps/report-sweep.ts';
import type { SweepReported } from '../sweeps/schema.ts';
import { endWithin } from '../tasks/acts.ts';
import { findTask, lockTask, partyOf, sweepCountsOf } from '../tasks/index.ts';
import type { SweepCounts } from '../tasks/schema.ts';

export interface LinkLook {
  readonly kind: NoticeKind;
  readonly state: 'open' | 'answered' | 'expired';
  readonly organisation: string;
  readonly subject: string;
  readonly text: string;
  readonly answer: string;
  readonly language: 'ja' | 'en';
  /** Where a sweep is asked for: its hosts. */
  readonly sweep?: SweepLook;
}

export interface SweepLook {
  readonly counts: SweepCounts;
  readonly hosts: readonly Swept[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/** As many as one scrolls through on a telephone; the search finds the others. */
const SHOWN = 100;

async function stateOf(
  trx: Transaction<Tables>,
  { id, state }: Notice,
  now: Temporal.Instant,
): Promise<LinkLook['state']> {
  const link = (await readLinks(trx, NOTICE_LINK, [id])).get(id);
  // Over is over, also for one that was answered: whoever finds it later learns nothing.
  if (!link || isOver(link, now)) return 'expired';
  return state === 'answered' ? 'answered' : 'open';
}

/**
 * What the page behind a link shows; looking changes nothing, for mail scanners look too.
 * @param find of a sweep: part of a key or name; empty for the hosts without a result
 */
export async function lookAtReply(ctx: Context, id: string, find = ''): Promise<LinkLook> {
  permit(ctx, 'confirmation.answer');
  return reading(ctx, async (trx) => {
    const notice = await findNotice(trx, id);
    if (!notice) throw new Fault('gone');
    const state = await stateOf(trx, notice, ctx.now);
    // Whoever finds an old link learns nothing of the incident by it.
    const shown = state === 'expired' ? { subject: '', text: '', answer: '' } : notice;
    const sweep = state === 'open' && notice.kind === 'request' && (await sweepOf(trx, notice.about, find));
    return {
      ...(sweep && { sweep }),
      kind: notice.kind,
      state,
      organisation: (await readOrganisation(trx))?.name ?? '',
      subject: shown.subject,
      text: shown.text,
      answer: shown.answer,
      language: notice.language,
    };
  });
}

async function sweepOf(
  trx: Transaction<Tables>,
  taskId: string,
  search: string,
): Promise<SweepLook | undefined> {
  const task = await findTask(trx, taskId);
  if (task?.kind !== 'sweep' || task.state !== 'open') return undefined;
  const counts = (await sweepCountsOf(trx, [taskId])).get(taskId);
  const hosts = await listHosts(trx, taskId, {
    ...(search ? { search } : { result: 'pending' }),
    limit: SHOWN + 1,
  });
  // What our own people wrote of a host is not for whoever was asked.
  const told = hosts.map((host) => (host.by === task.party ? host : { ...host, note: '' }));
  return counts && { counts, hosts: told.slice(0, SHOWN), more: told.length > SHOWN };
}

/** What is over is not answered any more. */
async function running(tx: Tx, { incidentId }: Notice): Promise<void> {
  const incident = incidentId ? await lockIncident(tx.sql, incidentId) : undefined;
  if (!incident || incident.state === 'closed') throw new Fault('gone');
}

/**
 * What whoever was asked for a sweep says of its hosts.
 * @throws Fault `gone` when the link is too old or the sweep has ended
 */
export async function reportByLink(
  ctx: Context,
  id: string,
  reported: SweepReported,
): Promise<{ changed: number; unknown: number }> {
  permit(ctx, 'confirmation.answer');
  return inTransaction(ctx, async (tx) => {
    const notice = await lockNotice(tx.sql, id);
    if (notice?.kind !== 'request' || (await stateOf(tx.sql, notice, ctx.now)) !== 'open')
      throw new Fault('gone');
    await running(tx, notice);
    const task = await lockTask(tx.sql, notice.about);
    if (task?.kind !== 'sweep' || task.state !== 'open') throw new Fault('gone');
    return reportWithin(tx, task, reported, task.party ?? byOf(ctx.actor));
  });
}

/**
 * Takes an answer. A request may be answered more than once until it is done: taken first, then how it went.
 * @throws Fault `gone` when the link is too old or everything was said, `conflict` when a sweep lacks results
 */
export async function answerReply(ctx: Context, id: string, answer: LinkAnswer): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(ctx, async (tx) => {
    const notice = await lockNotice(tx.sql, id);
    if (!notice || (await stateOf(tx.sql, notice, ctx.now)) !== 'open') throw new Fault('gone');
    if (notice.kind === 'brief' && notice.personId !== null) {
      await readWithin(tx, notice.about, notice.personId);
      return answerWithin(tx, id, { answer: '', last: true });
    }
    if (notice.kind !== 'request') throw new Fault('gone');
    await running(tx, notice);
    const task = await lockTask(tx.sql, notice.about);
    if (task?.state !== 'open') throw new Fault('gone');
    if (answer.done) await endWithin(tx, task, { state: 'done', note: answer.answer });
    await answerWithin(tx, id, { answer: answer.answer, last: answer.done });
    // The party by its name, not whoever of them is written down as the one to ask: names of persons stay in tables.
    const party = task.party ? await partyOf(tx.sql, task.party) : undefined;
    record(tx, 'request.answered', {
      incidentId: task.incidentId,
      body: { taskId: task.id, number: task.number, title: task.title, party: party?.name ?? '', ...answer },
    });
  });
}
