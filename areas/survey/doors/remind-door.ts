import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { remindersAround, stillInTime } from '../deadlines/rules.ts';
import { contentOf, duesOfReport, findReport } from '../intake/index.ts';
import { DOOR, isShut } from './rules.ts';
import { doorsOf } from './store.ts';

/**
 * Timer, set whenever a version came in: whoever holds a way in to a report is reminded of what is owed, once for each moment
 * the deadlines name, and this looks again at the next.
 */
export async function remindDoor(tx: Tx, { reportId }: { readonly reportId: string }): Promise<void> {
  const report = await findReport(tx.sql, reportId);
  if (report?.state !== 'received' || report.verdict === 'notOurs') return;
  const content = await contentOf(tx.sql, reportId, report.version);
  const held = content && (await duesOfReport(tx.sql, report, content));
  const dues = stillInTime(held?.dues ?? [], tx.ctx.now);
  const { come, next: later } = remindersAround(dues, tx.ctx.now);
  if (later) setTimer(tx, 'remind-door', reportId, { reportId }, { at: later });
  if (!come) return;
  const doors = (await doorsOf(tx.sql, reportId)).filter((door) => !isShut(door, tx.ctx.now));
  await putMessages(
    tx,
    DOOR,
    doors.map(({ id, name, email, language }) => ({
      about: id,
      kind: 'due',
      name,
      address: email,
      language,
      channel: 'email',
      once: `survey-due ${reportId} ${come.toString()} ${id}`,
    })),
  );
}
