import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { refuseBefore, whenOf } from '../../../kernel/happened.ts';
import { inEach } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { shorten } from '../../../kernel/text.ts';
import { cancelTimer, setTimeOut } from '../../enqueue.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident, lockRunning } from '../incidents/index.ts';
import { stampedPlan } from '../plans/index.ts';
import { openWithin } from '../tasks/acts.ts';
import { decidingRole, FOLLOW_UP_MINUTES } from '../tasks/rules.ts';
import { type HypothesisSettled, type NewHypothesis, newHypothesis } from './schema.ts';
import { findHypothesis, insertHypothesis, lockHypothesis, markTimedOut, settle } from './store.ts';

/** Writes down what is presumed, why, how it is tested, and by when somebody decides what to do if nothing is found. */
export async function openHypothesis(
  ctx: Context,
  incidentId: string,
  wanted: NewHypothesis,
): Promise<{ id: string }> {
  permit(ctx, 'room.write');
  return inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    return { id: await openHypothesisWithin(tx, incidentId, wanted) };
  });
}

/** The same within the caller's transaction, which has locked the incident. @returns its id */
export async function openHypothesisWithin(
  tx: Tx,
  incidentId: string,
  wanted: NewHypothesis,
): Promise<string> {
  const { ctx } = tx;
  const { minutes, ...made } = newHypothesis.parse(wanted);
  const id = ctx.newId();
  const limitAt = minutes === null ? null : whenOf(ctx).at.add({ minutes });
  const number = await insertHypothesis(
    tx.sql,
    ctx.orgId,
    { ...made, id, incidentId, limitAt },
    whenOf(ctx).at,
  );
  if (limitAt) await setTimeOut(tx, 'time-out-hypothesis', id, { hypothesisId: id }, { at: limitAt });
  record(tx, 'hypothesis.opened', {
    incidentId,
    body: { hypothesisId: id, number, text: made.text, cyber: made.cyber },
  });
  return id;
}

const OPENED = { ja: '仮説の追加', en: 'it was added' };

/** Says what came of it. Settled again, the last word counts and the ledger has the earlier ones. */
export async function settleHypothesis(ctx: Context, id: string, settled: HypothesisSettled): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    const found = await findHypothesis(tx.sql, id);
    if (!found) throw new Fault('not-found');
    await lockRunning(tx.sql, found.incidentId);
    // Whether it was an attack commits the organisation, and lets the incident be closed.
    if (found.cyber) permit(ctx, 'incident.command');
    await settleWithin(tx, id, settled);
  });
}

/** The same within the caller's transaction. */
export async function settleWithin(tx: Tx, id: string, settled: HypothesisSettled): Promise<void> {
  const found = await lockHypothesis(tx.sql, id);
  if (!found) throw new Fault('not-found');
  if (tx.ctx.happened) {
    const lines = await linesOfIncident(tx.sql, found.incidentId);
    const opened = lines.find(
      ({ kind, body }) => kind === 'hypothesis.opened' && body['hypothesisId'] === id,
    );
    refuseBefore(tx.ctx, opened, OPENED);
  }
  await settle(tx.sql, id, settled, whenOf(tx.ctx).at);
  await cancelTimer(tx, 'time-out-hypothesis', id);
  record(tx, 'hypothesis.settled', {
    incidentId: found.incidentId,
    body: { hypothesisId: id, number: found.number, text: found.text, ...settled },
  });
}

/** Quoted in a title, in two languages. */
const QUOTED = 120;

/** Timer: nothing was found in the time that was given; whoever decides is asked what now (C7-P3). */
export async function timeOutHypothesis(
  tx: Tx,
  { hypothesisId }: TimerBody<'time-out-hypothesis'>,
): Promise<void> {
  permit(tx.ctx, 'room.write');
  const known = await findHypothesis(tx.sql, hypothesisId);
  if (!known) return;
  const incident = await lockIncident(tx.sql, known.incidentId);
  const found = await lockHypothesis(tx.sql, hypothesisId);
  if (found?.state !== 'open' || found.timedOutAt) return;
  const { incidentId, number, text } = found;
  const quoted = shorten(text, QUOTED);
  await markTimedOut(tx.sql, hypothesisId, tx.ctx.now);
  record(tx, 'hypothesis.timed-out', { incidentId, body: { hypothesisId, number, text } });
  if (!incident || incident.state === 'closed') return;
  await openWithin(tx, incidentId, {
    title: inEach(await languagesRead(tx.sql), {
      ja: `検証の時間切れ：「${quoted}」の継続の判断`,
      en: `Time is up: continue with “${quoted}”?`,
    }),
    role: decidingRole((await stampedPlan(tx.sql, incidentId))?.plan),
    minutes: FOLLOW_UP_MINUTES,
    onTimeout: 'goOn',
  });
}
