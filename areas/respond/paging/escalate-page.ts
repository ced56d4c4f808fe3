import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import type { TimerBody } from '../../jobs.ts';
import { record } from '../../record.ts';
import { askStep } from './ask-step.ts';
import { afterWait } from './rules.ts';
import { endPage, lockPage, moveToStep } from './store.ts';

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
      return record(tx, 'page.exhausted', { incidentId, body: { pageId } });
    case 'ask':
      await moveToStep(tx.sql, pageId, next.step);
      record(tx, 'page.escalated', { incidentId, body: { pageId, step: next.step } });
      await askStep(tx, page, next.step, page.steps[next.step] ?? []);
  }
}
