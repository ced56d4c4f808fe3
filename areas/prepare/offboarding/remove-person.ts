import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { Role } from '../../roles.ts';
import { forgetQuestions } from '../confirmations/acts.ts';
import { forgetRoutes } from '../contact-routes/acts.ts';
import { keepsAnAdministrator, markRemoved } from '../contacts/acts.ts';
import { BEYOND } from '../contacts/add-person.ts';
import { lockPerson } from '../contacts/index.ts';
import { mayGrant } from '../contacts/rules.ts';
import { brokenOverrides } from '../rosters/broken-overrides.ts';
import { dropFromDuty } from '../rosters/drop-from-duty.ts';
import type { BrokenOverride } from '../rosters/schema.ts';
import { withdrawSwapsOf } from '../swaps/acts.ts';

/**
 * Somebody leaves. The row stays, without a way to sign in, so that old records can still say who it was. Duty, ways to
 * reach them and questions go in this very transaction, so that nobody is called who has left; what was sent to them
 * before is forgotten by what the wiring says of the fact.
 * @returns overrides and swaps they were to take, which fall away
 */
export async function removePerson(ctx: Context, id: string): Promise<{ breaks: BrokenOverride[] }> {
  permit(ctx, 'person.manage');
  return inTransaction(ctx, async (tx) => {
    const person = await lockPerson(tx.sql, id);
    if (!person) throw new Fault('not-found');
    if (!mayGrant(ctx.actor.permissions, person.roles as Role[]))
      throw new Fault('forbidden', { detail: BEYOND });
    await markRemoved(tx.sql, id, ctx.now);
    await dropFromDuty(tx, id);
    await forgetRoutes(tx.sql, id);
    await forgetQuestions(tx.sql, id);
    await keepsAnAdministrator(tx.sql, ctx.orgId);
    await withdrawSwapsOf(tx, id);
    record(tx, 'person.removed', { body: { personId: id } });
    return { breaks: await brokenOverrides(tx.sql, ctx.orgId, ctx.now, id) };
  });
}
