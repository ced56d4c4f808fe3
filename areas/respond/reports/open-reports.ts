import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { notAhead } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { lockRunning } from '../incidents/index.ts';
import { timesOf } from '../timeline/rules.ts';
import { clocksOf } from './rules.ts';
import { openReport, reclock } from './run-clock.ts';
import { type ReportOpened, reportOpened } from './schema.ts';
import { reportsOf } from './store.ts';
import { REGIMES } from './words.ts';

/**
 * Starts the clocks of a regime, from the fact its rule names, as the record has it (recognised, not noticed). Started again
 * because a wrongful purpose is suspected by now, what has not gone out has the longer time.
 */
export async function openReports(ctx: Context, incidentId: string, given: ReportOpened): Promise<void> {
  permit(ctx, 'room.write');
  const { regime, startsAt: stated, wrongful } = reportOpened.parse(given);
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const { startFact, name } = REGIMES[regime];
    const known = timesOf(await linesOfIncident(tx.sql, incidentId))[startFact]?.at;
    const startsAt = stated === null ? known : Temporal.Instant.from(stated);
    if (!startsAt)
      throw invalidField('startsAt', {
        ja: '起算となる時刻が記録されていません。時刻を入力してください',
        en: 'The start time of the clock is not recorded yet. Enter it',
      });
    notAhead(startsAt, ctx.now, 'startsAt');
    const running = (await reportsOf(tx.sql, incidentId)).filter((each) => each.regime === regime);
    let changed = 0;
    for (const { stage, dueAt } of clocksOf(regime, startsAt, wrongful)) {
      const known = running.find((each) => each.stage === stage && each.number === 1);
      if (known) {
        if (!wrongful || known.state !== 'due' || known.clock !== 'law' || sameTime(known.dueAt, dueAt))
          continue;
        if (!(await reclock(tx, known, { startsAt: known.startsAt, dueAt, clock: 'law' }))) continue;
      } else {
        const recipient = name[ctx.language];
        await openReport(tx, {
          incidentId,
          regime,
          recipient,
          stage,
          number: 1,
          clock: 'law',
          startFact,
          startsAt,
          dueAt,
        });
      }
      changed++;
    }
    if (changed === 0)
      throw new Fault('conflict', {
        detail: { ja: 'この報告の期限は設定済みです', en: 'The clock of this report is already running' },
      });
  });
}

const sameTime = (one: Temporal.Instant | null, other: Temporal.Instant | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);
