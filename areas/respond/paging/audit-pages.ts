import { hasTimer } from '../../../database/timers.ts';
import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { absorb, enqueue, setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { allSeeking, attemptsOf } from './store.ts';

/** So often somebody looks whether every page still moves. */
export const AUDIT_SECONDS = 60;
/** An attempt that was to be sent so long ago and was neither sent nor refused was lost on its way. */
const LOST_AFTER_SECONDS = 120;

/**
 * Timer: looks at every page that still seeks an answer, and mends what should have moved and did not: an escalation
 * whose timer is gone, a message nobody sends any more. What was mended is told, for it must not happen.
 */
export async function auditPages(tx: Tx): Promise<void> {
  const { ctx } = tx;
  permit(ctx, 'page.command');
  await absorb(tx, 'audit-pages');
  const seeking = await allSeeking(tx.sql);
  const lostSince = ctx.now.subtract({ seconds: LOST_AFTER_SECONDS });
  const attempts = await attemptsOf(
    tx.sql,
    seeking.map(({ id }) => id),
  );
  for (const page of seeking) {
    const incidentId = page.incidentId ?? undefined;
    if (!(await hasTimer(tx.sql, ctx.orgId, 'escalate-page', page.id))) {
      setTimer(tx, 'escalate-page', page.id, { pageId: page.id, step: page.step }, { at: ctx.now });
      record(tx, 'page.repaired', { incidentId, body: { pageId: page.id, what: 'escalation' } });
    }
    for (const { id, pageId, state, changedAt } of attempts) {
      if (pageId !== page.id || (state !== 'queued' && state !== 'sending')) continue;
      if (Temporal.Instant.compare(changedAt, lostSince) > 0) continue;
      // One that waits to be tried again has a timer; anything else is sent again under the same message id.
      if (await hasTimer(tx.sql, ctx.orgId, 'retry-attempt', id)) continue;
      enqueue(tx, 'deliver-attempt', { attemptId: id }, { at: ctx.now });
      record(tx, 'page.repaired', { incidentId, body: { pageId, what: 'attempt' } });
    }
  }
  if (seeking.length > 0)
    setTimer(tx, 'audit-pages', undefined, {}, { at: ctx.now.add({ seconds: AUDIT_SECONDS }) });
}
