import type { Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { whenOf } from '../../../kernel/happened.ts';
import { cancelTimer } from '../../enqueue.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { decisionTitle, lackOf, matterOf, waitsForDecision } from './rules.ts';
import type { TaskEnded } from './schema.ts';
import { lockTask, type StoredTask, setEnded, setTitle, sweepCountsOf, tasksOf } from './store.ts';

/**
 * Ends a task in the caller's transaction, which has locked it.
 * @param corrects line of the act that it takes back
 */
export async function endWithin(
  tx: Tx,
  { id: taskId, kind, incidentId, number, title, matter, timedOutAt, createdAt }: StoredTask,
  { state, note }: TaskEnded,
  corrects?: number,
): Promise<void> {
  if (kind === 'sweep' && state === 'done') {
    const counts = (await sweepCountsOf(tx.sql, [taskId])).get(taskId);
    const lack = counts && lackOf(counts);
    if (lack) throw new Fault('conflict', { detail: lack });
  }
  // Whoever reads it later has to know what was looked at.
  if (kind === 'healthCheck' && note === '')
    throw invalidField('note', {
      ja: '確認の内容と結果を入力してください',
      en: 'Enter what was checked and the result',
    });
  const { at: then, precision } = whenOf(tx.ctx);
  // What was raised after the matter was settled on paper ends as it begins.
  const at = Temporal.Instant.compare(then, createdAt) < 0 ? createdAt : then;
  await setEnded(tx.sql, taskId, { state, note, by: byOf(tx.ctx.actor) }, at);
  await cancelTimer(tx, 'time-out-task', taskId);
  record(tx, 'task.ended', {
    incidentId,
    at,
    precision,
    ...(corrects !== undefined && { corrects }),
    body: { taskId, number, title, state, note },
  });
  if (timedOutAt !== null && matter !== matterOf.decision) await decideOnLess(tx, incidentId);
}

/** One of them is ended or has been given longer: there is less to decide, or nothing any more. */
export async function decideOnLess(tx: Tx, incidentId: string): Promise<void> {
  const known = (await tasksOf(tx.sql, incidentId)).find(
    ({ matter, state }) => matter === matterOf.decision && state === 'open',
  );
  const open = known && (await lockTask(tx.sql, known.id));
  if (open?.state !== 'open') return;
  // Looked at under the lock: two that end at once do not both leave it to the other.
  const titles = waitsForDecision(await tasksOf(tx.sql, incidentId)).map(({ title }) => title);
  if (titles.length === 0) await endWithin(tx, open, { state: 'done', note: '' });
  else await setTitle(tx.sql, open.id, decisionTitle(titles, await languagesRead(tx.sql)));
}
