import { seededRandom } from '../../../kernel/random.ts';
import { askedTimes, MOST_ROUNDS } from '../calling/rules.ts';

/** Answer times as so many equally likely minutes; Infinity is no answer. */
export const QUANTILES = 1_024;

/** One hour to be simulated; people are indices. */
export interface Hour {
  /** The steps of the page, in order: who is asked together, until as many as are wanted have answered. */
  readonly calls: readonly (readonly number[])[];
  readonly needed: number;
  /** For each role the headquarters needs: who may take it, in order. */
  readonly roles: readonly (readonly number[])[];
  /** Which answer times a person has in this hour: an index into `answers`. */
  readonly answersOf: Int32Array;
}

export interface Simulation {
  readonly people: number;
  readonly hours: readonly Hour[];
  readonly answers: readonly Float64Array[];
  readonly waitMinutes: number;
  readonly capMinutes: number;
  readonly runs: number;
  readonly seed: number;
}

/** The answers of one run: drawn when first asked for, so that a person is the same whatever they are asked. */
class Draws {
  /** Who has answered what is asked now, the first first, and when. */
  readonly people: number[] = [];
  readonly minutes: number[] = [];
  readonly #hereSince: Int32Array;
  readonly #stamps: Int32Array;
  readonly #drawn: Float64Array;
  readonly #people: number;
  #run = 0;
  #random: () => number;

  constructor(people: number, random: () => number) {
    this.#hereSince = new Int32Array(people).fill(-1);
    this.#people = people;
    this.#stamps = new Int32Array(people * MOST_ROUNDS).fill(-1);
    this.#drawn = new Float64Array(people * MOST_ROUNDS);
    this.#random = random;
  }

  begin(run: number): void {
    this.#run = run;
  }

  /** Who answered the page is there, and answers at once whatever they are asked next. */
  arrive(): void {
    for (const person of this.people) this.#hereSince[person] = this.#run;
  }

  isHere(person: number): boolean {
    return this.#hereSince[person] === this.#run;
  }

  /** Notes an answer; of one person the first counts, and no more are kept than are wanted. */
  note(person: number, at: number, wanted: number): void {
    const before = this.people.indexOf(person);
    if (before >= 0 && (this.minutes[before] as number) <= at) return;
    if (before >= 0) {
      this.people.splice(before, 1);
      this.minutes.splice(before, 1);
    }
    const place = this.minutes.findIndex((each) => each > at);
    this.people.splice(place < 0 ? this.people.length : place, 0, person);
    this.minutes.splice(place < 0 ? this.minutes.length : place, 0, at);
    this.people.length = Math.min(this.people.length, wanted);
    this.minutes.length = this.people.length;
  }

  /** Minutes until a person answers when asked for the n-th time round; Infinity when they do not. */
  of(person: number, round: number, answers: Float64Array): number {
    const at = round * this.#people + person;
    if (this.#stamps[at] !== this.#run) {
      this.#stamps[at] = this.#run;
      this.#drawn[at] = answers[(this.#random() * QUANTILES) | 0] as number;
    }
    return this.#drawn[at] as number;
  }
}

/** Everybody a page asks while nobody answers, in the order in which they are asked. */
interface Asking {
  readonly at: Float64Array;
  readonly people: Int32Array;
  readonly rounds: Int32Array;
}

function askingOf(steps: readonly (readonly number[])[], waitMinutes: number): Asking {
  const all = askedTimes(steps.length, waitMinutes).flatMap(({ step, at, round }) =>
    (steps[step] as readonly number[]).map((person) => ({ person, at, round })),
  );
  return {
    at: Float64Array.from(all, ({ at }) => at),
    people: Int32Array.from(all, ({ person }) => person),
    rounds: Int32Array.from(all, ({ round }) => round),
  };
}

/**
 * When as many as are wanted have answered; whoever answers before another is due keeps them from being asked.
 * @returns Infinity where too few answer
 */
function asked(
  { at, people, rounds }: Asking,
  needed: number,
  from: number,
  hour: Hour,
  { answers, capMinutes }: Simulation,
  draws: Draws,
): number {
  if (needed === 1) return first({ at, people, rounds }, from, hour, answers, capMinutes, draws);
  draws.people.length = 0;
  draws.minutes.length = 0;
  const settled = (): number => draws.minutes[needed - 1] ?? Number.POSITIVE_INFINITY;
  for (let n = 0; n < at.length; n += 1) {
    const due = from + (at[n] as number);
    if (due >= settled() || due > capMinutes) break;
    const person = people[n] as number;
    const minutes = draws.isHere(person)
      ? 0
      : draws.of(person, rounds[n] as number, answers[hour.answersOf[person] as number] as Float64Array);
    if (minutes < Number.POSITIVE_INFINITY) draws.note(person, due + minutes, needed);
  }
  return settled();
}

/** The same where one answer is enough, as for every role: nothing is kept but the first. */
function first(
  { at, people, rounds }: Asking,
  from: number,
  hour: Hour,
  answers: Simulation['answers'],
  capMinutes: number,
  draws: Draws,
): number {
  let best = Number.POSITIVE_INFINITY;
  let by = -1;
  for (let n = 0; n < at.length; n += 1) {
    const due = from + (at[n] as number);
    if (due >= best || due > capMinutes) break;
    const person = people[n] as number;
    const minutes = draws.isHere(person)
      ? 0
      : draws.of(person, rounds[n] as number, answers[hour.answersOf[person] as number] as Float64Array);
    if (due + minutes >= best) continue;
    best = due + minutes;
    by = person;
  }
  draws.people.length = 0;
  if (by >= 0) draws.people.push(by);
  return best;
}

/**
 * Minutes from detection to a headquarters with everybody it needs, run by run: the page is answered, who answered
 * convenes, and every role is filled by whoever answers first of those who may take it.
 * @returns sorted; Infinity where it was not reached within the cap
 */
export function simulateHour(simulation: Simulation, index: number): Float64Array {
  const hour = simulation.hours[index] as Hour;
  const draws = new Draws(
    simulation.people,
    seededRandom((simulation.seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0),
  );
  const page = askingOf(hour.calls, simulation.waitMinutes);
  const chains = hour.roles.map((chain) =>
    askingOf(
      chain.map((person) => [person]),
      simulation.waitMinutes,
    ),
  );
  const times = new Float64Array(simulation.runs);
  for (let run = 0; run < simulation.runs; run += 1) {
    draws.begin(run);
    const convened = asked(page, hour.needed, 0, hour, simulation, draws);
    draws.arrive();
    let complete = convened;
    for (const chain of chains) {
      if (complete > simulation.capMinutes) break;
      complete = Math.max(complete, asked(chain, 1, convened, hour, simulation, draws));
    }
    times[run] = complete > simulation.capMinutes ? Number.POSITIVE_INFINITY : complete;
  }
  return times.sort();
}

export const quantile = (sorted: Float64Array, q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.POSITIVE_INFINITY;

/** The same without one person: their answers never come. */
export function without(simulation: Simulation, person: number): Simulation {
  const never = simulation.answers.length;
  return {
    ...simulation,
    answers: [...simulation.answers, new Float64Array(QUANTILES).fill(Number.POSITIVE_INFINITY)],
    hours: simulation.hours.map((hour) => {
      const answersOf = hour.answersOf.slice();
      answersOf[person] = never;
      return { ...hour, answersOf };
    }),
  };
}
