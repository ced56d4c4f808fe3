import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { unitTree } from '../parties/index.ts';
import { CHECKS } from './checks/index.ts';
import { gatherRegisters } from './gather-registers.ts';
import { askAll, scoreByUnit, scoreOf } from './rules.ts';
import type { readinessView } from './schema.ts';
import { lastDays } from './store.ts';

const SHOWN = 200;
const DAYS_SHOWN = 90;

/** What the registers are ready for, and what is open, as they stand now. */
export async function askReadiness(ctx: Context): Promise<z.input<typeof readinessView>> {
  permit(ctx, 'register.read');
  return reading(ctx, async (trx) => {
    const checked = askAll(CHECKS, await gatherRegisters(trx, ctx.orgId, ctx.now));
    const unitNames = new Map((await unitTree(trx)).map(({ id, name }) => [id, name]));
    return {
      ...scoreOf(checked.flatMap(({ subjects }) => subjects)),
      history: await lastDays(trx, DAYS_SHOWN),
      units: [...scoreByUnit(checked)].map(([id, score]) => ({
        unit: id === null ? null : (unitNames.get(id) ?? null),
        ...score,
      })),
      checks: checked.map(({ subjects, lessons, ...about }) => ({
        ...about,
        lessons: [...lessons],
        ...scoreOf(subjects),
        open: subjects
          .filter(({ ready }) => !ready)
          .slice(0, SHOWN)
          .map(({ key, name, link }) => ({ key, name, link })),
      })),
    };
  });
}
