import type { Tx } from '../../../database/transaction.ts';
import { derivedSecret, hashOf } from '../../../kernel/secret.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import { LINK_HOURS } from './rules.ts';
import { insertAttempt } from './store.ts';

/** The purpose under which the links of attempts are derived from the instance's secret. */
export const LINK_PURPOSE = 'acknowledge';

/** Asks the people of one step: an attempt each, and the timer that asks the next ones. */
export async function askStep(
  tx: Tx,
  page: { readonly id: string; readonly incidentId: string | undefined; readonly waitSeconds: number },
  step: number,
  personIds: readonly string[],
): Promise<void> {
  const { ctx } = tx;
  const until = ctx.now.add({ hours: LINK_HOURS });
  for (const personId of personIds) {
    const id = ctx.newId();
    const linkHash = hashOf(derivedSecret(ctx.instance.secret, LINK_PURPOSE, id));
    const attempt = { id, pageId: page.id, step, personId, channel: 'email', linkHash };
    if (!(await insertAttempt(tx.sql, ctx.orgId, attempt, ctx.now, until))) continue;
    record(tx, 'page.attempted', {
      incidentId: page.incidentId,
      body: { pageId: page.id, attemptId: id, personId, channel: attempt.channel, step },
    });
  }
  const at = ctx.now.add({ seconds: page.waitSeconds });
  setTimer(tx, 'escalate-page', page.id, { pageId: page.id, step }, { at });
}
