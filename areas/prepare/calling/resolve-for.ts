import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesOf } from '../contacts/index.ts';
import { whomToCall } from './resolve-callees.ts';
import { missingCells, type Question } from './rules.ts';
import type { resolvedCalls } from './schema.ts';

const YEAR_HOURS = 366 * 24;

/** The answer of the matrix with names, and which of its nine cells nobody has filled. */
export async function resolveFor(ctx: Context, question: Question): Promise<z.input<typeof resolvedCalls>> {
  permit(ctx, 'register.read');
  // Rosters are worked out up to the moment asked about: a far one would cost without end.
  if (Math.abs(question.at.since(ctx.now).total('hours')) > YEAR_HOURS)
    throw new Fault('invalid', {
      fields: [
        {
          field: 'at',
          mend: { ja: '前後1年以内の日時を指定してください', en: 'Enter a time within one year of now' },
        },
      ],
    });
  return reading(ctx, async (trx) => {
    const { band, cell, calls, passedOver, trees } = await whomToCall(trx, ctx.orgId, question);
    const names = await namesOf(trx, [
      ...calls.flatMap(({ personIds, deputyIds }) => [...personIds, ...deputyIds]),
      ...passedOver.flatMap(({ personId }) => personId ?? []),
    ]);
    const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: names[id] ?? '?' }));
    return {
      band,
      tree: cell?.key ?? null,
      calls: calls.map(({ personIds, deputyIds }) => ({
        people: named(personIds),
        deputies: named(deputyIds),
      })),
      passedOver: passedOver.map(({ personId, roster, why }) => ({
        name: personId === null ? (roster ?? '?') : (names[personId] ?? '?'),
        why,
      })),
      missing: missingCells(trees),
    };
  });
}
