import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-tree.ts';

const documents = (): string[] => [
  ...fs.readdirSync(ROOT).filter((file) => file.endsWith('.md')),
  ...(fs.readdirSync(path.join(ROOT, 'docs'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** Paths in backticks that begin with a folder of ours, and relative links. */
function pathsIn(document: string): string[] {
  const text = fs.readFileSync(path.join(ROOT, document), 'utf8');
  const ticked = [
    ...text.matchAll(
      /`((?:kernel|database|areas|channels|sources|report|cases|apps|test|bench|docs|scripts|bin|\.ci)\/[\w./-]*)`/g,
    ),
  ].map(([, at = '']) => at);
  const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, at = '']) =>
    path.join(path.dirname(document), at),
  );
  return [...ticked, ...linked];
}

test('law 7: every path named in a document exists, so that documents can be believed', () => {
  expect(documents().length).toBeGreaterThan(4);
  const missing = documents().flatMap((document) =>
    pathsIn(document)
      .filter((at) => !fs.existsSync(path.join(ROOT, at)))
      .map((at) => `${document} names ${at}`),
  );
  expect(missing).toEqual([]);
});

const DECISIONS = path.join(ROOT, 'docs/decisions');
const PAGE = /^(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.md$/;
const DATED = /^Date: (\d{4}-\d{2}-\d{2}) · Status: (.+)$/;
const STATUS = /^(?:accepted|(?:superseded|amended) by \d{4}(?: and \d{4})*)$/;
const SECTIONS = ['## Context', '## Decision', '## Consequences'];

const read = (file: string): string => fs.readFileSync(path.join(DECISIONS, file), 'utf8');
const pages = (): string[] => fs.readdirSync(DECISIONS).filter((file) => file !== 'README.md');

const isDate = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};

/** @returns the row of the index that a page asks for, or what is wrong with the page */
function rowOf(file: string, numbers: ReadonlySet<string>): { row: string } | { faults: string[] } {
  const [, number = ''] = PAGE.exec(file) ?? [];
  const lines = read(file).split('\n');
  const [first = '', , third = ''] = lines;
  const title = /^# \d{4}\. (\S.*)$/.exec(first)?.[1] ?? '';
  const [, date = '', status = ''] = DATED.exec(third) ?? [];
  const named = [...status.matchAll(/\d{4}/g)].map(([each]) => each);
  const checks: readonly (readonly [boolean, string])[] = [
    [number !== '', 'is not called NNNN-short-slug.md'],
    [title !== '' && first.startsWith(`# ${number}. `), 'does not begin with "# NNNN. Title" of its number'],
    [lines.filter((line) => line.startsWith('# ')).length === 1, 'has not exactly one title'],
    [isDate(date), 'has no line "Date: YYYY-MM-DD · Status: …" under its title'],
    [STATUS.test(status), 'is neither accepted nor superseded or amended by another'],
    [named.every((each) => each !== number && numbers.has(each)), 'names a decision that is not there'],
    [
      JSON.stringify(lines.filter((line) => line.startsWith('## '))) === JSON.stringify(SECTIONS),
      'has not the sections Context, Decision, Consequences',
    ],
  ];
  const faults = checks.flatMap(([holds, fault]) => (holds ? [] : [`${file} ${fault}`]));
  return faults.length > 0
    ? { faults }
    : { row: `| [${number}](${file}) | ${title} | ${date} | ${status} |` };
}

test('law 7: a page is one decision with number, date and status, and the index lists it, so that it can be found', () => {
  const files = pages();
  expect(files.length).toBeGreaterThan(4);
  const numbers = files.map((file) => file.slice(0, 4)).sort();
  // Without gap or repeat: a number names one decision for good.
  expect(numbers).toEqual(files.map((_, i) => String(i + 1).padStart(4, '0')));
  const found = files.map((file) => rowOf(file, new Set(numbers)));
  expect(found.flatMap((page) => ('faults' in page ? page.faults : []))).toEqual([]);
  const index = read('README.md').split('\n');
  expect(index.filter((line) => line.startsWith('| ['))).toEqual(
    found.flatMap((page) => ('row' in page ? page.row : [])),
  );
  const titles = index.flatMap((line) => /^\| \[\d{4}\]\([^)]*\) \| ([^|]+) \|/.exec(line)?.[1] ?? []);
  expect(new Set(titles).size).toBe(files.length);
});
