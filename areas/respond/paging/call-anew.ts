import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { readTopic } from './rules.ts';
import { stopPage } from './stop-pages.ts';
import { unansweredPages } from './store.ts';

/**
 * Stops whatever pages there are for an incident, and has people called again for the same matters: of whoever may see it
 * by now. In the caller's transaction, so that nobody is asked about what they may not open any more.
 */
export async function callAnew(tx: Tx, incidentId: string): Promise<void> {
  const pages = await unansweredPages(tx.sql, incidentId);
  for (const { id } of pages) await stopPage(tx, id, incidentId);
  for (const topic of new Set(pages.map((page) => page.topic))) {
    if (topic === '') record(tx, 'page.requested', { incidentId, body: {} });
    else summonAgain(tx, incidentId, topic);
  }
}

/** Has people called for a matter as it stands by then; for what is settled nobody is. */
export function summonAgain(tx: Tx, incidentId: string, topic: string): void {
  const { now: at } = tx.ctx;
  const { kind, which } = readTopic(topic);
  if (kind === 'headquarters') setTimer(tx, 'summon-deciders', incidentId, { incidentId }, { at });
  if (kind === 'role')
    setTimer(tx, 'summon-holder', `${incidentId} ${which}`, { incidentId, role: which }, { at });
  if (kind === 'task') setTimer(tx, 'summon-for-task', which, { taskId: which }, { at });
}
