import { defineConfig } from 'vitest/config';
import { ON_A_DATABASE, WITHOUT_DATABASE } from './test/suites.ts';

/** Left to itself the runner keeps one core free, which on two cores means one file after the other. */
const TWO = { maxWorkers: 2 } as const;
/** Of the figure, what decides and measures without laying anything out. */
const QUICK_FIGURES = ['rules', 'text', 'phrases'].map((name) => `report/figure/${name}.test.ts`);
const database = {
  globalSetup: ['./test/global-setup.ts'],
  pool: 'forks' as const,
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** Suites from the quickest to the slowest; `npm run verify` runs the first two, `npm test` all. */
export default defineConfig({
  test: {
    projects: [
      // Nothing but files is read and nothing is kept: modules are loaded once for the whole suite.
      {
        test: {
          name: 'laws',
          include: ['test/laws/**/*.test.ts'],
          testTimeout: 60_000,
          isolate: false,
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: 'rules',
          include: [...WITHOUT_DATABASE, ...QUICK_FIGURES],
          isolate: false,
          maxWorkers: 1,
        },
      },
      // Figures laid out and documents set: no database, but minutes rather than seconds.
      {
        test: {
          name: 'documents',
          include: ['report/**/*.test.ts'],
          exclude: QUICK_FIGURES,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          ...TWO,
        },
      },
      {
        test: {
          name: 'verbs',
          include: ON_A_DATABASE,
          ...database,
          ...TWO,
        },
      },
      {
        test: {
          name: 'scenarios',
          include: ['test/scenarios/**/*.test.ts'],
          ...database,
          ...TWO,
          testTimeout: 60_000,
        },
      },
      { test: { name: 'peers', include: ['test/peers/**/*.test.ts'], ...database, testTimeout: 120_000 } },
      // Whole processes, started wrongly or killed: they bring their own server.
      { test: { name: 'crash', include: ['test/crash/**/*.test.ts'], testTimeout: 400_000 } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          ...database,
          testTimeout: 120_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});
