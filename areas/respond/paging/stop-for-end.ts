import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { alarmsGoOn } from '../detections/index.ts';
import { lockIncident } from '../incidents/index.ts';
import { stopPage } from './stop-pages.ts';
import { markAlarmsEnded, pagesAbout, resumePage, unansweredPages } from './store.ts';

/** Timer: all alarms of an incident have ended. Nobody more is woken for what is over; the incident stays until it is looked at. */
export async function stopForEnd(tx: Tx, { incidentId }: TimerBody<'stop-for-end'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  await lockIncident(tx.sql, incidentId);
  // Back in between: whoever tells of that may have come first and found a page that still went on.
  if (await alarmsGoOn(tx.sql, incidentId)) return;
  for (const { id, topic } of await unansweredPages(tx.sql, incidentId)) {
    if (topic !== '') continue;
    await markAlarmsEnded(tx.sql, id);
    await stopPage(tx, id, incidentId, 'alarms-ended');
  }
}

/**
 * Timer: alarms are back in an incident whose page was stopped with their end. Shortly after that the page goes on where it
 * was, so that what flaps does not write to the same person each time; later people are called anew.
 */
export async function pageForReturn(tx: Tx, { incidentId }: TimerBody<'page-for-return'>): Promise<void> {
  const { now } = tx.ctx;
  permit(tx.ctx, 'page.command');
  const incident = await lockIncident(tx.sql, incidentId);
  const last = (await pagesAbout(tx.sql, incidentId, '')).at(-1);
  if (incident?.state !== 'open' || !last?.alarmsEnded || last.state !== 'stopped') return;
  const { id, step, waitSeconds, endedAt } = last;
  const shortly =
    endedAt !== null && Temporal.Instant.compare(endedAt.add({ seconds: waitSeconds }), now) > 0;
  if (!shortly || step >= last.steps.length) return record(tx, 'page.requested', { incidentId, body: {} });
  await resumePage(tx.sql, id);
  setTimer(tx, 'escalate-page', id, { pageId: id, step }, { at: now.add({ seconds: waitSeconds }) });
  record(tx, 'page.resumed', { incidentId, body: { pageId: id } });
}
