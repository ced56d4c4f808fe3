import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { refuseBefore, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer, setTimeOut } from '../../enqueue.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { didItThemselves } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { endMatter } from '../tasks/raise-task.ts';
import { matterOf } from '../tasks/rules.ts';
import { lockWithIncident } from './lock-change.ts';
import { CHANGE_TABLE } from './rules.ts';
import type { ChangeState, ChangeTurn } from './schema.ts';
import { type StoredChange, setChange } from './store.ts';

export const WHY_NOT: Readonly<Record<ChangeState, { ja: string; en: string }>> = {
  proposed: {
    ja: '未承認です。対策本部の承認後に適用してください',
    en: 'Not approved yet. Get headquarters approval first',
  },
  approved: { ja: '承認済みですが、未適用です', en: 'Approved, but not applied yet' },
  refused: { ja: '不承認となっています', en: 'It was rejected' },
  applied: { ja: '適用済みです', en: 'Already applied' },
  rolledBack: { ja: '切り戻し済みです', en: 'Already rolled back' },
  replaced: { ja: '恒久対策に置き換え済みです', en: 'Already replaced by the permanent fix' },
};

const BY_COMMAND: readonly ChangeTurn[] = ['approve', 'refuse'];

/** A stop-gap outlives its incident: it is taken back or replaced whenever that is. */
const AFTERWARDS: readonly ChangeTurn[] = ['rollBack', 'replace'];

/** @throws Fault `forbidden` where whoever would approve it proposed it, or wrote some of what it says now */
async function refuseOwn(tx: Tx, { proposedBy, amendedBy }: StoredChange): Promise<void> {
  if (await didItThemselves(tx.sql, tx.ctx.actor, proposedBy))
    throw new Fault('forbidden', {
      detail: {
        ja: '自分が提案した変更は承認できません。別の人に承認を依頼してください',
        en: 'You cannot approve your own proposal. Ask someone else',
      },
    });
  for (const by of amendedBy)
    if (await didItThemselves(tx.sql, tx.ctx.actor, by))
      throw new Fault('forbidden', {
        detail: {
          ja: '自分が修正した変更は承認できません。別の人に承認を依頼してください',
          en: 'You cannot approve a change you amended. Ask someone else',
        },
      });
}

const BEGAN = { ja: '変更の提案・適用', en: 'the change was proposed or applied' };

/** What somebody approves in the product they approve when they do. */
const approvedNow = (): Fault =>
  invalidField('happened', {
    ja: '承認・不承認は現在の時刻で記録されます。時刻の指定を削除してください',
    en: 'Approvals are recorded as of now. Remove the time',
  });

/** Nothing is applied before it was proposed, nor taken back before it was applied. */
async function beginningOf(
  tx: Tx,
  { id, incidentId, state, changedAt }: StoredChange,
): Promise<{ readonly at: Temporal.Instant; readonly precision?: string } | undefined> {
  if (!tx.ctx.happened) return undefined;
  if (state === 'applied') return { at: changedAt };
  return (await linesOfIncident(tx.sql, incidentId)).find(
    ({ kind, body }) => kind === 'change.proposed' && body['changeId'] === id,
  );
}

/** Approves, refuses, applies, takes back or replaces an emergency change, as its table of states allows. */
export async function turnChange(ctx: Context, id: string, turn: ChangeTurn, note: string): Promise<void> {
  permit(ctx, BY_COMMAND.includes(turn) ? 'incident.command' : 'room.write');
  await inTransaction(ctx, async (tx) => {
    const change = await lockWithIncident(tx, id, !AFTERWARDS.includes(turn));
    const state = CHANGE_TABLE[change.state][turn];
    if (state === null) throw new Fault('conflict', { detail: WHY_NOT[change.state] });
    if (ctx.happened && BY_COMMAND.includes(turn)) throw approvedNow();
    refuseBefore(ctx, await beginningOf(tx, change), BEGAN);
    if (turn === 'approve') await refuseOwn(tx, change);
    await setChange(
      tx.sql,
      id,
      { state, ...(turn === 'approve' ? { approvedBy: byOf(ctx.actor) } : note ? { outcome: note } : {}) },
      whenOf(ctx).at,
    );
    if (state === 'applied' && change.expiresAt)
      await setTimeOut(tx, 'expire-change', id, { changeId: id }, { at: change.expiresAt });
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
