import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { productFiles, ROOT } from './source-tree.ts';

const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
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
