import { type Context, inTransaction } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { lineOfClient } from '../../ledger/index.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { lockRunning } from '../incidents/index.ts';
import { typedBefore } from '../timeline/typed-before.ts';
import type { NewDecision } from './schema.ts';

/** Writes a decision down: the question, what could be done, what was decided, on what, and by whom. */
export async function recordDecision(ctx: Context, incidentId: string, decision: NewDecision): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    if (!(await findPerson(tx.sql, decision.deciderId)))
      throw invalidField('deciderId', { ja: '決定者を選択してください', en: 'Choose who decided' });
    const { clientId, typedAt, ...decided } = decision;
    if (clientId && (await lineOfClient(tx.sql, incidentId, clientId))) return;
    record(tx, 'decision.recorded', {
      incidentId,
      at: ctx.happened ? undefined : typedBefore(typedAt, ctx.now),
      body: { ...decided, ...(clientId && { clientId }) },
    });
  });
}
