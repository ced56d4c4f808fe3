import { describe, expect, test } from 'vitest';
import { isTest, productFiles, type SourceFile, sourceFiles } from './source-tree.ts';

/** Things whose locks are tested elsewhere, each with where. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'areas/respond/paging':
    'stories of paging on the real worker, test/scenarios/paging-*.test.ts; killed, test/crash',
  'areas/respond/notices': 'stories of messages on the real worker, test/scenarios/notices.test.ts',
  'areas/sending/outbox':
    'every message goes through it: the stories of pages, notices and questions; a frozen worker, deliver-message.test.ts',
  'areas/prepare/invitations':
    'with the ways to sign in, which they open, on the real worker: apps/server/auth/invitations.test.ts',
  'areas/prepare/confirmations':
    'stories of questions on the real worker, test/scenarios/questions-by-link.test.ts',
};

const LOCKS = /\.forUpdate\(|\bFOR UPDATE\b|\bpg_advisory_xact_lock\b/;
const IN_A_THING = /^areas\/[^/]+\/[^/]+\//;
const thingOf = (at: string): string => IN_A_THING.exec(at)?.[0].slice(0, -1) ?? '';

const things = (): readonly SourceFile[] => productFiles().filter(({ at }) => IN_A_THING.test(at));

/** Functions that take a lock which lasts as long as the transaction. */
function lockers(): ReadonlySet<string> {
  const locking = things().flatMap(({ text, functions }) =>
    functions.filter(({ name, start, end }) => LOCKS.test(text.slice(start, end)) || /^lock[A-Z]/.test(name)),
  );
  return new Set(locking.map(({ name }) => name));
}

/** Files beside a store whose deeds lock something. */
function actsWithLocks(): SourceFile[] {
  const locking = lockers();
  return things()
    .filter(({ at }) => !at.endsWith('/store.ts') && !Object.hasOwn(ELSEWHERE, thingOf(at)))
    .filter(({ calls }) => calls.some((name) => locking.has(name)));
}

/** The act files behind each route of a thing, by its key. */
function actsOfRoutes(thing: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { imports, handlers } of things().filter(
    ({ at }) => thingOf(at) === thing && at.endsWith('/routes.ts'),
  )) {
    const origins = new Map(imports.flatMap(({ to, names }) => names.map((name) => [name, to] as const)));
    for (const { key, uses } of handlers)
      found.set(key, new Set(uses.flatMap((name) => origins.get(name) ?? [])));
  }
  return found;
}

const testsOf = (thing: string): SourceFile[] =>
  sourceFiles().filter(({ at }) => isTest(at) && thingOf(at) === thing);

/** An act two people do at once, and one that fails at its end, go wrong where no reader looks: each is done in a test. */
describe('every act with locks is tested on a database', () => {
  test('a test in its thing does it, directly, by its route or by an act of the thing whose step it is', () => {
    const untested = actsWithLocks().filter(({ at }) => {
      const thing = thingOf(at);
      const routes = actsOfRoutes(thing);
      const done = new Set(
        testsOf(thing).flatMap(({ imports, text }) => [
          ...imports.map(({ to }) => to),
          ...[...routes].flatMap(([key, acts]) => (text.includes(`'${key}'`) ? [...acts] : [])),
        ]),
      );
      const steps = things()
        .filter((file) => thingOf(file.at) === thing && done.has(file.at) && !file.at.endsWith('/index.ts'))
        .flatMap(({ imports }) => imports.map(({ to }) => to));
      return !done.has(at) && !steps.includes(at);
    });
    expect(untested.map(({ at }) => at)).toEqual([]);
  });

  test('in its thing something is done twice at once, and something fails at its end', () => {
    const without = new Set(actsWithLocks().map(({ at }) => thingOf(at)));
    for (const thing of without) {
      const calls = new Set(testsOf(thing).flatMap(({ calls }) => calls));
      if (calls.has('race') && calls.has('asItWas')) without.delete(thing);
    }
    expect([...without]).toEqual([]);
  });

  test('what is excepted has locks', () => {
    const locking = lockers();
    const idle = Object.keys(ELSEWHERE).filter(
      (thing) =>
        !things().some(({ at, calls }) => thingOf(at) === thing && calls.some((name) => locking.has(name))),
    );
    expect(idle).toEqual([]);
  });
});
