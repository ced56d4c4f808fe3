import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { findingsWithHistory } from './findings-with-history.ts';
import { CASE_TURNS, type CaseTurn } from './rules.ts';
import { lockCase, setCaseState } from './store.ts';

/**
 * Takes the version of a case that somebody has read to its next state. What writers do needs `case.write`, what reviewers do `case.review`.
 * @throws Fault `conflict` where the state has no such way, `invalid` naming every error that stops a review
 */
export async function turnCase(ctx: Context, id: string, turn: CaseTurn, version: number): Promise<void> {
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
    await setCaseState(tx.sql, id, state, ctx.now, byOf(ctx.actor));
    record(tx, 'case.turned', { body: { caseId: id, state } });
  });
}
