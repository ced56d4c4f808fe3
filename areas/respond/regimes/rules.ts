import type { Deadline, RegimeDocument, ReportStage, Span, Start } from './schema.ts';

/** The moments deadlines run from, as far as they are known. */
export type Moments = Readonly<Partial<Record<Start, Temporal.Instant>>>;

export interface Due {
  /** Null where nothing starts it. */
  readonly startsAt: Temporal.Instant | null;
  /** Null: as soon as possible. */
  readonly dueAt: Temporal.Instant | null;
  readonly reminders: readonly Temporal.Instant[];
}

/** Days are 24 hours: nobody is late by a clock change. A month is one of the calendar. */
const moved = (from: Temporal.Instant, { count, unit }: Span, direction: 1 | -1): Temporal.Instant => {
  const many = count * direction;
  if (unit === 'months') return from.toZonedDateTimeISO('UTC').add({ months: many }).toInstant();
  return from.add({ hours: unit === 'days' ? many * 24 : many });
};

const MOST_AHEAD_MS = 48 * 3_600_000;
/** With two fifths of the time left, but no more than two days ahead. */
const houseRule = (startsAt: Temporal.Instant, dueAt: Temporal.Instant): Temporal.Instant => {
  const whole = dueAt.epochMilliseconds - startsAt.epochMilliseconds;
  return dueAt.subtract({ milliseconds: Math.min(Math.max(0, Math.floor(whole * 0.4)), MOST_AHEAD_MS) });
};

/** When to remind of what is due, in order; never before the clock began. @param spans null: the house's rule */
export function remindersOf(
  spans: readonly Span[] | null,
  startsAt: Temporal.Instant,
  dueAt: Temporal.Instant,
): Temporal.Instant[] {
  const wanted = spans ? spans.map((span) => moved(dueAt, span, -1)) : [houseRule(startsAt, dueAt)];
  const times = wanted.map((at) => (Temporal.Instant.compare(at, startsAt) < 0 ? startsAt : at));
  return times.toSorted(Temporal.Instant.compare).filter((at, i, all) => i === 0 || !all[i - 1]?.equals(at));
}

/**
 * When a deadline runs out, by the moment it runs from. Operators' reports and a surveying body's deadlines are counted alike.
 * @returns undefined where what starts it is not known: nothing runs yet
 */
export function dueOf(
  { starts, within, wrongful, reminders }: Deadline,
  moments: Moments,
  wrongfulPurpose = false,
): Due | undefined {
  if (starts === 'none') return { startsAt: null, dueAt: null, reminders: [] };
  const startsAt = moments[starts];
  if (!startsAt) return undefined;
  const span = (wrongfulPurpose ? wrongful : null) ?? within;
  const dueAt = span ? moved(startsAt, span, 1) : null;
  return { startsAt, dueAt, reminders: dueAt ? remindersOf(reminders, startsAt, dueAt) : [] };
}

/** Moments of an incident's own life, as its record has them. */
export const FACT_OF = {
  detection: 'noticed',
  knowing: 'recognised',
  judgement: 'judgedSignificant',
} as const satisfies Partial<Record<Start, string>>;
const isOfRecord = (starts: Start): starts is keyof typeof FACT_OF => Object.hasOwn(FACT_OF, starts);

/** The time of the record the clocks of a regime run from: that of its first deadline. */
export const startFactOf = ({
  deadlines,
}: Pick<RegimeDocument, 'deadlines'>): (typeof FACT_OF)[keyof typeof FACT_OF] | null => {
  const first = deadlines[0]?.starts ?? 'none';
  return isOfRecord(first) ? FACT_OF[first] : null;
};

export interface Clock {
  readonly stage: ReportStage;
  /** The time of the record it runs from, itself or by the reports before it; null: none. */
  readonly fact: (typeof FACT_OF)[keyof typeof FACT_OF] | null;
  readonly startsAt: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant | null;
}

/**
 * The clocks of a regime. What runs from another report runs from when that one is due until it goes out.
 * @param known the incident's own times
 * @param went when reports of a stage went out, or by when they are due where somebody set that otherwise
 */
export function clocksOf(
  { deadlines }: Pick<RegimeDocument, 'deadlines'>,
  known: Moments,
  wrongfulPurpose: boolean,
  went: Readonly<Partial<Record<ReportStage, Temporal.Instant>>> = {},
): Clock[] {
  const clocks: Clock[] = [];
  const outOf = (clock: Clock | undefined) => (clock ? (went[clock.stage] ?? clock.dueAt) : null);
  for (const each of deadlines) {
    const { stage, starts } = each;
    const [notification, previous] = [outOf(clocks[0]), outOf(clocks.at(-1))];
    const due = dueOf(
      each,
      { ...known, ...(notification && { notification }), ...(previous && { previous }) },
      wrongfulPurpose,
    );
    // What runs from a report is counted from where that one's clock began: that is the time which may be stated anew.
    const root = starts === 'previous' ? clocks.at(-1) : starts === 'notification' ? clocks[0] : undefined;
    clocks.push({
      stage,
      fact: isOfRecord(starts) ? FACT_OF[starts] : (root?.fact ?? null),
      startsAt: isOfRecord(starts) ? (due?.startsAt ?? null) : (root?.startsAt ?? null),
      dueAt: due?.dueAt ?? null,
    });
  }
  return clocks;
}

interface Known {
  readonly situation: string | null;
  readonly cause?: unknown;
  readonly personalData?: unknown;
}

/**
 * On what each regime seems owed by what is known, the graver besides the lesser; somebody decides, for the triggers
 * themselves are words of a law (C2-R3, C5-R5).
 */
export function groundsOf(
  regimes: readonly { readonly regime: string; readonly owedWhen: RegimeDocument['owedWhen'] }[],
  { situation, cause, personalData }: Known,
): ReadonlyMap<string, readonly string[]> {
  const grounds = {
    incident: ['incident'],
    attack: [
      ...(situation === 'ransomware' || situation === 'ddos' ? [situation] : []),
      ...(cause === 'cyberAttack' ? [cause] : []),
    ],
    // That it may be so is enough; that it is so is more.
    leak: [
      ...(situation === 'dataLeak' ? [situation] : []),
      ...(personalData === 'possible' || personalData === 'confirmed' ? ['possible'] : []),
      ...(personalData === 'confirmed' ? [personalData] : []),
    ],
  };
  return new Map(
    regimes.flatMap(({ regime, owedWhen }) => {
      const met = owedWhen.flatMap((when) => grounds[when]);
      return met.length > 0 ? [[regime, met] as const] : [];
    }),
  );
}
