import type { Band } from '../calendars/schema.ts';
import { QUANTILES } from './simulate.ts';

/**
 * What is assumed of people nobody has measured: how many answer at all, and the median minutes of those who do. Round
 * figures to be replaced by measured ones; the result says of how many people they were needed.
 */
export const ASSUMED: { readonly [B in Band]: { readonly answers: number; readonly median: number } } = {
  day: { answers: 0.95, median: 2 },
  night: { answers: 0.8, median: 4 },
  holiday: { answers: 0.85, median: 5 },
};
/** Fewer answers than this say too little of a person. */
const ENOUGH = 8;

/** Answer times of an exponential shape: as likely in the next minute whatever was waited, scaled to the median. */
export function assumedTimes(band: Band): Float64Array {
  const { answers, median } = ASSUMED[band];
  return Float64Array.from({ length: QUANTILES }, (_, i) => {
    const share = (i + 0.5) / QUANTILES / answers;
    return share >= 1 ? Number.POSITIVE_INFINITY : (-Math.log(1 - share) * median) / Math.LN2;
  });
}

/** Minutes as measured, one after another in order, those who did not answer last. */
export function measuredTimes(minutes: readonly number[]): Float64Array | undefined {
  if (minutes.length < ENOUGH) return undefined;
  const sorted = [...minutes].sort((a, b) => (a === b ? 0 : a < b ? -1 : 1));
  return Float64Array.from(
    { length: QUANTILES },
    (_, i) => sorted[Math.floor((i * sorted.length) / QUANTILES)] as number,
  );
}

interface Line {
  readonly kind: string;
  readonly at: Temporal.Instant;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * How long each person took to answer pages, from the ledger: minutes from being asked to answering, Infinity where the
 * next had to be asked. Where somebody else was quicker, or the page was called off, it says nothing of them.
 */
export function answersByPerson(lines: readonly Line[]): Map<string, number[]> {
  const waiting = new Map<string, Map<string, Temporal.Instant>>();
  const found = new Map<string, number[]>();
  const say = (person: string, minutes: number) => found.set(person, [...(found.get(person) ?? []), minutes]);
  for (const { kind, at, body } of lines) {
    const page = String(body['pageId']);
    const asked = waiting.get(page) ?? new Map<string, Temporal.Instant>();
    waiting.set(page, asked);
    if (kind === 'page.attempted') asked.set(String(body['personId']), at);
    if (kind === 'page.acknowledged') {
      const person = String(body['personId']);
      const since = asked.get(person);
      if (since) say(person, at.since(since).total('minutes'));
      // Where several are to answer, the others are still waited for.
      const wanted = Number(body['needed'] ?? 1) - Number(body['answers'] ?? 1);
      if (wanted > 0) asked.delete(person);
      else asked.clear();
    }
    if (kind === 'page.escalated' || kind === 'page.exhausted') {
      for (const person of asked.keys()) say(person, Number.POSITIVE_INFINITY);
      asked.clear();
    }
  }
  return found;
}
