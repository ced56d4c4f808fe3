import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { permissionsOf } from '../../roles.ts';
import { lockCycle } from '../cycles/acts.ts';
import type { CycleView } from '../cycles/schema.ts';
import { FEWEST_RATERS } from './rules.ts';
import { keepApart } from './sight.ts';
import { deleteSheet, insertSheet, lockSheets, type Sheet } from './store.ts';
import { REFUSED } from './words.ts';

/** A cycle whose raters may still change: nobody has seen what others gave. */
async function unseen(tx: Tx, cycleId: string): Promise<{ cycle: CycleView; sheets: Sheet[] }> {
  const cycle = await lockCycle(tx.sql, cycleId);
  if (!cycle) throw new Fault('not-found');
  const sheets = await lockSheets(tx.sql, cycleId);
  keepApart(tx, cycle, sheets);
  const done = sheets.length > 0 && sheets.every(({ lockedAt }) => lockedAt !== null);
  if (done || (cycle.state !== 'open' && cycle.state !== 'rating'))
    throw new Fault('conflict', { detail: REFUSED.started });
  return { cycle, sheets };
}

export async function assignRater(ctx: Context, cycleId: string, personId: string): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    await unseen(tx, cycleId);
    const person = await findPerson(tx.sql, personId);
    if (!person || !permissionsOf(person.roles).has('survey.rate'))
      throw invalidField('personId', REFUSED.notARater);
    if (!(await insertSheet(tx.sql, ctx.orgId, cycleId, personId, ctx.now)))
      throw invalidField('personId', REFUSED.alreadyRater);
    record(tx, 'survey.rater-assigned', { body: { cycleId, personId } });
  });
}

/** Only of who has given nothing yet: what was given is never lost. */
export async function removeRater(ctx: Context, cycleId: string, personId: string): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const { cycle, sheets } = await unseen(tx, cycleId);
    const sheet = sheets.find(({ raterId }) => raterId === personId);
    if (!sheet) throw new Fault('not-found');
    if (sheet.rated > 0 || sheet.lockedAt) throw new Fault('conflict', { detail: REFUSED.hasRated });
    if (cycle.state === 'rating' && sheets.length <= FEWEST_RATERS)
      throw new Fault('conflict', { detail: REFUSED.fewRaters });
    await deleteSheet(tx.sql, cycleId, personId);
    record(tx, 'survey.rater-removed', { body: { cycleId, personId } });
  });
}
