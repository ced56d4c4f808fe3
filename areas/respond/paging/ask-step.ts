import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';
import { answersOf, type PageRow } from './store.ts';
import { askPerson } from './walk-routes.ts';

/** Asks the people of one step, each by their first route, and sets the timer that asks the next ones. */
export async function askStep(
  tx: Tx,
  page: Pick<PageRow, 'id' | 'incidentId' | 'waitSeconds'>,
  step: number,
  personIds: readonly string[],
): Promise<void> {
  const answered = await answersOf(tx.sql, [page.id]);
  const left = personIds.filter((id) => !answered.some(({ personId }) => personId === id));
  for (const personId of left) await askPerson(tx, page, step, personId);
  // Everybody of this step has answered already and more answers are wanted: there is nobody to wait for.
  const at = tx.ctx.now.add({ seconds: left.length > 0 || personIds.length === 0 ? page.waitSeconds : 0 });
  setTimer(tx, 'escalate-page', page.id, { pageId: page.id, step }, { at });
}
