import type { Context } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { keepEntryOf } from '../register-entries/keep-entry.ts';
import { PLANS } from './register.ts';
import type { StartingSituation } from './schema.ts';
import { startingPlan } from './starting-plans.ts';

/** Takes a starting plan into the register as a draft, in the language asked for. @throws Fault `conflict` when it is there */
export async function startPlan(
  ctx: Context,
  situation: StartingSituation,
  language: 'ja' | 'en',
): Promise<{ key: string; version: number }> {
  permit(ctx, 'register.manage');
  const plan = startingPlan(situation, language);
  return { key: plan.key, ...(await keepEntryOf(ctx, { kind: PLANS, guard: null }, 0, plan)) };
}
