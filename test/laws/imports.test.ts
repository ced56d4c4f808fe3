import { describe, expect, test } from 'vitest';
import { productFiles, type SourceFile, sourceFiles } from './source-tree.ts';
import { thingOf } from './things.ts';

const PURE = /\/(schema|rules|words|register|contracts?|facts|work|wiring)\.ts$|^report\/figure\/metrics\//;
/** Pure words of the whole product; the console reads them too. */
const VOCABULARY = ['fact-kind', 'telling', 'topics', 'cause', 'contract', 'roles'].map(
  (name) => `areas/${name}.ts`,
);
/** Sending lies below the stream: every area may put a message into its outbox, and it knows none of them. */
const STREAM = ['sending', 'prepare', 'detect', 'respond', 'learn', 'survey'];

const isPure = (at: string): boolean => PURE.test(at) || VOCABULARY.includes(at);
const areaOf = (at: string): string | undefined =>
  /^areas\/(sending|prepare|detect|respond|learn|survey)\//.exec(at)?.[1];
const breaches = (files: readonly SourceFile[], rule: (file: SourceFile) => readonly string[]): string[] =>
  files.flatMap((file) => rule(file).map((words) => `${file.at} ${words}`));

/** Reads pictures byte by byte, for whoever keeps one. */
const PICTURES = /^kernel\/pictures\/[\w-]+\.ts$/;
const pureFiles = () =>
  productFiles().filter(({ at }) => (at.startsWith('areas/') && isPure(at)) || PICTURES.test(at));

describe('law 1: schema, rules, words and contracts are pure, so that they can be trusted and tested without a world', () => {
  const allowed = (to: string): boolean =>
    to === 'zod' ||
    isPure(to) ||
    PICTURES.test(to) ||
    /^kernel\/(addresses|alike|certainty|cursor|hedges|hedged-pieces|text|time|ids|language)\.ts$/.test(to);

  test('they import only their like, kernel/addresses|alike|certainty|cursor|hedges|hedged-pieces|text|time|ids|language, kernel/pictures and zod', () => {
    const found = breaches(pureFiles(), ({ imports }) =>
      imports.filter(({ to, typeOnly }) => !typeOnly && !allowed(to)).map(({ to }) => `imports ${to}`),
    );
    expect(found).toEqual([]);
  });

  test('they ask neither clock nor chance', () => {
    const found = breaches(pureFiles(), ({ text }) =>
      [
        ...text.matchAll(/\b(Date\.now|new Date\(|Temporal\.Now|Math\.random|randomUUID|process\.|fetch\()/g),
      ].map(([w]) => `uses ${w}`),
    );
    expect(found).toEqual([]);
  });
});

describe('law 2: SQL has one visible home per thing, and things meet by their doors', () => {
  test('only store.ts and database/ speak SQL', () => {
    const speaks = ({ at, imports }: SourceFile): boolean =>
      !at.startsWith('database/') &&
      !/(^|\/)store\.ts$/.test(at) &&
      imports.some(({ to, typeOnly }) => !typeOnly && (to === 'kysely' || to === 'pg'));
    // Opening connections is not speaking: these files join pools and servers to the house.
    const joins = ['apps/server/assemble.ts', 'apps/server/connect.ts'];
    const found = productFiles()
      .filter(speaks)
      .map(({ at }) => at)
      .filter((at) => !joins.includes(at));
    expect(found).toEqual([]);
  });

  test('a store is imported by its own thing alone', () => {
    const mayImport = (from: string, store: string): boolean =>
      from.startsWith(`${store.replace(/\/store\.ts$/, '')}/`) ||
      (from === 'areas/record.ts' && store === 'areas/ledger/store.ts');
    const found = breaches(productFiles(), ({ at, imports }) =>
      imports
        .filter(({ to }) => /^(areas|apps)\/.*store\.ts$/.test(to) && !mayImport(at, to))
        .map(({ to }) => `imports ${to}`),
    ).filter((breach) => !breach.includes('imports apps/server/auth/store.ts'));
    expect(found).toEqual([]);
  });

  test('another area is entered by index, schema, rules, words, register or contract', () => {
    const doors = /\/(index|schema|rules|words|register|contract)\.ts$/;
    const found = breaches(
      productFiles().filter(({ at }) => areaOf(at)),
      ({ at, imports }) =>
        imports
          .filter(({ to, own }) => own && areaOf(to) && areaOf(to) !== areaOf(at) && !doors.test(to))
          .map(({ to }) => `imports ${to}`),
    );
    expect(found).toEqual([]);
  });

  test('every thing with a store has its door or keeps to itself', () => {
    const door = /\/(index|acts)\.ts$/;
    const at = new Set(productFiles().map((file) => file.at));
    const stores = [...new Set(productFiles().flatMap((file) => thingOf(file.at) ?? []))].filter((thing) =>
      at.has(`${thing}/store.ts`),
    );
    const doorless = stores.filter((thing) => !at.has(`${thing}/index.ts`) && !at.has(`${thing}/acts.ts`));
    const found = breaches(
      productFiles().filter((file) => thingOf(file.at) !== undefined),
      (file) =>
        file.imports
          .filter(({ to }) => {
            const thing = thingOf(to) ?? '';
            return doorless.includes(thing) && thing !== thingOf(file.at) && !isPure(to) && !door.test(to);
          })
          .map(({ to }) => `imports ${to}, of a thing without a door`),
    );
    expect(stores.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });
});

describe('law 3: imports run prepare ← detect ← respond ← learn ← survey; against the stream only facts travel', () => {
  test('no area imports one further down the stream', () => {
    const found = breaches(productFiles(), ({ at, imports }) => {
      const mine = STREAM.indexOf(areaOf(at) ?? '');
      if (mine < 0) return [];
      return imports
        .filter(({ to }) => STREAM.indexOf(areaOf(to) ?? '') > mine)
        .map(({ to }) => `imports ${to}`);
    });
    expect(found).toEqual([]);
  });

  test('nothing below an area knows it: kernel, database, channels and sources import no area and no app', () => {
    const below = productFiles().filter(({ at }) => /^(kernel|database|channels|sources)\//.test(at));
    const found = breaches(below, ({ imports }) =>
      imports.filter(({ to }) => /^(areas|apps)\//.test(to)).map(({ to }) => `imports ${to}`),
    );
    expect(found).toEqual([]);
  });

  test('the kernel imports nothing of ours', () => {
    const kernel = productFiles().filter(({ at }) => at.startsWith('kernel/'));
    const found = breaches(kernel, ({ imports }) =>
      imports.filter(({ to, own }) => own && !to.startsWith('kernel/')).map(({ to }) => `imports ${to}`),
    );
    expect(found).toEqual([]);
  });

  test('no area imports an app', () => {
    const found = breaches(
      productFiles().filter(({ at }) => at.startsWith('areas/')),
      ({ imports }) => imports.filter(({ to }) => to.startsWith('apps/')).map(({ to }) => `imports ${to}`),
    );
    expect(found).toEqual([]);
  });

  test('the console imports only what is pure, the figure engine, and types', () => {
    const doors = (to: string): boolean =>
      (to.startsWith('report/figure/') && !/solve-(all|worker)/.test(to)) ||
      isPure(to) ||
      /^kernel\/(addresses|certainty|hedges|language|text|time|ids|shape-faults)\.ts$/.test(to) ||
      to === 'sources/generic/path.ts';
    const console_ = sourceFiles().filter(({ at }) => at.startsWith('apps/console/src/'));
    const found = breaches(console_, ({ imports }) =>
      imports
        .filter(
          ({ to, own, typeOnly }) => own && !typeOnly && !to.startsWith('apps/console/src/') && !doors(to),
        )
        .map(({ to }) => `imports ${to}`),
    );
    expect(found).toEqual([]);
  });
});

describe('law 7: no import cycles, no junk drawers, no second versions, no any', () => {
  test('no file takes part in a cycle of run-time imports', () => {
    const files = new Map(productFiles().map((file) => [file.at, file]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (at: string, trail: readonly string[]): void => {
      const here = trail.indexOf(at);
      if (here >= 0) {
        cycles.push([...trail.slice(here), at].join(' → '));
        return;
      }
      if (done.has(at)) return;
      for (const { to, own, typeOnly } of files.get(at)?.imports ?? [])
        if (own && !typeOnly) visit(to, [...trail, at]);
      done.add(at);
    };
    for (const at of files.keys()) visit(at, []);
    expect(cycles).toEqual([]);
  });

  test('no file is called utils, helpers, common or -v2', () => {
    const bad = /(^|\/)(utils?|helpers?|common|misc)(\.|\/)|-v\d+\.|legacy/;
    expect(
      sourceFiles()
        .map(({ at }) => at)
        .filter((at) => bad.test(at)),
    ).toEqual([]);
  });
});
