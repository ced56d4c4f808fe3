import { admitAdministrator } from '../../../areas/prepare/contacts/acts.ts';
import { accountOf, findPerson } from '../../../areas/prepare/contacts/index.ts';
import { lockOrganisation } from '../../../areas/prepare/parties/acts.ts';
import { readOrganisation } from '../../../areas/prepare/parties/index.ts';
import { whoIsOn } from '../../../areas/prepare/rosters/index.ts';
import { setDutyWithin } from '../../../areas/prepare/rosters/set-duty.ts';
import { record } from '../../../areas/record.ts';
import { type Context, inTransaction, together } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';
import { inPerson, permit } from '../../../kernel/permit.ts';
import { layAnew } from './lay-anew.ts';

const NO_DEMO = { ja: 'デモの組織ではありません', en: 'This is not the demo' };

/**
 * Lays the demonstration anew, in either language: its times begin again, and whoever asks is its only administrator.
 * Everything they did in it goes, all of it or nothing.
 */
export async function resetDemo(ctx: Context, language: Language): Promise<{ id: string }> {
  permit(ctx, 'organisation.manage');
  inPerson(ctx);
  return together(ctx, async (within) => {
    const { person, userId } = await inTransaction(within, async (tx) => {
      // Two at once are one after the other, and the second finds nothing to lay anew.
      await lockOrganisation(tx.sql);
      const personId = ctx.actor.personId ?? '';
      const known = { person: await findPerson(tx.sql, personId), userId: await accountOf(tx.sql, personId) };
      if (!(await readOrganisation(tx.sql))?.demo || !known.person || known.userId === null)
        throw new Fault('conflict', { detail: NO_DEMO });
      return { person: known.person, userId: known.userId };
    });
    const { utility, body } = await layAnew(within, language);
    const administrator = { ...person, language };
    const id = ctx.newId();
    // Whoever asked is somebody else there: what they did in the one that is gone went with it.
    await inTransaction({ ...utility, actor: { ...ctx.actor, id, personId: id } }, async (tx) => {
      await admitAdministrator(tx, id, administrator, userId);
      await setDutyWithin(tx, [id, ...(await whoIsOn(tx.sql)).map((each) => each.id)]);
      record(tx, 'organisation.demo-reset', { body: { language } });
    });
    await inTransaction(body, (tx) => admitAdministrator(tx, ctx.newId(), administrator, userId));
    return { id: utility.orgId };
  });
}
