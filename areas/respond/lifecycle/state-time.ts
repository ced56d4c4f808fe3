import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { notAhead } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { refuseUnchecked } from '../tasks/health-checks.ts';
import { oddOf, timesOf } from '../timeline/rules.ts';
import { type TimeStated, timeStated } from '../timeline/schema.ts';

/** States one of the incident's times. Stated again, the new line names the old one: both stay. */
export async function stateTime(ctx: Context, incidentId: string, given: TimeStated): Promise<void> {
  const { which, at: text, precision, note, noChecks } = timeStated.parse(given);
  permit(ctx, 'room.write');
  // That the service is back is said by who commands; the other times by whoever knows them.
  if (which === 'resumed') permit(ctx, 'incident.command');
  const at = notAhead(Temporal.Instant.from(text), ctx.now, 'at');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    if (which === 'resumed') await refuseUnchecked(tx.sql, incidentId, noChecks);
    const times = timesOf(await linesOfIncident(tx.sql, incidentId));
    refuseOdd(oddOf({ which, at, precision }, times), note);
    const before = times[which];
    record(tx, 'incident.time-stated', {
      incidentId,
      at,
      precision,
      corrects: before?.stated ? before.seq : undefined,
      body: { which, note, ...(noChecks !== '' && { noChecks }) },
    });
  });
}

/** @throws Fault `invalid` at the time that cannot be, or at the reason that is wanted for one that is odd */
function refuseOdd(odd: ReturnType<typeof oddOf>, note: string): void {
  if (odd === 'beforeOccurred')
    throw invalidField('at', {
      ja: '発生より前の時刻です。この時刻、または発生の時刻を修正してください',
      en: 'This is before it occurred. Fix this time, or the time it occurred',
    });
  if (odd === 'beforeNoticed' && note === '')
    throw invalidField('note', {
      ja: '検知・宣言より前の時刻です。先に検知の時刻を記録するか、根拠を入力してください',
      en: 'This is before it was detected or declared. Record the detection time first, or enter the basis',
    });
}
