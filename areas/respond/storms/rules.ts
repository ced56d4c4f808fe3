import type { Brake } from './schema.ts';

/** High: a rule of this severity or above that has no part in a storm is told of by itself, whatever else goes on. */
const HIGH = 3;

/** What rules did lately. */
export interface Lately {
  /** Incidents they declared and groups that were held back. */
  readonly count: number;
  /** The rules these are of. */
  readonly ruleIds: ReadonlySet<string>;
}

interface Matched {
  readonly rule: { readonly id: string; readonly severity: number };
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
 * back of a grave rule that has no part in what is going on: its first match may be about something else altogether.
 */
export function braked<M extends Matched>(
  matches: readonly M[],
  { most }: Brake,
  lately: Lately,
): { readonly alone: readonly M[]; readonly held: readonly M[] } {
  const alone: M[] = [];
  const held: M[] = [];
  const part = new Set(lately.ruleIds);
  let room = most - lately.count;
  for (const match of matches) {
    const { id, severity } = match.rule;
    if (room > 0 || (severity >= HIGH && !part.has(id))) alone.push(match);
    else held.push(match);
    room -= 1;
    part.add(id);
  }
  return { alone, held };
}
