import { type Context, inTransaction, type Tx } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { isAfterwards, whenOf } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { findHosts, type Host } from '../../prepare/assets/index.ts';
import { record } from '../../record.ts';
import { lockRunning } from '../incidents/index.ts';
import { type BoardWanted, boardWanted, type ItemsMoved } from './schema.ts';
import { addItems, moveItems } from './store.ts';

/** When machines are moved. */
export const movedAt = (ctx: Context) => ({ at: whenOf(ctx).at, afterwards: isAfterwards(ctx) });

/**
 * Puts machines on the board of an incident: by topology, by a filter over the fleet, or by a list. What is there already
 * stays as it is.
 */
export async function putOnBoard(
  ctx: Context,
  incidentId: string,
  given: BoardWanted,
): Promise<{ added: number; unknown: number }> {
  permit(ctx, 'room.write');
  const { wave, ...wanted } = boardWanted.parse(given);
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const { hosts, unknown } = await findHosts(tx.sql, ctx.orgId, wanted);
    const added = await addItems(tx.sql, ctx.orgId, incidentId, hosts, wave, whenOf(ctx).at);
    if (added > 0) record(tx, 'recovery.began', { incidentId, body: { count: added, wave } });
    return { added, unknown };
  });
}

/** Moves many at once: a technician's list, a site that is done, a class that waits for a part. */
export async function moveOnBoard(
  ctx: Context,
  incidentId: string,
  { keys, filter = {}, state, wave, blocker }: ItemsMoved,
): Promise<{ moved: number }> {
  permit(ctx, 'room.write');
  if (state === undefined && wave === undefined && blocker === undefined)
    throw invalidField('state', { ja: '変更する項目を指定してください', en: 'Choose what to change' });
  if (keys === undefined && Object.keys(filter).length === 0)
    throw invalidField('filter', {
      ja: '全機器を一度に更新することはできません。対象を絞り込んでください',
      en: 'Not all machines at once. Narrow the selection',
    });
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const moved = await moveItems(
      tx.sql,
      incidentId,
      { filter, keys },
      { state, wave, blocker },
      movedAt(ctx),
    );
    const where = Object.entries(filter).map(([name, value]) => `${name} ${value}`);
    if (moved > 0)
      record(tx, 'recovery.moved', {
        incidentId,
        body: {
          count: moved,
          state: state ?? '',
          where: where.join(', '),
          blocker: blocker ?? '',
          ...(wave !== undefined && { wave }),
        },
      });
    return { moved };
  });
}

/**
 * Machines on which a sweep found something: on the board if they were not, back to waiting if they were thought to be
 * done or not affected; in the caller's transaction.
 */
export async function putFound(
  tx: Tx,
  incidentId: string,
  hosts: readonly Host[],
  where: string,
): Promise<void> {
  const added = await addItems(tx.sql, tx.ctx.orgId, incidentId, hosts, 1, whenOf(tx.ctx).at);
  if (added > 0) record(tx, 'recovery.began', { incidentId, body: { count: added, wave: 1 } });
  const keys = hosts.map(({ key }) => key);
  for (const state of ['restored', 'notAffected'] as const) {
    const to = { state: 'waiting' as const, wave: undefined, blocker: undefined };
    const moved = await moveItems(tx.sql, incidentId, { filter: { state }, keys }, to, movedAt(tx.ctx));
    if (moved > 0)
      record(tx, 'recovery.moved', {
        incidentId,
        body: { count: moved, state: 'waiting', where, blocker: '' },
      });
  }
}
