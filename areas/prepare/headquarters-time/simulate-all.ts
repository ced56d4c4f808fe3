import type { Gathered } from './gather-hours.ts';
import type { SimulationResult } from './schema.ts';
import { quantile, type Simulation, simulateHour, without } from './simulate.ts';
import { worstHour } from './worst-hour.ts';

/** Without a person only every so many hours and with so many runs are looked at: their order is what counts. */
const EVERY = 6;
const FEWER_RUNS = 300;
const NAMED = 5;

const known = (minutes: number): number | null => (Number.isFinite(minutes) ? minutes : null);

/**
 * All four weeks, hour by hour, and whose absence would hurt most.
 * @param onHour told how many hours are worked out
 */
export function simulateAll(gathered: Gathered, onHour: (done: number) => void): SimulationResult {
  const { simulation, bands, targetMinutes } = gathered;
  let within = 0;
  const p50s: number[] = [];
  const p95s: number[] = [];
  const hours = simulation.hours.map((_, index) => {
    const times = simulateHour(simulation, index);
    within += times.filter((time) => time <= targetMinutes).length;
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
    p50s.push(p50);
    p95s.push(p95);
    onHour(index + 1);
    return {
      band: bands[index] as (typeof bands)[number],
      p50: known(p50),
      p95: known(p95),
      reached: times.filter(Number.isFinite).length / times.length,
    };
  });
  const middle = (values: number[]): number | null => known(quantile(Float64Array.from(values).sort(), 0.5));
  return {
    from: gathered.from.toString(),
    timeZone: gathered.timeZone,
    hours,
    overall: {
      p50: middle(p50s),
      p95: middle(p95s),
      withinTarget: within / (simulation.runs * simulation.hours.length),
    },
    worst: worstHour(gathered, hours),
    targetMinutes,
    roles: [...gathered.roles],
    hurts: whoHurts(gathered),
    measured: gathered.measured,
  };
}

/** Mean of p95 over the hours looked at; what is not reached counts as the cap, so that it counts at all. */
function meanP95(simulation: Simulation): number {
  const looked = simulation.hours.map((_, i) => i).filter((i) => i % EVERY === 0);
  const sum = looked.reduce(
    (total, i) => total + Math.min(quantile(simulateHour(simulation, i), 0.95), simulation.capMinutes),
    0,
  );
  return sum / looked.length;
}

function whoHurts({ simulation, names }: Gathered): SimulationResult['hurts'] {
  const fewer = { ...simulation, runs: Math.min(simulation.runs, FEWER_RUNS) };
  const everybody = meanP95(fewer);
  return names
    .map((name, person) => ({ name, without: meanP95(without(fewer, person)), with: everybody }))
    .filter((each) => each.without > everybody + 0.5)
    .sort((a, b) => b.without - a.without)
    .slice(0, NAMED);
}
