import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { draftOf } from './draft.ts';
import { COUNTED, incidentTold } from './incident-history.ts';
import { type Unsaid, unsaidOf } from './recorded/rules.ts';
import { findCase } from './store.ts';

/** What the record of its incident says by now and a case does not: left out, or entered after the draft was made. */
export async function listUnsaid(ctx: Context, id: string): Promise<Unsaid[]> {
  permit(ctx, 'case.write');
  permit(ctx, 'incident.read');
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    const found = await findCase(trx, id);
    if (!found) throw new Fault('not-found');
    const told =
      found.incidentId === null ? undefined : await incidentTold(trx, found.incidentId, COUNTED.draft);
    return told ? unsaidOf(found.document, draftOf(told)) : [];
  });
}
