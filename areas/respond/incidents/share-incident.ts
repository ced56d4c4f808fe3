import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPeople, findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { isOutside } from '../../roles.ts';
import { findIncident, lockIncident, setShare, sharedWith } from './store.ts';

/** Gives somebody sight of one incident, or takes it away: an outside party, or anybody where it is restricted. */
export async function shareIncident(
  ctx: Context,
  id: string,
  personId: string,
  shared: boolean,
): Promise<void> {
  permit(ctx, 'incident.share');
  await inTransaction(ctx, async (tx) => {
    await lockIncident(tx.sql, id);
    const incident = await findIncident(tx.sql, id);
    if (!incident) throw new Fault('not-found');
    const person = await findPerson(tx.sql, personId);
    if (shared && (!person || !(incident.restricted || isOutside(person.roles)))) {
      throw invalidField('personId', {
        ja: '社外の利用者を選択してください',
        en: 'Choose an external user',
      });
    }
    if (!shared && incident.restricted) await keepOneInside(tx, id, personId);
    await setShare(tx.sql, ctx.orgId, id, personId, shared);
    record(tx, shared ? 'incident.shared' : 'incident.unshared', { incidentId: id, body: { personId } });
  });
}

/** Nobody could ever open a restricted incident again that no insider sees. */
async function keepOneInside(tx: Tx, incidentId: string, leaving: string): Promise<void> {
  const others = (await sharedWith(tx.sql, incidentId)).filter((id) => id !== leaving);
  if ((await findPeople(tx.sql, others)).some(({ roles }) => !isOutside(roles))) return;
  throw invalidField('personId', {
    ja: '閲覧できる社内の利用者がいなくなります。先に別の人と共有するか、閲覧限定を解除してください',
    en: 'No internal user could see it. Share it with someone else first, or remove the restriction',
  });
}
