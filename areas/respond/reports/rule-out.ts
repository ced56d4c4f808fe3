import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { findIncident, lockRunning } from '../incidents/index.ts';
import { timesOf } from '../timeline/rules.ts';
import { groundsNow, owedNow } from './owed-now.ts';
import type { RegimeRuledOut } from './schema.ts';
import { insertReport, markNotNeeded, reportsOf } from './store.ts';
import { REGIMES } from './words.ts';

/** Says that a regime which seemed owed is not, and why, without its clocks ever having run. */
export async function ruleOut(
  ctx: Context,
  incidentId: string,
  { regime, reason }: RegimeRuledOut,
): Promise<void> {
  permit(ctx, 'incident.command');
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    await ruleOutWithin(tx, incidentId, { regime, reason });
  });
}

/**
 * The same in the caller's transaction, which has locked the incident.
 * @throws Fault `conflict` where its clocks run, or it was ruled out before
 */
export async function ruleOutWithin(
  tx: Tx,
  incidentId: string,
  { regime, reason }: RegimeRuledOut,
): Promise<void> {
  const known = (await reportsOf(tx.sql, incidentId)).filter((each) => each.regime === regime);
  const incident = await findIncident(tx.sql, incidentId);
  if (!incident) throw new Fault('not-found');
  // Ruled out before, it is asked about again once there is more to it than there was then.
  const again = known.length === 0 || (await owedNow(tx.sql, incident)).includes(regime);
  if (!again)
    throw new Fault('conflict', {
      detail: {
        ja: 'この報告は開始済みか、不要と判断済みです。開始済みの報告は、個別に不要としてください',
        en: 'This report is already started or ruled out. Mark started reports as not required one by one',
      },
    });
  const grounds = [...((await groundsNow(tx.sql, incident)).get(regime) ?? [])];
  const { startFact, name } = REGIMES[regime];
  const id = known[0]?.id ?? tx.ctx.newId();
  if (known.length === 0)
    await insertReport(tx.sql, tx.ctx.orgId, {
      id,
      incidentId,
      regime,
      recipient: name[tx.ctx.language],
      stage: 'first',
      // None went before it: should it turn out to be owed after all, its first report is still the first.
      number: 0,
      clock: 'law',
      startFact,
      startsAt: timesOf(await linesOfIncident(tx.sql, incidentId))[startFact]?.at ?? whenOf(tx.ctx).at,
      dueAt: null,
    });
  await markNotNeeded(tx.sql, id, reason);
  record(tx, 'report.not-needed', {
    incidentId,
    body: { reportId: id, regime, stage: 'first', reason, grounds },
  });
}
