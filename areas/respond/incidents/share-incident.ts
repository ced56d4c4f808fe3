import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { isOutside } from '../../roles.ts';
import { findIncident, lockIncident, setShare } from './store.ts';

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
    if (!person || !(incident.restricted || isOutside(person.roles))) {
      throw invalidField('personId', {
        ja: '社外の利用者を選んでください',
        en: 'Choose somebody from an outside party',
      });
    }
    await setShare(tx.sql, ctx.orgId, id, personId, shared);
    record(tx, shared ? 'incident.shared' : 'incident.unshared', { incidentId: id, body: { personId } });
  });
}
