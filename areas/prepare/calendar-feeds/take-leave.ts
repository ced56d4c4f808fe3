import { type Context, inTransaction, reading, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { cutAt } from '../../../kernel/text.ts';
import { record } from '../../record.ts';
import { findPerson } from '../contacts/index.ts';
import { readZone } from '../parties/index.ts';
import { eraseEntry, lockEntry, writeEntry } from '../registers/acts.ts';
import { readRegister } from '../registers/index.ts';
import { LEAVE } from '../rosters/register.ts';
import type { Leave } from '../rosters/schema.ts';
import { readAbsencesInWorker } from './read-ics-in-worker.ts';
import { eventKey, keyOf, type LeaveChange, leaveChanges } from './rules.ts';
import type { LeaveFile, LeaveTaken } from './schema.ts';

const DAYS_AHEAD = 366;
const UNKNOWN = () =>
  invalidField('personId', { ja: '登録されていない利用者です', en: 'This person is not registered' });
const hash = (text: string): string => hashOf(text).toString('hex');

/**
 * Takes the absences of a calendar file into the register of leave, from today for a year. The same file twice changes
 * nothing; an event that was moved or cancelled since is so here too. What the file does not name any more is told, and
 * withdrawn when somebody says so: it may stand in another calendar.
 */
export async function takeLeave(
  ctx: Context,
  { personId, ics, gone = 'keep' }: LeaveFile,
): Promise<LeaveTaken> {
  permit(ctx, 'register.manage');
  const timeZone = await reading(ctx, async (trx) => {
    if (!(await findPerson(trx, personId))) throw UNKNOWN();
    return readZone(trx);
  });
  const day = ctx.now.toZonedDateTimeISO(timeZone).toPlainDate();
  const [today, last] = [day.toString(), day.add({ days: DAYS_AHEAD }).toString()];
  // Before the transaction: while a file is read, no connection waits for it.
  const read = await readAbsencesInWorker({ ics, timeZone, first: today, last });
  return inTransaction(ctx, async (tx) => {
    const person = await findPerson(tx.sql, personId);
    if (!person) throw UNKNOWN();
    // One file of a person at a time: each sees what the other took in.
    await lockEntry(tx.sql, 'leave', eventKey(hash(personId)));
    const stored = (await readRegister(tx.sql, LEAVE)).flatMap(({ entry }) =>
      entry.personId === personId ? [entry] : [],
    );
    const changes = leaveChanges(read, stored, { personId, today, hash });
    if (read.absences.length === 0 && changes.withdrawn.length + changes.gone.length === 0)
      throw new Fault('conflict', {
        detail: {
          ja: '今日から1年以内の不在の予定がありません',
          en: 'It has no absence within a year from today',
        },
      });
    for (const absence of changes.added) {
      const { uid: _, title, ...times } = absence;
      const key = keyOf(absence, personId, hash);
      await write(tx, { ...times, key, personId, name: cutAt(`${person.name} ${title}`, 200) });
    }
    const ended = gone === 'withdraw' ? [...changes.withdrawn, ...changes.gone] : changes.withdrawn;
    for (const change of ended) await end(tx, change);
    return {
      added: changes.added.length,
      known: changes.known,
      withdrawn: ended.length,
      notAway: read.notAway,
      gone:
        gone === 'withdraw'
          ? []
          : changes.gone.map(({ before: { key, name, from, until } }) => ({ key, name, from, until })),
    };
  });
}

async function write(tx: Tx, entry: Leave): Promise<void> {
  const { ctx, sql } = tx;
  const { key } = entry;
  await lockEntry(sql, 'leave', key);
  const version = await writeEntry(sql, {
    orgId: ctx.orgId,
    register: 'leave',
    key,
    entry,
    at: ctx.now,
    by: byOf(ctx.actor),
  });
  record(tx, 'register.kept', { body: { register: 'leave', key, version } });
}

/** Days gone by stay as they were: turns are counted by them. */
async function end(tx: Tx, { before, after }: LeaveChange): Promise<void> {
  if (after) return write(tx, after);
  const { ctx, sql } = tx;
  const { key } = before;
  await lockEntry(sql, 'leave', key);
  await eraseEntry(sql, { orgId: ctx.orgId, register: 'leave', key, at: ctx.now, by: byOf(ctx.actor) });
  record(tx, 'register.removed', { body: { register: 'leave', key } });
}
