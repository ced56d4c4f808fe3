import type { z } from 'zod';
import { type Context, reading } from '../../../../database/transaction.ts';
import { permit } from '../../../../kernel/permit.ts';
import { readRegister } from '../../registers/index.ts';
import { namesOf } from '../index.ts';
import type { Cause, resolvedCalls } from '../schema.ts';
import { missingCells } from './rules.ts';
import { whomToCall } from './whom-to-call.ts';

/** The answer of the matrix with names, and which of its nine cells nobody has filled. */
export async function resolveFor(
  ctx: Context,
  cause: Cause,
  at: Temporal.Instant,
): Promise<z.input<typeof resolvedCalls>> {
  permit(ctx, 'register.read');
  return reading(ctx, async (trx) => {
    const { band, cell, calls } = await whomToCall(trx, ctx.orgId, cause, at);
    const trees = (await readRegister(trx, 'call-trees')).map(({ entry }) => entry);
    const names = await namesOf(
      trx,
      calls.flatMap(({ personIds, deputyIds }) => [...personIds, ...deputyIds]),
    );
    const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: names[id] ?? '?' }));
    return {
      band,
      tree: cell?.key ?? null,
      calls: calls.map(({ personIds, deputyIds, waitMinutes }) => ({
        people: named(personIds),
        deputies: named(deputyIds),
        waitMinutes,
      })),
      missing: missingCells(trees),
    };
  });
}
