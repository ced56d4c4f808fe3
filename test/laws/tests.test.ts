import { expect, test } from 'vitest';
import { sourceFiles } from './source-tree.ts';

test('every test asserts something, itself or in a function it calls', () => {
  const found = sourceFiles().flatMap(({ at, idleTests }) => idleTests.map((name) => `${at}: ${name}`));
  expect(found).toEqual([]);
});
