import { type Context, reading } from '../../database/transaction.ts';
import { sonaeItself } from '../system-context.ts';
import { readableKinds, viewLines } from './list-lines.ts';
import type { LineView } from './schema.ts';
import { linesAfter, restrictedIncidents } from './store.ts';

const BATCH = 200;

export interface Tail {
  readonly lines: readonly LineView[];
  readonly names: Readonly<Record<string, string>>;
  /** Number of the last line looked at, whether the caller may read it or not. */
  readonly seq: number;
  readonly more: boolean;
  /** Of every line looked at, whether the caller may read it or not. */
  readonly kinds: readonly string[];
}
interface Look extends Tail {
  /** All of it may be read by everybody inside whose permissions reach that far. */
  readonly open: boolean;
}

/**
 * What came after a number, for many who follow one ledger: those woken by the same commit read it once. It is shared
 * only where everybody inside sees the same; who is outside, or where a line is of a restricted incident, reads for
 * themselves under row-level security.
 */
export class LedgerTail {
  readonly #looks = new Map<string, Promise<Look>>();

  /** @param moment names what woke the caller: whoever was woken by the same may be answered by one look */
  async after(ctx: Context, seq: number, moment: string): Promise<Tail> {
    if (ctx.actor.outside) return mine(ctx, await look(ctx, seq));
    const key = `${ctx.orgId} ${seq} ${moment}`;
    let shared = this.#looks.get(key);
    if (!shared) {
      shared = look(unseen(ctx), seq);
      this.#looks.set(key, shared);
      // Nobody woken later may be given an older look.
      const forget = () => this.#looks.delete(key);
      shared.then(() => setTimeout(forget, 1_000).unref(), forget);
    }
    const found = await shared;
    return mine(ctx, found.open ? found : await look(ctx, seq));
  }
}

/** As nobody in particular: every line of the organisation, so that what is shared is known to be whole. */
const unseen = (ctx: Context): Context => ({ ...ctx, actor: sonaeItself() });

async function look(ctx: Context, after: number): Promise<Look> {
  return reading(ctx, async (trx) => {
    const lines = await linesAfter(trx, after, BATCH);
    const { lines: viewed, names } = await viewLines(trx, lines);
    const restricted = new Set(await restrictedIncidents(trx));
    return {
      lines: viewed,
      names,
      seq: lines.at(-1)?.seq ?? after,
      more: lines.length === BATCH,
      kinds: lines.map(({ kind }) => kind),
      open: lines.every(({ incidentId }) => incidentId === null || !restricted.has(incidentId)),
    };
  });
}

/** Lines of kinds the caller may not read only move the cursor. */
function mine(ctx: Context, { lines, names, seq, more, kinds }: Look): Tail {
  const readable = new Set<string>(readableKinds(ctx));
  return { lines: lines.filter(({ kind }) => readable.has(kind)), names, seq, more, kinds };
}
