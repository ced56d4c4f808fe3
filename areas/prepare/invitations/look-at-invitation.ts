import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPerson, invitationsOf } from '../contacts/index.ts';
import { standingOf } from '../contacts/rules.ts';
import { readOrganisation } from '../parties/index.ts';

/** What an invitation is for, told to whoever holds its link before they use it. */
export interface Invited {
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly until: string;
}

/** @throws Fault `gone` where it was used, withdrawn, renewed, or is over */
export async function lookAtInvitation(ctx: Context, id: string): Promise<Invited> {
  permit(ctx, 'confirmation.answer');
  return reading(ctx, async (trx) => {
    const personId = ctx.actor.personId ?? '';
    const person = await findPerson(trx, personId);
    const known = (await invitationsOf(trx, [personId])).get(personId);
    const organisation = await readOrganisation(trx);
    if (!person || !organisation || known?.invitationId !== id || standingOf(known, ctx.now) !== 'invited')
      throw new Fault('gone');
    const until = known.invitedUntil?.toString() ?? '';
    return { organisation: organisation.name, name: person.name, email: person.email, until };
  });
}
