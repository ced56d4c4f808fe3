import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { assetsWithDegree } from '../assets/index.ts';
import { readOrganisation, unitTree } from '../parties/index.ts';
import { readRegister } from '../registers/index.ts';
import { rosterCovers } from '../rosters/roster-covers.ts';
import type { Registers } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { askAll, scoreByUnit, scoreOf } from './rules.ts';
import type { readinessView } from './schema.ts';

const SHOWN = 200;

async function registersOf(trx: Transaction<Tables>, ctx: Context): Promise<Registers> {
  const entries = async <N extends Parameters<typeof readRegister>[1]>(name: N) =>
    (await readRegister(trx, name)).map(({ entry }) => entry);
  const timeZone = (await readOrganisation(trx))?.timeZone ?? 'UTC';
  return {
    today: ctx.now.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    assets: await assetsWithDegree(trx),
    parties: await entries('parties'),
    callTrees: await entries('call-trees'),
    rosters: await rosterCovers(trx, ctx.orgId, ctx.now),
    fallbacks: await entries('fallbacks'),
  };
}

/** What the registers are ready for, and what is open, as they stand now. */
export async function askReadiness(ctx: Context): Promise<z.input<typeof readinessView>> {
  permit(ctx, 'register.read');
  return reading(ctx, async (trx) => {
    const checked = askAll(CHECKS, await registersOf(trx, ctx));
    const unitNames = new Map((await unitTree(trx)).map(({ id, name }) => [id, name]));
    return {
      ...scoreOf(checked.flatMap(({ subjects }) => subjects)),
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
