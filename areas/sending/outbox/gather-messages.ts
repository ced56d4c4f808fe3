import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { setTimer } from '../../enqueue.ts';
import type { TimerBody } from '../../work.ts';
import { type Caller, type Callers, callerOf } from './caller.ts';
import { sendNow } from './put-messages.ts';
import { leavesAt } from './rules.ts';
import type { MessageRow } from './schema.ts';
import {
  findMessage,
  lastSentTo,
  leaveBundle,
  MOST_IN_A_BUNDLE,
  sentWithinHour,
  waitingFor,
} from './store.ts';

/** What goes along with a message; undefined where it has to wait itself, for something went to its address just now. */
export async function gather(
  tx: Tx,
  { gather: gathers }: Caller,
  lead: MessageRow,
): Promise<readonly MessageRow[] | undefined> {
  if (!gathers) return [];
  const { ctx } = tx;
  const windowSeconds = await gathers.windowSeconds(tx, await sentWithinHour(tx.sql, lead, ctx.now));
  if (windowSeconds > 0 && lead.tries === 0) {
    const at = leavesAt(await lastSentTo(tx.sql, lead), windowSeconds, ctx.now);
    if (Temporal.Instant.compare(at, ctx.now) > 0) {
      sendLater(tx, lead, lead.id, at);
      return undefined;
    }
  }
  // Without a window each message is one of its own; what it carried once it still carries.
  if (windowSeconds === 0 && lead.bundleId === null) return [];
  const waiting = await gathers.stillWanted(tx, await waitingFor(tx.sql, lead));
  const next = waiting[MOST_IN_A_BUNDLE];
  if (next) sendLater(tx, lead, next.id, ctx.now.add({ seconds: 1 }));
  return waiting.slice(0, MOST_IN_A_BUNDLE);
}

/** One timer for an address, whatever waits there. */
function sendLater(
  tx: Tx,
  { personId, channel, address }: MessageRow,
  messageId: string,
  at: Temporal.Instant,
): void {
  const key = hashOf(`${personId} ${channel} ${address}`).toString('hex');
  setTimer(tx, 'send-bundle', key, { messageId }, { at });
}

/** Timer: enough time has passed since the last message to an address; what waited for it goes out as one. */
export async function sendBundle(
  tx: Tx,
  callers: Callers,
  { messageId }: TimerBody<'send-bundle'>,
): Promise<void> {
  permit(tx.ctx, 'page.command');
  const asked = await findMessage(tx.sql, messageId);
  if (!asked) return;
  // What the one that set the timer is about may be over by now; then the next that waits carries the others. Whichever
  // is sent first takes the other along.
  const waiting = await callerOf(callers, asked).gather?.stillWanted(tx, await waitingFor(tx.sql, asked));
  const [next] = waiting ?? [];
  sendNow(tx, asked);
  if (next) sendNow(tx, next);
}

/** The message that was to carry them is not sent (again): each goes its own way. */
export async function releaseOthers(tx: Tx, leadId: string): Promise<void> {
  for (const other of await leaveBundle(tx.sql, leadId)) sendNow(tx, other);
}
