import { defineConfig } from 'vitest/config';
import { ON_A_DATABASE, WITHOUT_DATABASE } from './test/suites.ts';

/** Of the figure, what decides and measures without laying anything out. */
const QUICK_FIGURES = ['rules', 'text', 'phrases'].map((name) => `report/figure/${name}.test.ts`);
/** For what hangs: a machine that is busy is merely slow. */
const limit = (minutes: number) => ({ testTimeout: minutes * 60_000, hookTimeout: minutes * 60_000 });
/** Modules are read once, not once a file: they keep no state of their own, and every house has its own database. */
const once = { isolate: false, pool: 'forks' as const };
const database = { globalSetup: ['./test/global-setup.ts'], ...once };
/** Left to itself the runner keeps one core free, which on two cores means one file after the other. */
const TWO = { maxWorkers: 2 } as const;
const ONE = { maxWorkers: 1 } as const;

/** Suites from the quickest to the slowest, in this order; `npm run verify` runs the first two, `npm test` all. */
const SUITES = [
  { name: 'laws', include: ['test/laws/**/*.test.ts'], ...once, ...ONE, ...limit(1) },
  { name: 'rules', include: [...WITHOUT_DATABASE, ...QUICK_FIGURES], ...once, ...ONE, ...limit(1) },
  // Figures laid out and documents set, by threads that take every processor.
  {
    name: 'documents',
    include: ['report/**/*.test.ts'],
    exclude: QUICK_FIGURES,
    ...once,
    ...ONE,
    ...limit(10),
  },
  { name: 'verbs', include: ON_A_DATABASE, ...database, ...TWO, ...limit(5) },
  { name: 'scenarios', include: ['test/scenarios/**/*.test.ts'], ...database, ...TWO, ...limit(5) },
  // Strangers' requests to every operation.
  { name: 'attack', include: ['test/attack/**/*.test.ts'], ...database, ...TWO, ...limit(20) },
  { name: 'peers', include: ['test/peers/**/*.test.ts'], ...database, ...ONE, ...limit(5) },
  // Whole processes, started wrongly or killed: they bring their own server.
  { name: 'crash', include: ['test/crash/**/*.test.ts'], ...once, ...ONE, ...limit(30) },
  // The stage is set anew by every file.
  {
    name: 'browser',
    include: ['test/browser/**/*.test.ts'],
    ...database,
    isolate: true,
    ...ONE,
    ...limit(10),
    // A page on a busy machine takes its time; what never comes is found all the same.
    expect: { poll: { timeout: 20_000 } },
  },
];

// The first two side by side; each of the others has the machine to itself.
export default defineConfig({
  test: {
    projects: SUITES.map((suite, at) => ({ test: { ...suite, sequence: { groupOrder: Math.max(1, at) } } })),
  },
});
