import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer, setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident, lockRunning } from '../incidents/index.ts';
import { endMatter, raiseTask } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { CHANGE_TABLE } from './rules.ts';
import {
  type ChangeAmended,
  type ChangeState,
  type ChangeTurn,
  type NewChange,
  newChange,
} from './schema.ts';
import {
  amendChangeRow,
  findChange,
  insertChange,
  lockChange,
  type StoredChange,
  setChange,
} from './store.ts';

/** Proposes an emergency change: what it leaves out, what it may do besides, how it is taken back, when it ends. */
export async function proposeChange(
  ctx: Context,
  incidentId: string,
  given: NewChange,
): Promise<{ id: string }> {
  permit(ctx, 'room.write');
  const { expiresAt, ...change } = newChange.parse(given);
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const id = ctx.newId();
    const number = await insertChange(tx.sql, ctx.orgId, {
      ...change,
      id,
      incidentId,
      expiresAt: expiresAt === null ? null : Temporal.Instant.from(expiresAt),
      proposedBy: ctx.actor.id,
      changedAt: ctx.now,
    });
    record(tx, 'change.proposed', { incidentId, body: { changeId: id, number, ...change, expiresAt } });
    return { id };
  });
}

const WHY_NOT: Readonly<Record<ChangeState, { ja: string; en: string }>> = {
  proposed: {
    ja: 'まだ承認されていません。本部の承認を得てから適用してください',
    en: 'It is not approved yet: get the headquarters’ approval first',
  },
  approved: { ja: '承認済みで、まだ適用されていません', en: 'It is approved and not applied yet' },
  refused: { ja: '承認されませんでした', en: 'It was refused' },
  applied: { ja: 'すでに適用されています', en: 'It is applied already' },
  rolledBack: { ja: '元に戻しました', en: 'It was taken back' },
  replaced: { ja: '恒久対策に置き換えました', en: 'The permanent fix has taken its place' },
};
const BY_COMMAND: readonly ChangeTurn[] = ['approve', 'refuse'];
/** A stop-gap outlives its incident: it is taken back or replaced whenever that is. */
const AFTERWARDS: readonly ChangeTurn[] = ['rollBack', 'replace'];

/** The incident before the change, as everybody locks them. */
async function lockWithIncident(tx: Tx, id: string, running: boolean): Promise<StoredChange> {
  const known = await findChange(tx.sql, id);
  if (!known) throw new Fault('not-found');
  if (running) await lockRunning(tx.sql, known.incidentId);
  const change = await lockChange(tx.sql, id);
  if (!change) throw new Fault('not-found');
  return change;
}

/** Approves, refuses, applies, takes back or replaces an emergency change, as its table of states allows. */
export async function turnChange(ctx: Context, id: string, turn: ChangeTurn, note: string): Promise<void> {
  permit(ctx, BY_COMMAND.includes(turn) ? 'incident.command' : 'room.write');
  await inTransaction(ctx, async (tx) => {
    const change = await lockWithIncident(tx, id, !AFTERWARDS.includes(turn));
    const state = CHANGE_TABLE[change.state][turn];
    if (state === null) throw new Fault('conflict', { detail: WHY_NOT[change.state] });
    if (turn === 'approve' && change.proposedBy === ctx.actor.id)
      throw new Fault('forbidden', {
        detail: {
          ja: '自分が提案した変更は、別の人が承認します',
          en: 'Somebody else approves what you proposed',
        },
      });
    await setChange(
      tx.sql,
      id,
      { state, ...(turn === 'approve' ? { approvedBy: ctx.actor.id } : note ? { outcome: note } : {}) },
      ctx.now,
    );
    if (state === 'applied' && change.expiresAt)
      setTimer(tx, 'expire-change', id, { changeId: id }, { at: change.expiresAt });
    if (state === 'rolledBack' || state === 'replaced') {
      await cancelTimer(tx, 'expire-change', id);
      await endMatter(tx, change.incidentId, matterOf.change(id));
    }
    record(tx, 'change.turned', {
      incidentId: change.incidentId,
      body: { changeId: id, number: change.number, title: change.title, state, note },
    });
  });
}

/**
 * Says until when, how back, and what takes its place: a stop-gap without an end keeps the incident open. What was approved
 * and reads otherwise now is to be approved again.
 */
export async function amendChange(
  ctx: Context,
  id: string,
  { rollback, expiresAt, permanentFix }: ChangeAmended,
): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    const change = await lockWithIncident(tx, id, false);
    if (change.state === 'refused' || change.state === 'rolledBack' || change.state === 'replaced')
      throw new Fault('conflict', { detail: WHY_NOT[change.state] });
    const until = expiresAt === null ? null : Temporal.Instant.from(expiresAt);
    await amendChangeRow(tx.sql, id, { rollback, permanentFix, expiresAt: until });
    const { incidentId, number, title, skipped, sideEffects } = change;
    const differs =
      rollback !== change.rollback ||
      permanentFix !== change.permanentFix ||
      until?.toString() !== change.expiresAt?.toString();
    if (change.state === 'approved' && differs)
      await setChange(tx.sql, id, { state: 'proposed', approvedBy: null }, ctx.now);
    if (change.state === 'applied') {
      await endMatter(tx, incidentId, matterOf.change(id));
      if (until) setTimer(tx, 'expire-change', id, { changeId: id }, { at: until });
      else await cancelTimer(tx, 'expire-change', id);
    }
    record(tx, 'change.proposed', {
      incidentId,
      body: { changeId: id, number, title, skipped, sideEffects, rollback, permanentFix, expiresAt },
    });
  });
}

/** Timer: a stop-gap is past the day it was to end; somebody has to see to it. */
export async function expireChange(tx: Tx, { changeId }: TimerBody<'expire-change'>): Promise<void> {
  permit(tx.ctx, 'incident.command');
  const known = await findChange(tx.sql, changeId);
  if (!known) return;
  const incident = await lockIncident(tx.sql, known.incidentId);
  const change = await lockChange(tx.sql, changeId);
  if (change?.state !== 'applied') return;
  const { incidentId, number, title, expiresAt } = change;
  // It may have been given longer since.
  if (expiresAt === null || Temporal.Instant.compare(expiresAt, tx.ctx.now) > 0) return;
  record(tx, 'change.expired', { incidentId, body: { changeId, number, title } });
  if (!incident || incident.state === 'closed') return;
  await raiseTask(tx, incidentId, {
    matter: matterOf.change(changeId),
    title: {
      ja: `応急措置「${title}」の期限が過ぎました。戻すか、恒久対策に置き換えるか、期限を延ばす`,
      en: `The stop-gap “${title}” is past its date: take it back, replace it, or give it longer`,
    },
    roles: [],
  });
}
