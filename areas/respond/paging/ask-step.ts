import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { answersOf, type PageRow } from './store.ts';
import { askPerson } from './walk-routes.ts';

/**
 * Asks the people of one step, each by their first route, and sets the timer that asks the next ones. A step that reaches
 * nobody is not waited for: who is passed over is told, and the next are asked at once.
 */
export async function askStep(
  tx: Tx,
  page: Pick<PageRow, 'id' | 'incidentId' | 'waitSeconds'>,
  step: number,
  personIds: readonly string[],
): Promise<void> {
  const answered = await answersOf(tx.sql, [page.id]);
  const left = personIds.filter((id) => !answered.some(({ personId }) => personId === id));
  let asked = 0;
  for (const personId of left) {
    if (await askPerson(tx, page, step, personId)) asked += 1;
    else
      record(tx, 'page.passed-over', {
        incidentId: page.incidentId ?? undefined,
        body: {
          pageId: page.id,
          personId,
          roster: null,
          why: (await findPerson(tx.sql, personId)) ? 'no-route' : 'left',
        },
      });
  }
  const at = tx.ctx.now.add({ seconds: asked > 0 ? page.waitSeconds : 0 });
  setTimer(tx, 'escalate-page', page.id, { pageId: page.id, step }, { at });
}
