import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { isAfterwards, refuseBefore, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { lockRunning } from '../incidents/index.ts';
import { putFound } from '../recovery/acts.ts';
import { findTask, lockTask, partyOf, type StoredTask } from '../tasks/index.ts';
import type { SweepReported } from './schema.ts';
import { countFound, countKnown, setResults } from './store.ts';

/** So many are named in the record; the list has them all. */
const MOST_KEYS_TOLD = 100;

const BEGUN = { ja: '一斉点検の開始', en: 'the sweep started' };
const ENDED = { ja: 'この一斉点検は終了しています', en: 'This sweep has already ended' };

/** The sweep, locked: whoever ends it and whoever reports wait for each other. */
export async function lockSweep(tx: Tx, taskId: string): Promise<StoredTask> {
  const known = await findTask(tx.sql, taskId);
  if (known?.kind !== 'sweep') throw new Fault('not-found');
  await lockRunning(tx.sql, known.incidentId);
  const task = await lockTask(tx.sql, taskId);
  if (!task) throw new Fault('not-found');
  if (task.state !== 'open') throw new Fault('conflict', { detail: ENDED });
  return task;
}

/** Tells what came of hosts. @returns how many changed, and how many keys are not on the sweep */
export async function reportSweep(
  ctx: Context,
  taskId: string,
  reported: SweepReported,
): Promise<{ changed: number; unknown: number }> {
  permit(ctx, 'room.write');
  return inTransaction(ctx, async (tx) =>
    reportWithin(tx, await lockSweep(tx, taskId), reported, byOf(ctx.actor)),
  );
}

/**
 * The same within the caller's transaction, which has locked the sweep. Where something was found the host is affected: it
 * goes on the board of the recovery, or back to its beginning if it was thought to be done.
 * @param by a person's id, or the key of a party
 */
export async function reportWithin(
  tx: Tx,
  { id: taskId, incidentId, number, title, party, createdAt }: StoredTask,
  { keys, filter = {}, result, note }: SweepReported,
  by: string,
): Promise<{ changed: number; unknown: number }> {
  refuseBefore(tx.ctx, { at: createdAt }, BEGUN);
  if (keys === undefined && Object.values(filter).every((value) => value === undefined))
    throw invalidField('keys', { ja: '対象の機器を指定してください', en: 'Choose machines' });
  if (result === 'excluded' && note === '')
    throw invalidField('note', {
      ja: '対象外とする理由を入力してください',
      en: 'Enter a reason for exclusion',
    });
  // What was found is not made unseen by a bulk of clean ones: taking it back says why.
  if (result !== 'found' && note === '' && (await countFound(tx.sql, taskId, { filter, keys })) > 0)
    throw invalidField('note', {
      ja: '「検出」の機器が含まれています。取り消しの理由を入力してください',
      en: 'Some of these have findings. Enter a reason for changing the result',
    });
  const when = { at: whenOf(tx.ctx).at, afterwards: isAfterwards(tx.ctx) };
  const changed = await setResults(tx.sql, taskId, { filter, keys }, { result, note, by }, when);
  if (changed.length > 0)
    record(tx, 'sweep.reported', {
      incidentId,
      body: {
        taskId,
        number,
        title,
        result,
        count: changed.length,
        keys: changed.slice(0, MOST_KEYS_TOLD).map(({ key }) => key),
        party: by === party ? ((await partyOf(tx.sql, by))?.name ?? by) : '',
        note,
      },
    });
  // A machine that was found before, and is told of anew, may be on its way back by now.
  if (result === 'found')
    await putFound(
      tx,
      incidentId,
      changed.filter(({ was }) => was !== 'found'),
      title,
    );
  return {
    changed: changed.length,
    unknown: keys ? new Set(keys).size - (await countKnown(tx.sql, taskId, [...new Set(keys)])) : 0,
  };
}
