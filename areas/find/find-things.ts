import { type Context, reading } from '../../database/transaction.ts';
import { permit } from '../../kernel/permit.ts';
import { grouped, hintOf, nearlyHolds, numberIn, titleIn } from './rules.ts';
import type { Findable, FoundGroup } from './schema.ts';
import { findNumbered, findThings, foldSaid } from './store.ts';
import { FINDINGS, FOUND_KINDS } from './words.ts';

/** Shown of each kind. */
const MOST = 6;
/** Where fewer hold what was typed, slips are looked for as well. */
const ENOUGH = 5;
/** Of each kind so many are looked at that may hold it with a slip. */
const NEAR = 60;

/** What somebody may see that is called as they said, in whichever way they write it. */
export async function findAnything(ctx: Context, said: string): Promise<FoundGroup[]> {
  permit(ctx, 'incident.read');
  const kinds = FOUND_KINDS.filter((kind) => ctx.actor.permissions.has(FINDINGS[kind].needs));
  return reading(ctx, async (trx) => {
    const folded = await foldSaid(trx, said);
    const number = numberIn(folded);
    const numbered = number === undefined ? [] : await findNumbered(trx, number);
    const exact = await findThings(trx, folded, { kinds, slips: false, most: MOST });
    const near =
      exact.length >= ENOUGH ? [] : await findThings(trx, folded, { kinds, slips: true, most: NEAR });
    const words = folded.split(' ');
    const known = new Set([...numbered, ...exact].map(nameOf));
    const things = [
      ...numbered,
      ...exact.filter((thing) => !numbered.some(({ id }) => id === thing.id)),
      ...near.filter(
        (thing) => !known.has(nameOf(thing)) && words.every((word) => nearlyHolds(thing.folded, word)),
      ),
    ];
    return grouped(
      things,
      {
        said: folded,
        kinds,
        most: MOST,
        shown: (thing) => ({
          kind: thing.kind,
          id: thing.id,
          title: titleIn(thing, ctx.language),
          hint: hintOf(thing, FINDINGS[thing.kind].states ?? {}, ctx.language),
          address: FINDINGS[thing.kind].address(thing),
        }),
      },
      (kind) => FINDINGS[kind].name[ctx.language],
    );
  });
}

const nameOf = ({ kind, id }: Findable): string => `${kind} ${id}`;
