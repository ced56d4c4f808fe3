import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { mayTurn } from './rules.ts';
import type { ErratumTurn } from './schema.ts';
import { lockErratum, settleInStore } from './store.ts';
import { NEEDS_REASON, NEEDS_TEXT, SETTLED } from './words.ts';

/** What is printed stands in both languages; what is not has a reason. */
function faultsOf({ to, reason, text }: ErratumTurn): FieldFault[] {
  if (to !== 'verified') return reason === '' ? [{ field: 'reason', mend: NEEDS_REASON }] : [];
  return (['ja', 'en'] as const).flatMap((language) =>
    text[language] === '' ? [{ field: `text.${language}`, mend: NEEDS_TEXT }] : [],
  );
}

/** Finds that something published is wrong, or that it is not, or leaves it open with a reason. */
export async function settleErratum(
  ctx: Context,
  cycleId: string,
  erratumId: string,
  turn: ErratumTurn,
): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const erratum = await lockErratum(tx.sql, cycleId, erratumId);
    if (!erratum) throw new Fault('not-found');
    if (!mayTurn(erratum.state, turn.to)) throw new Fault('conflict', { detail: SETTLED });
    const fields = faultsOf(turn);
    if (fields.length > 0) throw new Fault('invalid', { fields });
    await settleInStore(tx.sql, cycleId, erratumId, turn, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.erratum-settled', { body: { cycleId, erratumId, state: turn.to } });
  });
}
