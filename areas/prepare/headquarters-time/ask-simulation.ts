import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { plansInForce } from '../plans/index.ts';
import { HOURS_AHEAD, type SimulationWanted } from './schema.ts';
import { beginSimulation } from './store.ts';

/** Asks for a simulation; it is worked out on a thread of its own, and its progress can be read meanwhile. */
export async function askSimulation(ctx: Context, wanted: SimulationWanted): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    const plan = (await plansInForce(tx.sql)).find(({ key }) => key === wanted.plan)?.plan;
    if (!plan?.bodies.some(({ kind }) => kind === 'headquarters'))
      throw new Fault('invalid', {
        fields: [
          {
            field: 'plan',
            mend: {
              ja: '対策本部を定めた公開中の対応計画を選択してください',
              en: 'Choose an active plan that defines a headquarters',
            },
          },
        ],
      });
    const id = ctx.newId();
    await beginSimulation(tx.sql, ctx.orgId, id, wanted, HOURS_AHEAD, ctx.now);
    record(tx, 'headquarters-time.wanted', {
      body: { simulationId: id, plan: wanted.plan, runs: wanted.runs },
    });
  });
}
