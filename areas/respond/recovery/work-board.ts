import { type Context, inTransaction } from '../../../database/transaction.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { hostsBehind, hostsOf } from '../../prepare/assets/index.ts';
import { record } from '../../record.ts';
import { lockIncident } from '../incidents/index.ts';
import { type BoardWanted, boardWanted, type ItemsMoved } from './schema.ts';
import { addItems, moveItems } from './store.ts';

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
  const { wave, behind, keys, ...filter } = boardWanted.parse(given);
  if (!behind && !keys && !filter.company && !filter.class && !filter.os)
    throw invalidField('keys', {
      ja: '対象を、絞り込み・経路・一覧のいずれかで指定してください',
      en: 'Say which: by a filter, by what they are behind, or by a list',
    });
  return inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const wanted = behind ? await hostsBehind(tx.sql, ctx.orgId, behind) : keys;
    const machines = await hostsOf(tx.sql, { ...filter, ...(wanted && { keys: wanted }) });
    if (machines.length === 0)
      throw invalidField(behind ? 'behind' : keys ? 'keys' : 'class', {
        ja: '当てはまる機器が台帳にありません',
        en: 'No machine of the register fits',
      });
    const added = await addItems(tx.sql, ctx.orgId, incidentId, machines, wave, ctx.now);
    if (added > 0) record(tx, 'recovery.began', { incidentId, body: { count: added, wave } });
    return { added, unknown: keys && !behind ? new Set(keys).size - machines.length : 0 };
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
    throw invalidField('state', { ja: '何を変えるか指定してください', en: 'Say what changes' });
  if (keys === undefined && Object.keys(filter).length === 0)
    throw invalidField('filter', {
      ja: '全台を一度に動かすことはできません。絞り込んでください',
      en: 'Not everything at once: say which',
    });
  return inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const moved = await moveItems(tx.sql, incidentId, { filter, keys }, { state, wave, blocker }, ctx.now);
    const where = Object.entries(filter).map(([name, value]) => `${name} ${value}`);
    if (moved > 0)
      record(tx, 'recovery.moved', {
        incidentId,
        body: { count: moved, state: state ?? '', where: where.join(', '), blocker: blocker ?? '' },
      });
    return { moved };
  });
}
