import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source-tree.ts';

const read = (name: string): string => fs.readFileSync(path.join(ROOT, name), 'utf8');
/** What browsers of early 2024 bring, and Temporal, which is brought along where one lacks it. */
const LEVEL = ['es2024', 'esnext.temporal', 'dom', 'dom.iterable'];

test('what runs in browsers is compiled against what they have: a newer method is an error, not a blank screen', () => {
  for (const part of ['pure', 'console']) {
    const { compilerOptions } = JSON.parse(read(`tsconfig.${part}.json`)) as {
      compilerOptions: { lib?: readonly string[] };
    };
    expect([part, compilerOptions.lib]).toEqual([part, LEVEL]);
  }
});

test('their syntax is no newer than that, and people are told which browsers these are', () => {
  const year = /\btarget: 'es(\d{4})'/.exec(read('apps/console/vite.config.ts'))?.[1];
  expect(Number(year)).toBeLessThanOrEqual(2024);
  expect(read('README.md')).toMatch(/Chrome or Edge 119, Firefox 121 and Safari 17\.4/);
});
