import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { askStep } from './ask-step.ts';
import { attemptsOf } from './attempts.ts';
import { afterWait, lastRound, MOST_ROUNDS, pauseAfter, roundsAsked, wasUndelivered } from './rules.ts';
import {
  answersOf,
  countUndelivered,
  endPage,
  goRoundAgain,
  lockPage,
  moveToStep,
  type PageRow,
  undeliveredPages,
} from './store.ts';
import { askByTheRest } from './walk-routes.ts';

/** Timer: nobody of this step answered in time; asks the next, or says loudly that there is none. */
export async function escalatePage(tx: Tx, { pageId, step }: TimerBody<'escalate-page'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const page = await lockPage(tx.sql, pageId);
  if (!page) return;
  const incidentId = page.incidentId ?? undefined;
  const next = afterWait({ ...page, steps: page.steps.length }, step);
  switch (next.kind) {
    case 'settled':
      return;
    case 'exhausted':
      await tryTheRest(tx, page);
      await endPage(tx.sql, pageId, 'exhausted', tx.ctx.now, null);
      await planRound(tx, page);
      return record(tx, 'page.exhausted', { incidentId, body: { pageId } });
    case 'ask':
      await tryTheRest(tx, page);
      await moveToStep(tx.sql, pageId, next.step);
      record(tx, 'page.escalated', { incidentId, body: { pageId, step: next.step } });
      await askStep(tx, page, next.step, page.steps[next.step] ?? []);
  }
}

/**
 * Timers that were late, as after a restart, are late together: nobody is passed over while a route of theirs that was due
 * before was not tried.
 */
async function tryTheRest(tx: Tx, page: PageRow): Promise<void> {
  const answered = await answersOf(tx.sql, [page.id]);
  for (const personId of page.steps[page.step] ?? []) {
    if (answered.some((answer) => answer.personId === personId)) continue;
    await askByTheRest(tx, page, page.step, personId);
  }
}

/** Everybody is asked again after a pause; soon, and without being counted, where nothing could be delivered to anybody. */
async function planRound(tx: Tx, page: PageRow): Promise<void> {
  const { id: pageId } = page;
  const round = (await attemptsOf(tx.sql, [pageId])).filter(({ step }) => step >= lastRound(page));
  const nothing = wasUndelivered(round);
  if (nothing) await countUndelivered(tx.sql, pageId);
  const undelivered = page.undelivered + (nothing ? 1 : 0);
  if (roundsAsked({ ...page, undelivered }) >= MOST_ROUNDS) return;
  const at = tx.ctx.now.add(pauseAfter(nothing ? undelivered : 0));
  setTimer(tx, 'page-round', pageId, { pageId }, { at });
}

/** Timer: a channel takes messages again; whoever could not be told anything is asked now. */
export async function sendingWorks(tx: Tx): Promise<void> {
  permit(tx.ctx, 'page.command');
  for (const pageId of await undeliveredPages(tx.sql))
    setTimer(tx, 'page-round', pageId, { pageId }, { at: tx.ctx.now });
}

/** Timer: nobody answered some time ago, and nobody has since; everybody is asked once more. */
export async function pageRound(tx: Tx, { pageId }: TimerBody<'page-round'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const page = await lockPage(tx.sql, pageId);
  if (page?.state !== 'exhausted' || roundsAsked(page) >= MOST_ROUNDS) return;
  await goRoundAgain(tx.sql, pageId, page);
  const step = page.steps.length;
  record(tx, 'page.escalated', { incidentId: page.incidentId ?? undefined, body: { pageId, step } });
  await askStep(tx, page, step, page.steps[0] ?? []);
}
