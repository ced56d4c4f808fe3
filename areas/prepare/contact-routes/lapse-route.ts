import type { Tx } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { findMessage } from '../../sending/outbox/index.ts';
import type { TimerBody } from '../../work.ts';
import { lapseAddress } from './store.ts';

/**
 * Timer: a message told that the device it went to is registered no more. Nobody is reached by it, whatever was proven
 * before: it is tried no more, and the checks ask for another way until it is registered again.
 */
export async function lapseRoute(tx: Tx, { messageId }: TimerBody<'lapse-route'>): Promise<void> {
  permit(tx.ctx, 'person.manage');
  const message = await findMessage(tx.sql, messageId);
  if (!message || message.personId === null) return;
  const { personId, address, changedAt } = message;
  for (const { id: routeId } of await lapseAddress(tx.sql, { personId, address }, changedAt))
    record(tx, 'contact.route-lapsed', { body: { personId, routeId, why: 'gone' } });
}
