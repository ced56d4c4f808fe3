import { removeDemoOrganisation } from '../../../areas/prepare/parties/acts.ts';
import { systemContext } from '../../../areas/system-context.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { layDemo } from './found-demo.ts';

/** What was laid: a context of the utility, and one of the body that surveys it. */
export interface Laid {
  readonly utility: Context;
  readonly body: Context;
}

/**
 * Removes the demonstration a context acts in, with everything in it, and lays it again in a language: its times begin
 * with now. The caller has one transaction open for both.
 */
export async function layAnew(ctx: Context, language: Language): Promise<Laid> {
  permit(ctx, 'organisation.manage');
  await inTransaction(ctx, (tx) => removeDemoOrganisation(tx.sql));
  const of = (orgId: string): Context => ({
    ...systemContext(ctx, orgId, ctx.now),
    ...(ctx.joined && { joined: ctx.joined }),
  });
  const utility = of(ctx.newId());
  const { bodyId } = await layDemo(utility, language);
  return { utility, body: of(bodyId) };
}
