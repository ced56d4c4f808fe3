import { expect, test } from 'vitest';
import { overallOf } from './rules.ts';
import { marked } from './words.ts';

test('the overall level is the highest of the three viewpoints', () => {
  expect(overallOf({ continuity: 1, safety: 0, trust: 3 })).toBe(3);
});

test.each([
  ['#3 送水ポンプ停止', '【訓練 DRILL】#3 送水ポンプ停止'],
  ['#3 【訓練】送水ポンプ停止', '【訓練 DRILL】#3 送水ポンプ停止'],
  ['【訓練】【訓練】送水ポンプ停止', '【訓練 DRILL】送水ポンプ停止'],
  ['[Drill] pump stopped', '【訓練 DRILL】pump stopped'],
  ['次の【訓練】の準備', '【訓練 DRILL】次の【訓練】の準備'],
])('a drill is said once, whatever somebody wrote: %s', (title, said) => {
  expect(marked(true, title)).toBe(said);
  expect(marked(false, title)).toBe(title);
});
