import { describe, expect, test } from 'vitest';
import { trunksOf } from './bundle.ts';
import { figureData } from './schema.ts';
import { solve } from './solve.ts';

const box = (id: string, kind = 'organisation') => ({ id, kind, name: { ja: id, en: id } });
const told = (from: string, to: string, word = '連絡', more: object = {}) => ({
  from,
  to,
  labels: [{ kind: 'response', numbers: [1], text: { ja: word, en: 'Told' } }],
  ...more,
});
const boxes = ['a', 'b', 'c', 'd'].map((id) => box(id));
const trunks = (...arrows: object[]) => trunksOf(figureData.parse({ boxes, arrows }).arrows);

describe('who shares a line', () => {
  test('one source with the same words to several', () => {
    expect(trunks(told('a', 'b'), told('a', 'c'), told('a', 'd'))).toEqual([
      undefined,
      { arrow: 0, end: 'from' },
      { arrow: 0, end: 'from' },
    ]);
  });

  test('several with the same words to one', () => {
    expect(trunks(told('b', 'a'), told('c', 'a'))).toEqual([undefined, { arrow: 0, end: 'to' }]);
  });

  test('other words, another nature, both ways, no words or no common end: each its own', () => {
    expect(trunks(told('a', 'b'), told('a', 'c', '通報'))).toEqual([undefined, undefined]);
    expect(trunks(told('a', 'b'), told('a', 'c', '連絡', { nature: 'attack' }))).toEqual([
      undefined,
      undefined,
    ]);
    expect(trunks(told('a', 'b', '連絡', { ways: 'both' }), told('a', 'c'))).toEqual([undefined, undefined]);
    expect(trunks({ from: 'a', to: 'b' }, { from: 'a', to: 'c' })).toEqual([undefined, undefined]);
    expect(trunks(told('a', 'b'), told('c', 'd'))).toEqual([undefined, undefined]);
  });
});

test.each([
  ['one to several', [told('a', 'b'), told('a', 'c'), told('a', 'd')]],
  ['several to one', [told('b', 'a'), told('c', 'a'), told('d', 'a')]],
])('%s: one label, every branch on the line of the first, nothing broken', (_, arrows) => {
  const [solved] = solve(figureData.parse({ boxes, arrows }), 'ja');
  expect(solved?.quality.hardTotal, JSON.stringify(solved?.quality.hard)).toBe(0);
  expect(solved?.sheet.routed.labels.filter((label) => label)).toHaveLength(1);
  expect(solved?.sheet.routed.arrows.every((path) => path.length > 1)).toBe(true);
});
