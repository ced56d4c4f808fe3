import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { absorb, setTimer } from '../../enqueue.ts';
import { readZone } from '../parties/index.ts';
import { CHECKS } from './checks/index.ts';
import { gatherRegisters } from './gather-registers.ts';
import { askAll, scoreOf } from './rules.ts';
import { writeDay } from './store.ts';

/** Timer: writes down what the checks say today, and sets itself for the next morning. */
export async function noteReadiness(tx: Tx): Promise<void> {
  const { ctx } = tx;
  permit(ctx, 'register.read');
  await absorb(tx, 'note-readiness');
  const registers = await gatherRegisters(tx.sql, ctx.orgId, ctx.now);
  const checked = askAll(CHECKS, registers);
  const score = scoreOf(checked.flatMap(({ subjects }) => subjects));
  const byCheck = Object.fromEntries(checked.map(({ id, subjects }) => [id, scoreOf(subjects)]));
  await writeDay(tx.sql, ctx.orgId, { day: registers.today, ...score }, byCheck);
  const zone = await readZone(tx.sql);
  const tomorrow = ctx.now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 });
  setTimer(
    tx,
    'note-readiness',
    'daily',
    {},
    {
      at: tomorrow.toZonedDateTime({ timeZone: zone, plainTime: '06:00' }).toInstant(),
    },
  );
}
