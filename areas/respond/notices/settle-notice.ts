import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { moveMessages } from '../../sending/outbox/index.ts';
import { lockNotice } from './read-notices.ts';

/** By hand: somebody was told by telephone or letter, or what was sent came back. */
export async function settleByHand(
  ctx: Context,
  id: string,
  { state, note }: { readonly state: 'reached' | 'returned'; readonly note: string },
): Promise<void> {
  permit(ctx, 'statement.write');
  await inTransaction(ctx, async (tx) => {
    const notice = await lockNotice(tx.sql, id);
    if (!notice) throw new Fault('not-found');
    if (notice.kind !== 'individual')
      throw new Fault('conflict', {
        detail: {
          ja: '手動で記録できるのは個別通知のみです',
          en: 'Only individual notices can be settled manually',
        },
      });
    const event = state === 'reached' ? 'reach' : 'return';
    const [moved] = await moveMessages(tx.sql, [id], event, ctx.now, { answer: note });
    if (!moved)
      throw new Fault('conflict', {
        detail: {
          ja: 'すでに回答済みか、同じ結果が記録されています',
          en: 'Already answered, or already recorded',
        },
      });
    record(tx, 'notice.settled', {
      incidentId: notice.incidentId ?? undefined,
      body: { noticeId: id, kind: notice.kind, state },
    });
  });
}
