import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { isOutside } from '../../roles.ts';
import { lockIncident, setShare } from './store.ts';

/** Gives an outside party sight of one incident, or takes it away. Everybody inside sees it anyway. */
export async function shareIncident(
  ctx: Context,
  id: string,
  personId: string,
  shared: boolean,
): Promise<void> {
  permit(ctx, 'incident.share');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, id))) throw new Fault('not-found');
    const person = await findPerson(tx.sql, personId);
    if (!person || !isOutside(person.roles)) {
      throw invalidField('personId', {
        ja: '社外の利用者を選んでください',
        en: 'Choose somebody from an outside party',
      });
    }
    await setShare(tx.sql, ctx.orgId, id, personId, shared);
    record(tx, shared ? 'incident.shared' : 'incident.unshared', { incidentId: id, body: { personId } });
  });
}
