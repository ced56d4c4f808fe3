import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { readZone } from '../../prepare/parties/index.ts';
import { findIncident } from '../incidents/index.ts';
import { burnDownOf, compare, forecastOf } from './rules.ts';
import { type boardView, type compared, ITEM_STATES } from './schema.ts';
import { affectedKeys, blockersOf, countsByState, type Group, groupsBy, restoredTimes } from './store.ts';

/** The board at one look: how many of how many, where, what keeps them, and when it would be over at this pace. */
export async function readBoard(ctx: Context, incidentId: string): Promise<z.input<typeof boardView>> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    if (!(await findIncident(trx, incidentId))) throw new Fault('not-found');
    const counts = await countsByState(trx, incidentId);
    const count = (state: (typeof ITEM_STATES)[number]): number => counts.get(state) ?? 0;
    const total = ITEM_STATES.reduce((sum, state) => sum + count(state), 0) - count('notAffected');
    const times = await restoredTimes(trx, incidentId, {
      since: ctx.now.subtract({ hours: 24 }),
      zone: await readZone(trx),
    });
    const remaining = total - count('restored');
    const { at, perHour, overHours } = forecastOf(remaining, times.lately, times.begun ?? ctx.now, ctx.now);
    return {
      total,
      states: Object.fromEntries(ITEM_STATES.map((state) => [state, count(state)])) as Record<
        (typeof ITEM_STATES)[number],
        number
      >,
      classes: told(await groupsBy(trx, incidentId, 'class')),
      companies: told(await groupsBy(trx, incidentId, 'company')),
      sites: told(await groupsBy(trx, incidentId, 'site')),
      waves: told(await groupsBy(trx, incidentId, 'wave')),
      blockers: await blockersOf(trx, incidentId),
      burnDown: burnDownOf(times.byDay),
      forecast: { remaining, at: at?.toString() ?? null, perHour, overHours },
    };
  });
}

const told = (groups: readonly Group[]) =>
  groups.map(({ completedAt, ...group }) => ({ ...group, completedAt: completedAt?.toString() ?? null }));

/** What people report against what the board says is affected; changes nothing. */
export async function compareReported(
  ctx: Context,
  incidentId: string,
  reported: readonly string[],
): Promise<z.input<typeof compared>> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    if (!(await findIncident(trx, incidentId))) throw new Fault('not-found');
    const affected = await affectedKeys(trx, incidentId);
    const wanted = new Set(reported);
    const { both, onlyReported, onlyAffected } = compare(affected, wanted);
    return {
      affected: affected.size,
      reported: wanted.size,
      both,
      onlyReported: onlyReported.slice(0, 500),
      onlyAffected,
    };
  });
}
