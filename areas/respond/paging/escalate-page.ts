import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { TimerBody } from '../../work.ts';
import { askStep } from './ask-step.ts';
import { afterWait, MOST_ROUNDS, PAUSE_BETWEEN_ROUNDS } from './rules.ts';
import { endPage, goRoundAgain, lockPage, moveToStep } from './store.ts';

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
      await endPage(tx.sql, pageId, 'exhausted', tx.ctx.now, null);
      if (page.rounds < MOST_ROUNDS)
        setTimer(tx, 'page-round', pageId, { pageId }, { at: tx.ctx.now.add(PAUSE_BETWEEN_ROUNDS) });
      return record(tx, 'page.exhausted', { incidentId, body: { pageId } });
    case 'ask':
      await moveToStep(tx.sql, pageId, next.step);
      record(tx, 'page.escalated', { incidentId, body: { pageId, step: next.step } });
      await askStep(tx, page, next.step, page.steps[next.step] ?? []);
  }
}

/** Timer: nobody answered some time ago, and nobody has since; everybody is asked once more. */
export async function pageRound(tx: Tx, { pageId }: TimerBody<'page-round'>): Promise<void> {
  permit(tx.ctx, 'page.command');
  const page = await lockPage(tx.sql, pageId);
  if (page?.state !== 'exhausted' || page.rounds >= MOST_ROUNDS) return;
  await goRoundAgain(tx.sql, pageId, page);
  const step = page.steps.length;
  record(tx, 'page.escalated', { incidentId: page.incidentId ?? undefined, body: { pageId, step } });
  await askStep(tx, page, step, page.steps[0] ?? []);
}
