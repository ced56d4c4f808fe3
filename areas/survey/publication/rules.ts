import type { CauseGroup } from '../../learn/cases/schema.ts';
import type { EditionDifference, ErratumState } from './schema.ts';

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

/** What an edition changes, by the numbers readers know. */
export function differencesOf(
  before: readonly Printed[],
  after: readonly Printed[],
  errata: { readonly before: readonly (number | null)[]; readonly after: readonly (number | null)[] },
): EditionDifference[] {
  const was = new Map(before.map((each) => [each.number, each]));
  const cases = after.flatMap(({ number, hash }): EditionDifference[] => {
    const old = was.get(number);
    if (!old) return [{ kind: 'added', number }];
    if (hash === old.hash) return [];
    return [{ kind: hash === null ? 'withdrawn' : old.hash === null ? 'added' : 'changed', number }];
  });
  const told = errata.after.slice(errata.before.length);
  return [...cases, ...told.map((number): EditionDifference => ({ kind: 'erratum', number }))];
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
