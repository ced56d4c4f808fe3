import type { Bilingual } from '../../../kernel/language.ts';
import type { CauseGroup } from '../../learn/cases/schema.ts';
import type { EditionDifference, ErratumState, ShownErratum } from './schema.ts';

/** A case as an edition prints it: its number, and the hash of what is printed; a withdrawn one has none any more. */
export interface Printed {
  readonly number: number;
  readonly caseId: string;
  readonly group: CauseGroup;
  readonly hash: string | null;
  /** The day it was withdrawn on. */
  readonly withdrawnOn: string | null;
}

export interface ToPrint {
  readonly caseId: string;
  readonly group: CauseGroup;
  readonly hash: string;
}

/**
 * Numbers of an edition. Whoever had one keeps it; whoever is new gets the next, in the order given; whoever had one and is not
 * printed any more leaves it behind for good.
 * @param inOrder what is to be printed, in the order of a book
 */
export function numbered(
  before: readonly Printed[],
  inOrder: readonly ToPrint[],
  today: string,
): readonly Printed[] {
  const wanted = new Map(inOrder.map((each) => [each.caseId, each]));
  const kept = before.map((each): Printed => {
    const now = wanted.get(each.caseId);
    if (now) return { ...now, number: each.number, withdrawnOn: null };
    return { ...each, hash: null, withdrawnOn: each.withdrawnOn ?? today };
  });
  const known = new Set(before.map(({ caseId }) => caseId));
  const last = Math.max(0, ...before.map(({ number }) => number));
  const added = inOrder
    .filter(({ caseId }) => !known.has(caseId))
    .map((each, i): Printed => ({ ...each, number: last + i + 1, withdrawnOn: null }));
  return [...kept, ...added];
}

const sameErratum = ({ number, on, text }: ShownErratum): string =>
  JSON.stringify([number, on, text.ja, text.en]);

/** What an edition changes, by the numbers readers know. */
export function differencesOf(
  before: readonly Printed[],
  after: readonly Printed[],
  errata: { readonly before: readonly ShownErratum[]; readonly after: readonly ShownErratum[] },
): EditionDifference[] {
  const was = new Map(before.map((each) => [each.number, each]));
  const cases = after.flatMap(({ number, hash }): EditionDifference[] => {
    const old = was.get(number);
    if (!old) return [{ kind: 'added', number }];
    if (hash === old.hash) return [];
    return [{ kind: hash === null ? 'withdrawn' : old.hash === null ? 'added' : 'changed', number }];
  });
  const known = new Set(errata.before.map(sameErratum));
  const told = errata.after.filter((each) => !known.has(sameErratum(each)));
  return [...cases, ...told.map(({ number }): EditionDifference => ({ kind: 'erratum', number }))];
}

/**
 * What an edition prints of errata. What is wrong in a case is put right in the case, with its operator's consent: the report says
 * that it was, in words that tell nothing, and only of a case that stands. What was said before is said again.
 * @param inCase says of the case of a number that it was corrected
 */
export function errataPrinted(
  verified: readonly ShownErratum[],
  before: { readonly printed: readonly Printed[]; readonly errata: readonly ShownErratum[] },
  printed: readonly Printed[],
  inCase: (number: number) => Bilingual,
): ShownErratum[] {
  const was = new Map(before.printed.map(({ number, hash }) => [number, hash]));
  const is = new Map(printed.map(({ number, hash }) => [number, hash]));
  const told = new Set(before.errata.map(({ number, on }) => `${number} ${on}`));
  return verified.flatMap((each) => {
    const { number, on } = each;
    if (number === null) return [each];
    const hash = is.get(number) ?? null;
    const corrected = hash !== null && hash !== was.get(number);
    return hash !== null && (corrected || told.has(`${number} ${on}`))
      ? [{ ...each, text: inCase(number) }]
      : [];
  });
}

/** A claim that something is wrong is settled once; while it is held it may still be. */
export const mayTurn = (from: ErratumState, to: ErratumState): boolean =>
  (from === 'reported' && to !== 'reported') || (from === 'held' && (to === 'verified' || to === 'rejected'));

interface Days {
  readonly from: string;
  readonly until: string;
}
/** Windows that overlap and are not the same: what two tables of them differ by tells of what lies in one alone. */
export const tellApart = (one: Days, others: readonly Days[]): Days | undefined =>
  others.find(
    ({ from, until }) =>
      from <= one.until && one.from <= until && !(from === one.from && until === one.until),
  );
