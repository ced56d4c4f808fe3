import { removeDemoOrganisation } from '../../../areas/prepare/parties/acts.ts';
import { systemContext } from '../../../areas/system-context.ts';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { layDemo } from './found-demo.ts';

/**
 * Removes the demonstration a context acts in, with everything in it, and lays it again in a language: its times begin
 * with now. The caller has one transaction open for both.
 * @returns a context of the one that is there now
 */
export async function layAnew(ctx: Context, language: Language): Promise<Context> {
  permit(ctx, 'organisation.manage');
  await inTransaction(ctx, (tx) => removeDemoOrganisation(tx.sql));
  const fresh = { ...systemContext(ctx, ctx.newId(), ctx.now), ...(ctx.joined && { joined: ctx.joined }) };
  await layDemo(fresh, language);
  return fresh;
}
