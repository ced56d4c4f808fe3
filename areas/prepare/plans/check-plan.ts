import { type Context, reading } from '../../../database/transaction.ts';
import { called, Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { lintPlan } from './lint-plan.ts';
import { peopleOf } from './people-known.ts';
import { PLANS } from './register.ts';
import { type PlanCheck, plan as planShape } from './schema.ts';

/** Looks a plan through as it is being written; nothing is kept. */
export async function checkPlan(ctx: Context, input: unknown): Promise<PlanCheck> {
  permit(ctx, 'register.read');
  const parsed = planShape.safeParse(input);
  if (!parsed.success)
    throw new Fault('invalid', {
      fields: fieldFaultsOf(parsed.error, 'entry').map((each) => called(each, PLANS.fields)),
    });
  const people = await reading(ctx, (trx) => peopleOf(trx, [parsed.data], ctx.now));
  return lintPlan(parsed.data, people);
}
