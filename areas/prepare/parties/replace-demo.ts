import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { admitPerson } from '../contacts/admit-person.ts';
import { accountOf, findPerson } from '../contacts/index.ts';
import type { OrganisationChange } from './schema.ts';
import { foundOrganisation, readOrganisation, removeDemoOrganisation } from './store.ts';

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
        detail: { ja: 'デモの組織ではありません', en: 'This is not the demonstration' },
      });
    }
    await removeDemoOrganisation(tx.sql);
    const id = ctx.newId();
    const fresh = await tx.actFor(id);
    await foundOrganisation(fresh.sql, { id, ...own, demo: false }, ctx.now);
    setTimer(fresh, 'expire-signals', 'every', {}, { at: ctx.now });
    record(fresh, 'organisation.founded', { body: { demo: false } });
    const { name, email, language } = person;
    const admitted = {
      name,
      email,
      language,
      roles: ['administrator' as const],
      unitId: null,
      breakGlass: false,
    };
    await admitPerson(fresh, ctx.newId(), admitted, userId);
    return { id };
  });
}
