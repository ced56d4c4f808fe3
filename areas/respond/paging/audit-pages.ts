import { hasTimer, hurryTimers } from '../../../database/timers.ts';
import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { absorb, setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { lostMessages, sendNow } from '../../sending/outbox/index.ts';
import { LONGEST_URGENT_RETRY_SECONDS } from '../../sending/outbox/rules.ts';
import type { TimerKind } from '../../work.ts';
import { MOST_ROUNDS, PAGE, PAUSE_BETWEEN_ROUNDS, windowOf } from './rules.ts';
import {
  findPages,
  lockPage,
  longestSeeking,
  type PageRow,
  pagesWithoutRound,
  pagesWithoutTimer,
  readSettings,
} from './store.ts';

/** So often somebody looks whether every page still moves. */
const AUDIT_SECONDS = 60;
/** Another worker's clock may be ahead of ours, and it may have written since we looked at ours. */
const CLOCKS_DIFFER = { seconds: 5 } as const;
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
  const settings = await readSettings(tx.sql);
  const again = { mostRounds: MOST_ROUNDS, since: ctx.now.subtract({ hours: 1 }) };
  const longest = await longestSeeking(tx.sql, again);
  await hurry(tx, settings, longest);
  // Found without locking anything: a thousand pages must not wait for somebody who only looks.
  for (const page of await pagesWithoutTimer(tx.sql)) {
    const now = await lockPage(tx.sql, page.id);
    if (now?.state !== 'seeking' || (await hasTimer(tx.sql, ctx.orgId, 'escalate-page', page.id))) continue;
    setTimer(tx, 'escalate-page', page.id, { pageId: page.id, step: now.step }, { at: ctx.now });
    repaired(tx, page, 'escalation');
  }
  for (const page of await pagesWithoutRound(tx.sql, again)) {
    setTimer(tx, 'page-round', page.id, { pageId: page.id }, { at: ctx.now.add(PAUSE_BETWEEN_ROUNDS) });
    repaired(tx, page, 'escalation');
  }
  const lostSince = ctx.now.subtract({ seconds: LOST_AFTER_SECONDS + longestWindow(settings) });
  const lost = await lostMessages(tx.sql, PAGE.name, lostSince, ctx.now.add(CLOCKS_DIFFER));
  const pages = await findPages(
    tx.sql,
    lost.map(({ about }) => about),
  );
  for (const message of lost) {
    const page = pages.find(({ id, state }) => id === message.about && state === 'seeking');
    if (!page) continue;
    // One that another’s message carries is sent with that message, or let go by it; always under the same message id.
    sendNow(tx, { ...message, id: message.bundleId ?? message.id });
    repaired(tx, page, 'attempt');
  }
  if (longest) setTimer(tx, 'audit-pages', undefined, {}, { at: ctx.now.add({ seconds: AUDIT_SECONDS }) });
}

/** What follows many others is gathered for longer. */
const longestWindow = (settings: Awaited<ReturnType<typeof readSettings>>): number =>
  windowOf(settings, Number.POSITIVE_INFINITY);

const repaired = (
  tx: Tx,
  { id, incidentId }: Pick<PageRow, 'id' | 'incidentId'>,
  what: 'escalation' | 'attempt' | 'clock',
): void => record(tx, 'page.repaired', { incidentId: incidentId ?? undefined, body: { pageId: id, what } });

/** Nothing waits longer than was meant, whatever the clock has been set to since. */
async function hurry(
  tx: Tx,
  { waitSeconds, bundleSeconds }: Awaited<ReturnType<typeof readSettings>>,
  longest: Awaited<ReturnType<typeof longestSeeking>>,
): Promise<void> {
  const { ctx } = tx;
  // A page that began after we looked waits as the settings say.
  const longestWait = Math.max(waitSeconds, longest?.waitSeconds ?? 0);
  const within = {
    'escalate-page': longestWait,
    'next-route': longestWait,
    'retry-urgent': LONGEST_URGENT_RETRY_SECONDS,
    'send-bundle': longestWindow({ bundleSeconds, waitSeconds }),
    'page-round': PAUSE_BETWEEN_ROUNDS.minutes * 60,
  } as const satisfies Partial<Record<TimerKind, number>>;
  let moved = 0;
  for (const [kind, seconds] of Object.entries(within))
    moved += await hurryTimers(tx.sql, ctx.orgId, kind, ctx.now.add({ seconds }));
  if (moved > 0 && longest) repaired(tx, longest, 'clock');
}
