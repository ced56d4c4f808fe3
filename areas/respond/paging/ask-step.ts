import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';
import type { PageRow } from './store.ts';
import { askPerson } from './walk-routes.ts';

/** Asks the people of one step, each by their first route, and sets the timer that asks the next ones. */
export async function askStep(
  tx: Tx,
  page: Pick<PageRow, 'id' | 'incidentId' | 'waitSeconds'>,
  step: number,
  personIds: readonly string[],
): Promise<void> {
  for (const personId of personIds) await askPerson(tx, page, step, personId);
  const at = tx.ctx.now.add({ seconds: page.waitSeconds });
  setTimer(tx, 'escalate-page', page.id, { pageId: page.id, step }, { at });
}
