import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident } from '../incidents/index.ts';
import { topicOf } from './rules.ts';
import { endPage, unansweredPages } from './store.ts';

/** What is over with the incident itself, whatever else goes on: nobody is asked to take it, or to convene for it. */
const OVER_WITH_IT: readonly string[] = ['', topicOf.headquarters];

/** Timer: the incident is over, so nobody is called for it any more; unless somebody asked that calls for roles and tasks go on. */
export async function stopPages(
  tx: Tx,
  { incidentId, keep = false }: TimerBody<'stop-pages'>,
): Promise<void> {
  permit(tx.ctx, 'page.command');
  // Reopened before this was done: whoever is called by now is called for what goes on.
  if ((await lockIncident(tx.sql, incidentId))?.state === 'open') return;
  for (const { id, topic } of await unansweredPages(tx.sql, incidentId))
    if (!keep || OVER_WITH_IT.includes(topic)) await stopPage(tx, id, incidentId);
}

export async function stopPage(
  tx: Tx,
  pageId: string,
  incidentId: string | null,
  why?: 'alarms-ended',
): Promise<void> {
  await endPage(tx.sql, pageId, 'stopped', tx.ctx.now, null);
  await cancelTimer(tx, 'escalate-page', pageId);
  record(tx, 'page.stopped', { incidentId: incidentId ?? undefined, body: { pageId, why } });
}
