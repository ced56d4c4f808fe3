import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isAllowed, refused } from '../../scripts/licences.mjs';
import { productFiles, ROOT } from './source-tree.ts';

const read = (name: string): string => fs.readFileSync(path.join(ROOT, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly [Kind in 'dependencies' | 'devDependencies' | 'optionalDependencies']: Record<string, string>;
};
const lock = JSON.parse(read('package-lock.json')) as Parameters<typeof refused>[0];
const packageOf = (to: string): string => /^(@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to;

test('law 7: the product imports only what starting it installs', () => {
  const found = productFiles().flatMap(({ at, imports }) =>
    imports
      .filter(({ to, own, typeOnly }) => !own && !typeOnly && !to.startsWith('node:'))
      .filter(({ to }) => !(packageOf(to) in manifest.dependencies))
      .map(({ to }) => `${at} imports ${to}`),
  );
  expect(found).toEqual([]);
});

test('every package, those that come along included, is under a licence somebody has agreed to', () => {
  expect(refused(lock)).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only) AND ISC', true],
  ['GPL-3.0-only OR (MIT AND ISC)', true],
  ['MIT AND GPL-3.0-only', false],
  ['MIT AND (GPL-3.0-only OR AGPL-3.0-only)', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['MIT)', false],
  ['(MIT', false],
  ['', false],
])('of %j it is known whether it may be used', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed);
});

test('docs/dependencies.md names every package that is chosen, with its licence, and none that is not', () => {
  const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)];
  const named = Object.fromEntries(rows.map(([, name, licence]) => [name, licence]));
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const chosen = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const licences = chosen.map((name) => [name, lock.packages[`node_modules/${name}`]?.license]);
  expect(named).toEqual(Object.fromEntries(licences));
});
