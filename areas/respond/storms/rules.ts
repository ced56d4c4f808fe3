import { plain } from '../../../kernel/text.ts';
import type { Brake } from './schema.ts';

/** High: a rule of this severity or above that has no part in a storm is told of by itself, whatever else goes on. */
export const HIGH = 3;

/** A storm of more different alarms than this has no alarm that could be told to be about something else. */
const FEW = 10;
/** Names and kinds that are looked at of one rule. */
export const MOST_CALLED = 100;

/** What rules did lately. */
export interface Lately {
  /** Incidents they declared and groups that were held back. */
  readonly count: number;
  /** The rules these are of. */
  readonly ruleIds: ReadonlySet<string>;
  /** What the alarms of a rule were called, where that was asked; so many at most. */
  readonly called: ReadonlyMap<
    string,
    { readonly names: readonly string[]; readonly kinds: readonly string[] }
  >;
}

interface Matched {
  readonly rule: { readonly id: string; readonly severity: number };
  readonly title: string;
}

/** What only counts in a title, or names a machine by a number; the database leaves the same out (`latelyOf`). */
export const NUMBERED = '[A-Za-z0-9_.:/-]*[0-9][A-Za-z0-9_.:/-]*';
const withoutNumbers = (title: string): string => title.replace(new RegExp(NUMBERED, 'g'), '#');
/** "h17 down" and "h18 down" are one kind of alarm. */
const kindOf = (title: string): string => withoutNumbers(plain(withoutNumbers(title)));

/** The alarms of one rule, by name and by kind. */
class Called {
  readonly #names: Set<string>;
  readonly #kinds: Set<string>;
  /** Too many to know them all. */
  readonly #many: boolean;
  constructor(names: readonly string[] = [], kinds: readonly string[] = []) {
    this.#names = new Set(names.map(plain));
    this.#kinds = new Set(kinds.map(kindOf));
    this.#many = kinds.length >= MOST_CALLED;
  }
  add(title: string): void {
    this.#names.add(plain(title));
    this.#kinds.add(kindOf(title));
  }
  /** Whether an alarm is none of the few that the rule goes on about. */
  isOther(title: string): boolean {
    const isNew = (known: ReadonlySet<string>, called: string) => known.size < FEW && !known.has(called);
    return isNew(this.#names, plain(title)) || (!this.#many && isNew(this.#kinds, kindOf(title)));
  }
}

/** Since when matches count: for as long as the brake looks back, and not further than a storm was undone. */
export function countedSince(
  { minutes }: Brake,
  releasedAt: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Temporal.Instant {
  const since = now.subtract({ minutes });
  return releasedAt && Temporal.Instant.compare(releasedAt, since) > 0 ? releasedAt : since;
}

/**
 * Which matches become incidents of their own and which are held back, in the order in which they came. Nothing is held
 * back of a grave rule that has no part in what is going on, nor of one that goes on about a few other alarms: it may be
 * about something else altogether, also where one rule is for all that is grave.
 */
export function braked<M extends Matched>(
  matches: readonly M[],
  { most }: Brake,
  lately: Lately,
): { readonly alone: readonly M[]; readonly held: readonly M[] } {
  const alone: M[] = [];
  const held: M[] = [];
  const called = new Map(
    [...lately.ruleIds].map((id) => {
      const { names, kinds } = lately.called.get(id) ?? {};
      return [id, new Called(names, kinds)] as const;
    }),
  );
  let room = most - lately.count;
  for (const match of matches) {
    const { id, severity } = match.rule;
    const rule = called.get(id);
    const other = severity >= HIGH && (!rule || rule.isOther(match.title));
    if (room > 0 || other) alone.push(match);
    else held.push(match);
    room -= 1;
    if (rule) rule.add(match.title);
    else called.set(id, new Called([match.title], [match.title]));
  }
  return { alone, held };
}
