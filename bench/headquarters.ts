import { MOST_ROUNDS, PAUSE_BETWEEN_ROUNDS } from '../areas/prepare/calling/rules.ts';
import { assumedTimes } from '../areas/prepare/headquarters-time/answer-times.ts';
import { quantile, type Simulation, simulateHour } from '../areas/prepare/headquarters-time/simulate.ts';

const PEOPLE = 24;
const PAUSE = PAUSE_BETWEEN_ROUNDS.minutes;
const BAR_S = 10;

/** Four weeks of an organisation of 24 people and a headquarters of nine roles, each with two deputies. */
function fourWeeks(): Simulation {
  const hours = Array.from({ length: 672 }, (_, h) => ({
    calls: [0, 1, 2, 3].map((n) => [(h + n) % PEOPLE]),
    needed: 1,
    roles: Array.from({ length: 9 }, (_, r) => [0, 1, 5].map((n) => (2 * r + h + n) % PEOPLE)),
    answersOf: new Int32Array(PEOPLE).fill(h % 24 >= 8 && h % 24 < 17 ? 0 : 1),
  }));
  const answers = [assumedTimes('day'), assumedTimes('night')];
  return { people: PEOPLE, hours, answers, waitMinutes: 5, capMinutes: 240, runs: 10_000, seed: 1 };
}

/** The same question as one would write it down first: a draw by its formula for everybody in every round, and a list of all times. */
function plainly({ hours, people, waitMinutes, capMinutes, runs }: Simulation, h: number): Float64Array {
  const hour = hours[h] as Simulation['hours'][number];
  const night = hour.answersOf[0] === 1;
  const [answers, median] = night ? [0.8, 4] : [0.95, 2];
  const drawn = () =>
    Math.random() < answers ? (-Math.log(1 - Math.random()) * median) / Math.LN2 : Number.POSITIVE_INFINITY;
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const minutes = Array.from({ length: MOST_ROUNDS }, () => Array.from({ length: people }, drawn));
    const all = (chain: readonly number[], from: number, here: number) =>
      minutes
        .flatMap((round, r) =>
          chain.map((person, k) => ({
            at:
              from +
              r * (chain.length * waitMinutes + PAUSE) +
              k * waitMinutes +
              (person === here ? 0 : (round[person] as number)),
            person,
          })),
        )
        .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))[0] as { at: number; person: number };
    const first = all(hour.calls.flat(), 0, -1);
    const end = Math.max(first.at, ...hour.roles.map((chain) => all(chain, first.at, first.person).at));
    times.push(end > capMinutes ? Number.POSITIVE_INFINITY : end);
  }
  return Float64Array.from(times).sort();
}

/** Time to headquarters: 10,000 runs for each of 672 hours. */
export async function benchHeadquarters(): Promise<void> {
  const simulation = fourWeeks();
  const begun = performance.now();
  const ours = simulation.hours.map((_, h) => simulateHour(simulation, h));
  const seconds = (performance.now() - begun) / 1_000;
  const some = [0, 12, 100, 300];
  const plain = performance.now();
  const theirs = some.map((h) => plainly(simulation, h));
  const each = (performance.now() - plain) / 1_000 / some.length;
  const medians = some.map((h, i) => {
    const pair = [quantile(ours[h] as Float64Array, 0.5), quantile(theirs[i] as Float64Array, 0.5)] as const;
    return `${pair[0].toFixed(2)}/${pair[1].toFixed(2)}`;
  });
  console.log(`time to headquarters, ${simulation.runs} runs × ${simulation.hours.length} hours`);
  console.log(`  Sonae                      ${seconds.toFixed(2)} s (bar ${BAR_S} s)`);
  console.log(
    `  written down plainly       ${(each * simulation.hours.length).toFixed(1)} s, from ${some.length} hours`,
  );
  console.log(`  ratio                      ${(seconds / (each * simulation.hours.length)).toFixed(3)}×`);
  console.log(`  medians, ours and theirs   ${medians.join('  ')}`);
  if (seconds > BAR_S) process.exitCode = 1;
}
