import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findLine, linesOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { findIncident, lockIncident } from '../incidents/index.ts';
import { conflictsOf, estimateSeriesOf } from './conflicts.ts';
import { certaintiesOf } from './rules.ts';
import type { Dispute, FactsKnown, Settlement } from './schema.ts';

/** Puts another account beside a line: who tells it otherwise, and what they tell. The line stays. */
export async function disputeEntry(
  ctx: Context,
  incidentId: string,
  seq: number,
  { text, source }: Dispute,
): Promise<void> {
  permit(ctx, 'timeline.write');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const line = await findLine(tx.sql, seq);
    if (line?.incidentId !== incidentId || line.kind !== 'timeline.noted') throw new Fault('not-found');
    record(tx, 'timeline.disputed', { incidentId, corrects: seq, body: { text, source } });
  });
}

/** Says which account of a line holds, and on what ground; the others stay readable. */
export async function settleDispute(
  ctx: Context,
  incidentId: string,
  seq: number,
  { holds, basis }: Settlement,
): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const conflict = conflictsOf(await linesOfIncident(tx.sql, incidentId)).find((each) => each.seq === seq);
    if (!conflict) throw new Fault('not-found');
    if (holds !== null && !conflict.accounts.some((account) => account.seq === holds))
      throw invalidField('holds', {
        ja: 'この食い違いの中から選択してください',
        en: 'Choose one of the accounts of this conflict',
      });
    record(tx, 'timeline.settled', { incidentId, corrects: seq, body: { holds, basis } });
  });
}

/** What accounts differ on and how estimates have moved. */
export async function readFacts(ctx: Context, incidentId: string): Promise<FactsKnown> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    if (!(await findIncident(trx, incidentId))) throw new Fault('not-found');
    const lines = await linesOfIncident(trx, incidentId);
    return {
      entries: certaintiesOf(lines),
      conflicts: conflictsOf(lines),
      estimates: estimateSeriesOf(lines),
    };
  });
}
