import { expect, test } from 'vitest';
import { patternWords } from '../../kernel/pattern-words.ts';
import { productFiles } from './source-tree.ts';

test('what a pattern of a shape asks for is told in words, so that nobody is shown a pattern', () => {
  const patterns = productFiles().flatMap(({ at, text }) =>
    [...text.matchAll(/\.regex\(\s*(\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n[])+\/[a-z]*)/g)].map(
      ([, pattern = '']) => ({ at, pattern }),
    ),
  );
  expect(patterns.length).toBeGreaterThan(10);
  expect(patterns.filter(({ pattern }) => !patternWords(pattern))).toEqual([]);
});
