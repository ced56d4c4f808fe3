import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { hashOf, newSecret } from '../../../kernel/secret.ts';
import { record } from '../../record.ts';
import { type NewHeartbeat, newHeartbeat } from './schema.ts';
import { insertHeartbeat } from './store.ts';

/** A dead-man's switch: it alarms when nothing comes. It starts to count with the first beat. */
export async function addHeartbeat(ctx: Context, given: NewHeartbeat): Promise<{ id: string; key: string }> {
  permit(ctx, 'source.manage');
  const heartbeat = newHeartbeat.parse(given);
  const id = ctx.newId();
  const key = newSecret('snh_');
  await inTransaction(ctx, async (tx) => {
    await insertHeartbeat(tx.sql, ctx.orgId, id, heartbeat, hashOf(key), ctx.now);
    const { name, everySeconds, graceSeconds, page } = heartbeat;
    record(tx, 'heartbeat.added', { body: { heartbeatId: id, name, everySeconds, graceSeconds, page } });
  });
  return { id, key };
}
