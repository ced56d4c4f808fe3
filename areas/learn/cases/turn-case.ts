import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { findingsWithHistory } from './findings-with-history.ts';
import { asksReason, CASE_TURNS } from './rules.ts';
import type { CaseTurn } from './schema.ts';
import { lockCase, setCaseState } from './store.ts';
import { insertTurn, wroteThemselves } from './turns.ts';

const WHY = {
  own: {
    ja: '自分が書いた内容を自分で承認する理由を入力してください',
    en: 'Enter why you approve what you wrote yourself',
  },
  withdraw: { ja: '取り下げる理由を入力してください', en: 'Enter why the case is withdrawn' },
} as const;

/**
 * Takes the version of a case that somebody has read to its next state. What writers do needs `case.write`, what reviewers do
 * `case.review`. A second person reviews: who approves their own text says why, and it is marked.
 * @throws Fault `conflict` where the state has no such way, `invalid` naming every error that stops a review, or the reason that is missing
 */
export async function turnCase(
  ctx: Context,
  id: string,
  turn: CaseTurn,
  version: number,
  reason = '',
): Promise<void> {
  permit(ctx, turn === 'submit' || turn === 'reopen' ? 'case.write' : 'case.review');
  await inTransaction(ctx, async (tx) => {
    const stored = await lockCase(tx.sql, id);
    if (!stored) throw new Fault('not-found');
    if (stored.version !== version)
      throw new Fault('conflict', {
        detail: {
          ja: `表示していた第${version}版は最新ではありません。第${stored.version}版を確認してから操作してください`,
          en: `Version ${version} is no longer the latest. Read version ${stored.version} first`,
        },
      });
    const state = CASE_TURNS[stored.state][turn];
    if (state === null) throw new Fault('conflict');
    const errors =
      turn === 'approve'
        ? (await findingsWithHistory(tx.sql, stored)).filter(({ severity }) => severity === 'error')
        : [];
    if (errors.length > 0)
      throw new Fault('invalid', {
        fields: errors.map(({ path, message }) => ({ field: `document.${path}`, mend: message })),
      });
    const own = await wroteThemselves(tx.sql, ctx.actor, id);
    if (reason === '' && asksReason(turn, own))
      throw new Fault('invalid', {
        fields: [{ field: 'reason', mend: WHY[turn === 'withdraw' ? turn : 'own'] }],
      });
    await insertTurn(
      tx.sql,
      { orgId: ctx.orgId, id: ctx.newId(), caseId: id },
      { turn, version, reason, own, turnedAt: ctx.now, turnedBy: byOf(ctx.actor) },
    );
    await setCaseState(tx.sql, id, state, ctx.now, byOf(ctx.actor));
    record(tx, 'case.turned', { body: { caseId: id, state, version, own } });
  });
}
