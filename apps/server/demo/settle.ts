import { CALLERS } from '../../../areas/callers.ts';
import { listMessages, moveMessages } from '../../../areas/sending/outbox/index.ts';
import type { TimerKind } from '../../../areas/work.ts';
import { dropDueTimers } from '../../../database/timers.ts';
import { inTransaction, type Tx } from '../../../database/transaction.ts';
import type { Story } from './story.ts';

/** These look at everything there is, whenever they run. */
const GO_ON: readonly TimerKind[] = ['sign-ledger', 'expire-signals', 'renew-pack', 'note-readiness'];
const ALL = 10_000;

/** What was sent on the way has arrived, and what fell due is over: it takes nobody's time afterwards. */
export async function settle<N extends string>(story: Story<N>): Promise<void> {
  const { start } = story;
  await inTransaction(story.system(start), async (tx) => {
    for (const purpose of Object.keys(CALLERS)) await arrive(tx, purpose);
    await dropDueTimers(tx.sql, tx.ctx.orgId, start, GO_ON);
  });
}

async function arrive({ sql }: Tx, purpose: string): Promise<void> {
  for (const { id, madeAt } of await listMessages(sql, { purpose, limit: ALL })) {
    await moveMessages(sql, [id], 'claim', madeAt);
    await moveMessages(sql, [id], 'accept', madeAt.add({ seconds: 2 }));
  }
}
