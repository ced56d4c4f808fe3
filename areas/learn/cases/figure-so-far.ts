import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import type { FigureData } from '../../../report/figure/schema.ts';
import { draftedFigure } from './draft.ts';
import { COUNTED, incidentTold } from './incident-history.ts';

/** The figure an incident would have if its case were drafted now: it grows with the timeline. */
export async function figureSoFar(ctx: Context, incidentId: string): Promise<{ figure: FigureData }> {
  permit(ctx, 'case.read');
  permit(ctx, 'incident.read');
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    const told = await incidentTold(trx, incidentId, COUNTED.figure);
    if (!told) throw new Fault('not-found');
    // Whoever sees the incident sees it whole; what is kept back is kept out of the case.
    return { figure: draftedFigure({ ...told, restricted: false, isWithheld: () => false }) };
  });
}
