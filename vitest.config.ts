import { defineConfig } from 'vitest/config';

/** Left to itself the runner keeps one core free, which on two cores means one file after the other. */
const TWO = { maxWorkers: 2 } as const;
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
      { test: { name: 'laws', include: ['test/laws/**/*.test.ts'], testTimeout: 20_000 } },
      {
        test: {
          name: 'rules',
          include: [
            '**/rules.test.ts',
            'kernel/**/*.test.ts',
            'cases/*.test.ts',
            'report/figure/text.test.ts',
            'sources/**/*.test.ts',
            'channels/**/*.test.ts',
          ],
          exclude: ['node_modules/**'],
        },
      },
      // Figures laid out and documents set: no database, but minutes rather than seconds.
      {
        test: {
          name: 'documents',
          include: ['report/**/*.test.ts'],
          exclude: ['**/rules.test.ts', '**/text.test.ts', 'node_modules/**'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          ...TWO,
        },
      },
      {
        test: {
          name: 'verbs',
          include: [
            'areas/**/*.test.ts',
            'database/**/*.test.ts',
            'apps/server/**/*.test.ts',
            'apps/cli/**/*.test.ts',
            'channels/**/*.test.ts',
          ],
          exclude: ['**/rules.test.ts', 'node_modules/**'],
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
