import { type Context, inTransaction } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { isOvertaken, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { holdToSeen } from '../../../kernel/seen.ts';
import { idsOfKeys } from '../../prepare/assets/index.ts';
import { record } from '../../record.ts';
import { lockRunning } from './lock-running.ts';
import type { SystemMark } from './schema.ts';
import { putSystem, systemsOf } from './store.ts';

/** Says what is known of a system of the register in this incident. */
export async function markSystem(
  ctx: Context,
  id: string,
  { asset, state, seen }: SystemMark,
): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, id);
    if (!(await idsOfKeys(tx.sql, [asset])).has(asset))
      throw invalidField('asset', {
        ja: `「${asset}」は台帳に登録されていません`,
        en: `“${asset}” is not in the register`,
      });
    const known = (await systemsOf(tx.sql, id)).find((each) => each.asset === asset);
    holdToSeen(seen, known?.state ?? null);
    if (!isOvertaken(ctx, known?.changedAt))
      await putSystem(tx.sql, ctx.orgId, id, { asset, state }, whenOf(ctx).at);
    record(tx, 'incident.system-marked', { incidentId: id, body: { asset, state } });
  });
}
