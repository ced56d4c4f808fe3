import { type Context, inTransaction } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { lockRunning } from '../incidents/index.ts';
import { openReport } from './run-clock.ts';
import type { FollowUp } from './schema.ts';
import { reportsOf } from './store.ts';

/** Opens a follow-up of a regime that runs: there is news, or the authority asked. @returns its id */
export async function addFollowUp(
  ctx: Context,
  incidentId: string,
  { regime, dueAt }: FollowUp,
): Promise<{ id: string }> {
  permit(ctx, 'room.write');
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const running = (await reportsOf(tx.sql, incidentId)).filter((each) => each.regime === regime);
    const [first] = running;
    if (!first)
      throw invalidField('regime', {
        ja: '先に、この報告先の報告期限を設定（起算）してください',
        en: 'Start the clock of this report first',
      });
    const number =
      Math.max(0, ...running.filter(({ stage }) => stage === 'followUp').map((each) => each.number)) + 1;
    const { recipient, startFact, edition, wrongful } = first;
    const id = await openReport(tx, {
      incidentId,
      regime,
      edition,
      wrongful,
      recipient,
      stage: 'followUp',
      number,
      clock: 'asked',
      startFact,
      // It is owed from when it was asked for.
      startsAt: whenOf(ctx).at,
      dueAt: dueAt === null ? null : Temporal.Instant.from(dueAt),
    });
    return { id };
  });
}
