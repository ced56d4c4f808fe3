import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { linesOfIncident } from '../../ledger/index.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { lockIncident } from '../incidents/index.ts';
import { summonAgain } from './call-anew.ts';
import { pagesOf } from './store.ts';

/**
 * Timer: an incident that was thought to be over goes on. Calls that nobody had answered when it was resolved begin again,
 * as far as what they were for is still open: a headquarters to decide on, a role, a task out of time, the incident itself.
 */
export async function callReopened(tx: Tx, { incidentId }: TimerBody<'call-reopened'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  if ((await lockIncident(tx.sql, incidentId))?.state !== 'open') return;
  const resolved = (await linesOfIncident(tx.sql, incidentId)).findLast(
    ({ kind }) => kind === 'incident.resolved',
  );
  if (!resolved) return;
  for (const [topic, pages] of Map.groupBy(await pagesOf(tx.sql, incidentId), (page) => page.topic)) {
    const last = pages.at(-1);
    const byResolving =
      last?.state === 'stopped' &&
      !last.alarmsEnded &&
      last.endedAt !== null &&
      Temporal.Instant.compare(last.endedAt, resolved.recordedAt) >= 0;
    // Somebody has taken the incident; whoever was called besides was not needed any more.
    const taken = topic === '' && pages.some(({ state }) => state === 'acknowledged');
    if (!byResolving || taken) continue;
    if (topic === '') record(tx, 'page.requested', { incidentId, body: {} });
    else summonAgain(tx, incidentId, topic);
  }
}
