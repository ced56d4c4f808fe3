import { hasTimer, hurryTimers } from '../../../database/timers.ts';
import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { absorb, enqueue, setTimer } from '../../enqueue.ts';
import type { TimerKind } from '../../jobs.ts';
import { record } from '../../record.ts';
import { LONGEST_RETRY_SECONDS } from './rules.ts';
import { allSeeking, attemptsOf, type PageRow, readSettings } from './store.ts';

/** So often somebody looks whether every page still moves. */
export const AUDIT_SECONDS = 60;
/** An attempt that was to be sent so long ago and was neither sent nor refused was lost on its way. */
const LOST_AFTER_SECONDS = 120;

/**
 * Timer: looks at every page that still seeks an answer, and mends what should have moved and did not: an escalation
 * whose timer is gone, a message nobody sends any more, a time that lies further ahead than any wait because the clock
 * was set back. What was mended is told, for it must not happen.
 */
export async function auditPages(tx: Tx): Promise<void> {
  const { ctx } = tx;
  permit(ctx, 'page.command');
  await absorb(tx, 'audit-pages');
  const seeking = await allSeeking(tx.sql);
  const settings = await readSettings(tx.sql);
  const { bundleSeconds } = settings;
  await hurry(tx, seeking, settings);
  const lostSince = ctx.now.subtract({ seconds: LOST_AFTER_SECONDS + bundleSeconds });
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
    for (const { id, bundleId, pageId, state, changedAt } of attempts) {
      if (pageId !== page.id || (state !== 'queued' && state !== 'sending')) continue;
      const isFuture = Temporal.Instant.compare(changedAt, ctx.now) > 0;
      if (!isFuture && Temporal.Instant.compare(changedAt, lostSince) > 0) continue;
      // One that waits to be tried again has a timer; anything else is sent again under the same message id.
      if (await hasTimer(tx.sql, ctx.orgId, 'retry-attempt', id)) continue;
      // One that another’s message carries is sent with that message, or let go by it.
      enqueue(tx, 'deliver-attempt', { attemptId: bundleId ?? id }, { at: ctx.now });
      record(tx, 'page.repaired', { incidentId, body: { pageId, what: 'attempt' } });
    }
  }
  if (seeking.length > 0)
    setTimer(tx, 'audit-pages', undefined, {}, { at: ctx.now.add({ seconds: AUDIT_SECONDS }) });
}

/** Nothing waits longer than was meant, whatever the clock has been set to since. */
async function hurry(
  tx: Tx,
  seeking: readonly PageRow[],
  { waitSeconds, bundleSeconds }: Awaited<ReturnType<typeof readSettings>>,
): Promise<void> {
  const { ctx } = tx;
  // A page that began after we looked waits as the settings say.
  const longestWait = Math.max(waitSeconds, ...seeking.map((page) => page.waitSeconds));
  const within = {
    'escalate-page': longestWait,
    'next-route': longestWait,
    'retry-attempt': LONGEST_RETRY_SECONDS,
    'send-bundle': bundleSeconds,
  } as const satisfies Partial<Record<TimerKind, number>>;
  let moved = 0;
  for (const [kind, seconds] of Object.entries(within))
    moved += await hurryTimers(tx.sql, ctx.orgId, kind, ctx.now.add({ seconds }));
  if (moved > 0 && seeking[0]) {
    const incidentId = seeking[0].incidentId ?? undefined;
    record(tx, 'page.repaired', { incidentId, body: { pageId: seeking[0].id, what: 'clock' } });
  }
}
