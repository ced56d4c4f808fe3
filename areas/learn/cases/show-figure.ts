import type { z } from 'zod';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { spelledText } from '../../../kernel/hedges.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { figurePage } from '../../../report/figure/room.ts';
import { inTurn, keeping } from '../drawings/index.ts';
import { figureSheet } from './schema.ts';
import { findCase } from './store.ts';

/** Whoever turns the pages of a library quickly waits for a few drawings, not for all of them at once. */
const MOST_WAITING = 12;

/** The figure of a case as it stands now, as it is printed; drawn once, then kept. */
export async function showFigure(
  ctx: Context,
  id: string,
  language: Language,
): Promise<z.infer<typeof figureSheet>[]> {
  permit(ctx, 'case.read');
  const found = await reading(ctx, (trx) => findCase(trx, id));
  if (!found) throw new Fault('not-found');
  const { figure, title } = found.document;
  const [sheets = []] = await keeping(ctx, (work) => inTurn(`show ${ctx.orgId}`, MOST_WAITING, work))([
    {
      figure,
      language,
      title: spelledText(title, language),
      prefix: `case-${id.slice(-12)}-`,
      page: figurePage(found.document),
    },
  ]);
  return sheets.map(({ svg, quality, arrangement }) => ({
    svg,
    crowded: quality.hardTotal > 0,
    arrangement: figureSheet.shape.arrangement.parse(arrangement),
  }));
}
