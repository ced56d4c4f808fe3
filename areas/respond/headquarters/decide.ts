import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import type { NewDecision } from './schema.ts';

/** Writes a decision down: the question, what could be done, what was decided, on what, and by whom. */
export async function recordDecision(ctx: Context, incidentId: string, decision: NewDecision): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    if (!(await findPerson(tx.sql, decision.deciderId)))
      throw invalidField('deciderId', { ja: '決めた人を選んでください', en: 'Choose who decided' });
    record(tx, 'decision.recorded', { incidentId, body: decision });
  });
}
