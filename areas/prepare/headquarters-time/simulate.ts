import { seededRandom } from '../../../kernel/random.ts';

/** Answer times as so many equally likely minutes; Infinity is no answer. */
export const QUANTILES = 1_024;

/** One hour to be simulated; people are indices. */
export interface Hour {
  /** Who is paged, in order, until somebody answers. */
  readonly calls: readonly number[];
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

const ROUNDS = 6;

/** The answers of one run: drawn when first asked for, so that a person is the same whatever they are asked. */
class Draws {
  readonly #stamps: Int32Array;
  readonly #minutes: Float64Array;
  readonly #people: number;
  #run = 0;
  #random: () => number;

  constructor(people: number, random: () => number) {
    this.#people = people;
    this.#stamps = new Int32Array(people * ROUNDS).fill(-1);
    this.#minutes = new Float64Array(people * ROUNDS);
    this.#random = random;
  }

  begin(run: number): void {
    this.#run = run;
  }

  /** Minutes until a person answers when asked for the n-th time round; Infinity when they do not. */
  of(person: number, round: number, answers: Float64Array): number {
    const at = round * this.#people + person;
    if (this.#stamps[at] !== this.#run) {
      this.#stamps[at] = this.#run;
      this.#minutes[at] = answers[(this.#random() * QUANTILES) | 0] as number;
    }
    return this.#minutes[at] as number;
  }
}

/**
 * Minutes from `from` until one of a chain answers: each is asked `wait` minutes after the one before, and after the last
 * the first again.
 */
function firstAnswer(
  chain: readonly number[],
  from: number,
  hour: Hour,
  { answers, waitMinutes, capMinutes }: Simulation,
  draws: Draws,
  here: number,
): { at: number; by: number } {
  let at = Number.POSITIVE_INFINITY;
  let by = -1;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let k = 0; k < chain.length; k += 1) {
      const asked = from + (round * chain.length + k) * waitMinutes;
      // Whoever answered before them keeps them from being asked.
      if (asked >= at || asked > capMinutes) return { at, by };
      const person = chain[k] as number;
      const minutes =
        person === here
          ? 0
          : draws.of(person, round, answers[hour.answersOf[person] as number] as Float64Array);
      if (asked + minutes >= at) continue;
      at = asked + minutes;
      by = person;
    }
    if (chain.length === 0) break;
  }
  return { at, by };
}

/**
 * Minutes from detection to a headquarters with everybody it needs, run by run: somebody answers the page, convenes, and
 * every role is filled by whoever answers first of those who may take it.
 * @returns sorted; Infinity where it was not reached within the cap
 */
export function simulateHour(simulation: Simulation, index: number): Float64Array {
  const hour = simulation.hours[index] as Hour;
  const draws = new Draws(
    simulation.people,
    seededRandom((simulation.seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0),
  );
  const times = new Float64Array(simulation.runs);
  for (let run = 0; run < simulation.runs; run += 1) {
    draws.begin(run);
    const { at: convened, by } = firstAnswer(hour.calls, 0, hour, simulation, draws, -1);
    let complete = convened;
    for (const chain of hour.roles) {
      if (complete > simulation.capMinutes) break;
      complete = Math.max(complete, firstAnswer(chain, convened, hour, simulation, draws, by).at);
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
