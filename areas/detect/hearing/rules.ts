/** When somebody could last hear, and since when without a break. */
export interface Hearing {
  readonly heardAt: Temporal.Instant;
  readonly since: Temporal.Instant;
}

/** The last sign that anybody hears is older than this: nobody does. */
const DEAF_AFTER = { seconds: 4 } as const;
/** So soon it is looked again whether somebody does. */
const SOON = { seconds: 1 } as const;

/** What silence means when it is looked at: it is over, it has to last until then, or nobody could have heard anything. */
export type Silence = { readonly kind: 'over' } | { readonly kind: 'wait'; readonly until: Temporal.Instant };

/** Nobody hears at this moment, so nothing can be said of who is silent. */
export const isDeaf = (hearing: Hearing | undefined, now: Temporal.Instant): boolean =>
  hearing !== undefined && Temporal.Instant.compare(hearing.heardAt.add(DEAF_AFTER), now) < 0;

/**
 * Whether something has been silent for too long. Time in which Sonae could not hear does not count: after a break
 * everything has its full time again.
 * @param lastAt when it was heard last; a time that lies ahead was read from a clock that has been set back since
 */
export function silenceOf(
  lastAt: Temporal.Instant,
  seconds: number,
  hearing: Hearing | undefined,
  now: Temporal.Instant,
): Silence {
  if (isDeaf(hearing, now)) return { kind: 'wait', until: now.add(SOON) };
  const counted = hearing && Temporal.Instant.compare(hearing.since, lastAt) > 0 ? hearing.since : lastAt;
  const due = counted.add({ seconds });
  return Temporal.Instant.compare(due, now) > 0 ? { kind: 'wait', until: due } : { kind: 'over' };
}
