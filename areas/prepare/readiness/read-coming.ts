import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { FALLBACKS } from '../fallbacks/register.ts';
import { readZone } from '../parties/index.ts';
import { PARTIES } from '../parties/register.ts';
import { readRegister } from '../registers/index.ts';
import { comingIn } from './coming.ts';
import type { comingView } from './schema.ts';

const DAYS = 30;

/** What comes due in the registers within thirty days. */
export async function readComing(ctx: Context): Promise<z.input<typeof comingView>> {
  permit(ctx, 'register.read');
  return reading(ctx, async (trx) => {
    const today = ctx.now.toZonedDateTimeISO(await readZone(trx)).toPlainDate();
    const until = today.add({ days: DAYS }).toString();
    const parties = (await readRegister(trx, PARTIES)).map(({ entry }) => entry);
    const fallbacks = (await readRegister(trx, FALLBACKS)).map(({ entry }) => entry);
    return {
      today: today.toString(),
      until,
      items: comingIn({ parties, fallbacks }, today.toString(), until),
    };
  });
}
