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

/** @throws Fault `forbidden` where whoever would approve it proposed it, or wrote some of what it says now */
async function refuseOwn(tx: Tx, { proposedBy, amendedBy }: StoredChange): Promise<void> {
  if (await didItThemselves(tx.sql, tx.ctx.actor, proposedBy))
    throw new Fault('forbidden', {
      detail: {
        ja: '自分が提案した変更は、別の人が承認します',
        en: 'Somebody else approves what you proposed',
      },
    });
  for (const by of amendedBy)
    if (await didItThemselves(tx.sql, tx.ctx.actor, by))
      throw new Fault('forbidden', {
        detail: {
          ja: '自分が内容を改めた変更は、別の人が承認します',
          en: 'Somebody else approves what you amended',
        },
      });
}

const BEGAN = { ja: '変更の提案・適用', en: 'the change was proposed or applied' };

/** What somebody approves in the product they approve when they do. */
const approvedNow = (): Fault =>
  invalidField('happened', {
    ja: '承認・却下は、行った時刻で記録されます。時刻を外してください',
    en: 'An approval stands at the time it is given: leave the time out',
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
