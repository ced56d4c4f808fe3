/** Nothing is typed after it has arrived: a clock that is ahead over there says no more than now. */
export function typedBefore(text: string | undefined, now: Temporal.Instant): Temporal.Instant | undefined {
  if (text === undefined) return undefined;
  const typed = Temporal.Instant.from(text);
  return Temporal.Instant.compare(typed, now) > 0 ? now : typed;
}
