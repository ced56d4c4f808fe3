import { createHash } from 'node:crypto';
import { isOutage } from '../../../database/outage.ts';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import {
  type DrawnFigure,
  dressed,
  EDITION,
  type FigureRequest,
} from '../../../report/figure/draw-sheets.ts';
import { solveAll } from '../../../report/figure/solve-all.ts';
import { deleteDrawingsBefore, findDrawings, insertDrawings } from './store.ts';

/** Drawings are kept so long; a case that is opened later is drawn once more. */
const KEPT_HOURS = 24 * 400;

const keyOf = ({ figure, language, page }: FigureRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([EDITION, language, page, figure]))
    .digest('hex');

/** Lets work begin when it may. */
type Turn = <T>(work: () => Promise<T>) => Promise<T>;

async function drawAndKeep(
  ctx: Context,
  missing: ReadonlyMap<string, FigureRequest>,
  onDone: (done: number) => void,
): Promise<ReadonlyMap<string, DrawnFigure[]>> {
  permit(ctx, 'case.read');
  const drawn = await solveAll(
    [...missing.values()].map((request) => ({ ...request, title: '', prefix: '' })),
    onDone,
  );
  const own = new Map([...missing.keys()].map((key, i) => [key, drawn[i] ?? []]));
  try {
    await inTransaction(ctx, async ({ sql }) => {
      await insertDrawings(sql, ctx.orgId, own, ctx.now);
      await deleteDrawingsBefore(sql, ctx.now.subtract({ hours: KEPT_HOURS }));
    });
  } catch (error) {
    // Whoever looks sees what is drawn, also where nothing can be written down: that is said by whoever has to write.
    if (!isOutage(error)) throw error;
  }
  return own;
}

/**
 * Lays figures out as `solveAll` does, but each only once for an organisation: a figure is a function of its data, so its
 * drawing is kept under a hash of it.
 * @param turn when what is not kept yet may be drawn; at once unless told
 */
export function keeping(ctx: Context, turn: Turn = (work) => work()): typeof solveAll {
  return async (requests, onDone) => {
    const keys = requests.map(keyOf);
    const known = await reading(ctx, (trx) => findDrawings(trx, keys));
    const missing = new Map(
      requests.flatMap((request, i) => {
        const key = keys[i] as string;
        return known.has(key) ? [] : [[key, request] as const];
      }),
    );
    const before = requests.length - missing.size;
    if (before > 0) onDone?.(before);
    const drawNow = async (): Promise<ReadonlyMap<string, DrawnFigure[]>> => {
      // Whoever was before in turn may have drawn it.
      const since = await reading(ctx, (trx) => findDrawings(trx, [...missing.keys()]));
      const still = new Map([...missing].filter(([key]) => !since.has(key)));
      if (still.size === 0) return since;
      const drawn = await drawAndKeep(ctx, still, (n) => onDone?.(before + since.size + n));
      return new Map([...since, ...drawn]);
    };
    const drawn = missing.size > 0 ? await turn(drawNow) : known;
    return requests.map((request, i) => {
      const key = keys[i] as string;
      return dressed(known.get(key) ?? drawn.get(key) ?? [], request);
    });
  };
}
