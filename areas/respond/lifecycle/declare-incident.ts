import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { isAfterwards, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { insertIncident, type NewIncident, setRestricted, setShare } from '../incidents/acts.ts';
import { choosePlanWithin } from '../plans/acts.ts';
import { knownInputs } from '../plans/schema.ts';
import { type Declaration, declaration } from './schema.ts';

/** Declares by hand. Whether people are paged is decided here and stands in the fact. */
export async function declareIncident(
  ctx: Context,
  given: Declaration,
): Promise<{ id: string; number: number }> {
  permit(ctx, 'incident.declare');
  return inTransaction(ctx, async (tx) => {
    const id = ctx.newId();
    const {
      title,
      severity,
      page,
      note,
      situation = null,
      site,
      drill,
      restricted,
    } = declaration.parse(given);
    if (restricted) await keepToDeclarer(tx, id);
    // Nobody is called for what is long over.
    const calls = page && !isAfterwards(ctx);
    const number = await declareWithin(
      tx,
      { id, title, severity, situation, site, drill, ruleId: null, groupKey: '' },
      { page: calls, signalId: null },
    );
    if (note) record(tx, 'timeline.noted', { incidentId: id, body: { text: note } });
    return { id, number };
  });
}

/** Before the incident is there, so that nobody sees it for a moment. */
async function keepToDeclarer(tx: Tx, id: string): Promise<void> {
  const { personId } = tx.ctx.actor;
  if (personId === undefined)
    throw invalidField('restricted', {
      ja: '閲覧限定のインシデントは、手動で宣言してください',
      en: 'Restricted incidents must be declared by a person',
    });
  await setShare(tx.sql, tx.ctx.orgId, id, personId, true);
  await setRestricted(tx.sql, tx.ctx.orgId, id, true);
}

export async function declareWithin(
  tx: Tx,
  given: NewIncident,
  cause: { page: boolean; signalId: string | null },
): Promise<number> {
  const { ctx } = tx;
  // An alert's title comes as its sender wrote it, with a line end as often as not.
  const incident = { ...given, title: given.title.trim() };
  const number = await insertIncident(tx.sql, ctx.orgId, incident, whenOf(ctx).at);
  const { id: incidentId, title, severity, ruleId, drill } = incident;
  record(tx, 'incident.declared', { incidentId, body: { number, title, severity, ruleId, drill, ...cause } });
  await choosePlanWithin(tx, incidentId, knownInputs(incident));
  return number;
}
