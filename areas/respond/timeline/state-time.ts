import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { openTasksOf } from '../tasks/index.ts';
import { timesOf } from './rules.ts';
import type { TimeStated } from './schema.ts';

/** States one of the incident's times. Stated again, the new line names the old one: both stay. */
export async function stateTime(
  ctx: Context,
  incidentId: string,
  { which, at: text, precision, note }: TimeStated,
): Promise<void> {
  permit(ctx, 'room.write');
  const at = Temporal.Instant.from(text);
  if (Temporal.Instant.compare(at, ctx.now) > 0)
    throw invalidField('at', {
      ja: '未来の時刻は記録できません',
      en: 'A time in the future cannot be recorded',
    });
  await inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    if (which === 'resumed') await refuseUnchecked(tx, incidentId);
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

/** A service is not said to be resumed while a health check is open (Y27). */
async function refuseUnchecked(tx: Tx, incidentId: string): Promise<void> {
  const open = (await openTasksOf(tx.sql, incidentId)).filter(({ kind }) => kind === 'healthCheck');
  if (open.length === 0) return;
  const titles = open.map(({ title }) => title).join('、');
  throw new Fault('conflict', {
    detail: {
      ja: `再開前の確認が残っています：${titles}`,
      en: `Health checks are still open: ${titles}`,
    },
  });
}
