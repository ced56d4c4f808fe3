import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { notAhead, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { lockRunning } from '../incidents/index.ts';
import { regimeOf, regimesNow } from '../regimes/index.ts';
import { type Clock, clocksOf, startFactOf } from '../regimes/rules.ts';
import { timesOf } from '../timeline/rules.ts';
import { momentsOf, sameTime, wentOf } from './rules.ts';
import { openReport, reclock } from './run-clock.ts';
import { type ReportOpened, reportOpened } from './schema.ts';
import { type Counted, reportOf } from './started-report.ts';
import { reportsOf, type StoredReport } from './store.ts';

/**
 * Starts the clocks of a regime, from the facts it names, as the record has them (recognised, not noticed). Started again
 * because a wrongful purpose is suspected by now, what has not gone out has the longer time.
 */
export async function openReports(ctx: Context, incidentId: string, given: ReportOpened): Promise<void> {
  permit(ctx, 'room.write');
  const { regime, startsAt: stated, wrongful } = reportOpened.parse(given);
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const running = (await reportsOf(tx.sql, incidentId)).filter(
      (each) => each.regime === regime && each.number > 0,
    );
    const counted = await countedBy(tx, regime, running);
    const times = timesOf(await linesOfIncident(tx.sql, incidentId));
    const fact = startFactOf(counted.document);
    const given = stated === null ? undefined : Temporal.Instant.from(stated);
    const startsAt = given ?? (fact ? times[fact]?.at : whenOf(ctx).at);
    if (!startsAt)
      throw invalidField('startsAt', {
        ja: '起算となる時刻が記録されていません。時刻を入力してください',
        en: 'The start time of the clock is not recorded yet. Enter it',
      });
    notAhead(startsAt, ctx.now, 'startsAt');
    const clocks = clocksOf(counted.document, momentsOf(times, given), wrongful, wentOf(running));
    let changed = 0;
    for (const clock of clocks) {
      const known = running.find((each) => each.stage === clock.stage && each.number === 1);
      if (known) {
        if (wrongful && (await lengthen(tx, known, clock))) changed++;
        continue;
      }
      const made = reportOf(ctx, { incidentId, counted, clock, wrongful });
      if (!made) continue;
      await openReport(tx, made);
      changed++;
    }
    if (changed === 0)
      throw new Fault('conflict', {
        detail: { ja: 'この報告の期限は設定済みです', en: 'The clock of this report is already running' },
      });
  });
}

async function countedBy(tx: Tx, regime: string, [running]: readonly StoredReport[]): Promise<Counted> {
  if (running) return { regime, edition: running.edition, document: await regimeOf(tx.sql, running) };
  const now = (await regimesNow(tx.sql)).find((each) => each.regime === regime);
  if (!now || now.ended)
    throw invalidField('regime', {
      ja: '使用中の報告先から選択してください',
      en: 'Choose a recipient that is in use',
    });
  return { regime, edition: now.edition, document: now };
}

/** What runs by the law has the longer time from now on. */
async function lengthen(tx: Tx, known: StoredReport, { dueAt }: Clock): Promise<boolean> {
  if (known.state !== 'due' || known.clock !== 'law' || sameTime(known.dueAt, dueAt)) return false;
  return reclock(tx, known, { startsAt: known.startsAt, dueAt, clock: 'law', wrongful: true });
}
