import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { findIncident, lockRunning } from '../incidents/index.ts';
import { regimesNow } from '../regimes/index.ts';
import { startFactOf } from '../regimes/rules.ts';
import { timesOf } from '../timeline/rules.ts';
import { inLine } from './in-line.ts';
import { groundsNow, owedNow } from './owed-now.ts';
import type { RegimeRuledOut } from './schema.ts';
import { insertReport, markNotNeeded, reportsOf } from './store.ts';

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
  const report = known[0] ?? (await neverRun(tx, incidentId, regime));
  await markNotNeeded(tx.sql, report.id, reason);
  record(tx, 'report.not-needed', {
    incidentId,
    body: { ...(await inLine(tx.sql, report)), stage: 'first', reason, grounds },
  });
}

/** A report whose clock never runs: what is ruled out stands beside those that do. */
async function neverRun(
  tx: Tx,
  incidentId: string,
  regime: string,
): Promise<Parameters<typeof insertReport>[2]> {
  const now = (await regimesNow(tx.sql)).find((each) => each.regime === regime);
  if (!now)
    throw invalidField('regime', {
      ja: '登録済みの報告先を選択してください',
      en: 'Choose a listed recipient',
    });
  const fact = startFactOf(now);
  const times = timesOf(await linesOfIncident(tx.sql, incidentId));
  const report = {
    id: tx.ctx.newId(),
    incidentId,
    regime,
    edition: now.edition,
    wrongful: false,
    recipient: now.name[tx.ctx.language],
    stage: 'first',
    // None went before it: should it turn out to be owed after all, its first report is still the first.
    number: 0,
    clock: 'law',
    startFact: fact ?? '',
    startsAt: (fact && times[fact]?.at) ?? whenOf(tx.ctx).at,
    dueAt: null,
  } as const;
  await insertReport(tx.sql, tx.ctx.orgId, report);
  return report;
}
