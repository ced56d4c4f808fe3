import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { isOvertaken } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { readInput } from '../../prepare/plans/rules.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { estimatesOf, setEstimates } from './store.ts';

/**
 * Says what is known or estimated of an incident now, or takes it back with null; the plan's levels and reports follow.
 * @throws Fault `invalid` for a value that is none of its input's, `conflict` when it is not what the writer had seen
 */
export async function estimateIncident(
  ctx: Context,
  incidentId: string,
  input: string,
  value: string | null,
  seen?: string | null,
): Promise<void> {
  permit(ctx, 'timeline.write');
  const read = value === null ? null : readInput(input, value);
  if (read === undefined)
    throw new Fault('invalid', {
      fields: [
        {
          field: 'value',
          mend: { ja: 'この項目に指定できない値です', en: 'This value is not valid for that input' },
        },
      ],
    });
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const { [input]: before, ...others } = await estimatesOf(tx.sql, incidentId);
    const known = await newestEstimateOf(tx, incidentId, input);
    // What is known since then holds; what was thought before it is one more of the series.
    if (!isOvertaken(ctx, known)) {
      if ((before ?? null) === read) return;
      holdToSeen(seen && (readInput(input, seen) ?? seen), before ?? null);
      await setEstimates(tx.sql, incidentId, read === null ? others : { ...others, [input]: read });
    }
    record(tx, 'incident.estimated', { incidentId, body: { input, value: read } });
  });
}

/** The latest moment an input of an incident was estimated for. */
async function newestEstimateOf(
  tx: Tx,
  incidentId: string,
  input: string,
): Promise<Temporal.Instant | undefined> {
  if (!tx.ctx.happened) return undefined;
  return (await linesOfIncident(tx.sql, incidentId))
    .filter(({ kind, body }) => kind === 'incident.estimated' && body['input'] === input)
    .map(({ at }) => at)
    .sort(Temporal.Instant.compare)
    .at(-1);
}
