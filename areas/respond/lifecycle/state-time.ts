import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { refuseUnchecked } from '../tasks/health-checks.ts';
import { refuseFuture } from '../timeline/refuse-future.ts';
import { timesOf } from '../timeline/rules.ts';
import type { TimeStated } from '../timeline/schema.ts';

/** States one of the incident's times. Stated again, the new line names the old one: both stay. */
export async function stateTime(
  ctx: Context,
  incidentId: string,
  { which, at: text, precision, note }: TimeStated,
): Promise<void> {
  permit(ctx, 'room.write');
  // That the service is back is said by who commands; the other times by whoever knows them.
  if (which === 'resumed') permit(ctx, 'incident.command');
  const at = Temporal.Instant.from(text);
  refuseFuture(at, ctx.now);
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    if (which === 'resumed') await refuseUnchecked(tx.sql, incidentId);
    const before = timesOf(await linesOfIncident(tx.sql, incidentId))[which];
    record(tx, 'incident.time-stated', {
      incidentId,
      at,
      precision,
      corrects: before?.stated ? before.seq : undefined,
      body: { which, note },
    });
  });
}
