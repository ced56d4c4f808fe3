import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { admitAdministrator } from '../contacts/acts.ts';
import { accountOf, findPerson } from '../contacts/index.ts';
import { foundOrganisation, removeDemoOrganisation } from '../parties/acts.ts';
import { readOrganisation } from '../parties/index.ts';
import type { OrganisationChange } from '../parties/schema.ts';

/** Removes the demonstration with everything in it; the caller becomes administrator of an empty organisation. */
export async function replaceDemo(ctx: Context, own: OrganisationChange): Promise<{ id: string }> {
  permit(ctx, 'organisation.manage');
  return inTransaction(ctx, async (tx) => {
    const demo = await readOrganisation(tx.sql);
    const personId = ctx.actor.personId ?? '';
    const person = await findPerson(tx.sql, personId);
    const userId = await accountOf(tx.sql, personId);
    if (!demo?.demo || !person || userId === null) {
      throw new Fault('conflict', {
        detail: { ja: 'デモの組織ではありません', en: 'This is not the demo organisation' },
      });
    }
    await removeDemoOrganisation(tx.sql);
    const id = ctx.newId();
    const fresh = await tx.actFor(id);
    await foundOrganisation(fresh.sql, { id, ...own, demo: false }, ctx.now);
    record(fresh, 'organisation.founded', { body: { demo: false } });
    await admitAdministrator(fresh, ctx.newId(), person, userId);
    return { id };
  });
}
