import path from 'node:path';
import { createVitest, type TestSpecification } from 'vitest/node';
import { applied, type Mutant } from './mutants.ts';

/** What the process that runs tests is asked, and what it answers. */
export interface Question {
  readonly at: string;
  readonly text: string;
  readonly mutant: Mutant | undefined;
}
export interface Verdict {
  readonly killed: boolean;
  /** What failed first. */
  readonly why: string;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
let asked: Question | undefined;

const vitest = await createVitest(
  'test',
  {
    root: ROOT,
    config: false,
    include: ['{areas,report}/**/rules.test.ts'],
    pool: 'threads',
    watch: true,
    reporters: [{}],
    fsModuleCache: false,
    bail: 1,
    testTimeout: 60_000,
  },
  {
    plugins: [
      {
        name: 'one-small-wrong',
        enforce: 'pre',
        load: (id) =>
          asked?.mutant && id.split('?')[0] === path.join(ROOT, asked.at)
            ? applied(asked.text, asked.mutant)
            : undefined,
      },
    ],
  },
);
await vitest.standalone();
const specifications = new Map<string, readonly TestSpecification[]>();

async function judge(question: Question): Promise<Verdict> {
  // The file before is as it was again.
  for (const at of [asked?.at, question.at]) if (at) vitest.invalidateFile(path.join(ROOT, at));
  asked = question;
  const test = path.join(ROOT, path.dirname(question.at), 'rules.test.ts');
  const found = specifications.get(test) ?? (await vitest.getRelevantTestSpecifications([test]));
  specifications.set(test, found);
  const result = await vitest.runTestSpecifications([...found]);
  // What failed the last time comes along.
  const testModules = result.testModules.filter(({ moduleId }) => moduleId === test);
  if (testModules.length === 0) throw new Error(`${test} was not found by the runner`);
  const failed = testModules.filter((module) => !module.ok());
  const errors = failed.flatMap((module) => [
    ...module.errors(),
    ...[...module.children.allTests('failed')].flatMap((each) => each.result().errors ?? []),
  ]);
  const [first] = [...(result.unhandledErrors as Error[]), ...errors];
  return { killed: result.unhandledErrors.length > 0 || failed.length > 0, why: first?.message ?? '' };
}

process.on('message', (question: Question) => {
  judge(question).then(
    (verdict) => process.send?.(verdict),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
