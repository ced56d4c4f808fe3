import { type Context, inTransaction } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { findCase } from '../../../learn/cases/index.ts';
import { record } from '../../../record.ts';
import { readEdition } from '../store.ts';
import type { NewAttempt } from './schema.ts';
import { insertAttempt } from './store.ts';
import { NO_SUCH_EDITION } from './words.ts';

/** Logs that somebody tried to find out whose incident an edition tells of: who, how long, with what, and whether they could. */
export async function logAttempt(ctx: Context, caseId: string, attempt: NewAttempt): Promise<{ id: string }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    if (!(await findCase(tx.sql, caseId))) throw new Fault('not-found');
    if (!(await readEdition(tx.sql, caseId, attempt.number))) throw invalidField('number', NO_SUCH_EDITION);
    const id = ctx.newId();
    await insertAttempt(tx.sql, ctx.orgId, caseId, { ...attempt, id }, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.identification-tried', {
      body: { caseId, attemptId: id, number: attempt.number, found: attempt.found },
    });
    return { id };
  });
}
