import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { cutAt } from '../../../kernel/text.ts';
import { record } from '../../record.ts';
import { findPerson } from '../contacts/index.ts';
import { readZone } from '../parties/index.ts';
import { lockEntry, writeEntry } from '../registers/acts.ts';
import { readAbsencesInWorker } from './read-ics-in-worker.ts';
import type { LeaveFile } from './schema.ts';

const DAYS_AHEAD = 366;
const KEY_LETTERS = 12;
const UNKNOWN = () =>
  invalidField('personId', { ja: '登録のない人です', en: 'This person is not registered' });

/**
 * Takes the absences of a calendar file into the register of leave, from today for a year. What is there already stays;
 * the same file twice changes nothing.
 */
export async function takeLeave(
  ctx: Context,
  { personId, ics }: LeaveFile,
): Promise<{ added: number; known: number }> {
  permit(ctx, 'register.manage');
  const timeZone = await reading(ctx, async (trx) => {
    if (!(await findPerson(trx, personId))) throw UNKNOWN();
    return readZone(trx);
  });
  const today = ctx.now.toZonedDateTimeISO(timeZone).toPlainDate();
  const last = today.add({ days: DAYS_AHEAD });
  // Before the transaction: while a file is read, no connection waits for it.
  const absences = await readAbsencesInWorker({
    ics,
    timeZone,
    first: today.toString(),
    last: last.toString(),
  });
  if (absences.length === 0)
    throw new Fault('conflict', {
      detail: {
        ja: '今日から1年の間に予定がありません',
        en: 'It has no event within a year from today',
      },
    });
  return inTransaction(ctx, async (tx) => {
    const person = await findPerson(tx.sql, personId);
    if (!person) throw UNKNOWN();
    let added = 0;
    for (const { uid, title, from, until } of absences) {
      const digest = hashOf(`${personId} ${uid} ${from} ${until}`).toString('hex').slice(0, KEY_LETTERS);
      const key = `ics-${digest}`;
      if (await lockEntry(tx.sql, 'leave', key)) continue;
      const version = await writeEntry(tx.sql, {
        orgId: ctx.orgId,
        register: 'leave',
        key,
        entry: { key, name: cutAt(`${person.name} ${title}`, 200), personId, from, until },
        at: ctx.now,
        by: byOf(ctx.actor),
      });
      record(tx, 'register.kept', { body: { register: 'leave', key, version } });
      added += 1;
    }
    return { added, known: absences.length - added };
  });
}
