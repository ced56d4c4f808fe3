import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEXT, placeOf, retryAfter, samePrint } from './rules.ts';
import { SENT_STATES } from './schema.ts';

test('a chain takes its next link and nothing else; one that is there is there again', () => {
  const chain = { number: 3, hash: 'c' };
  expect(placeOf(chain, { number: 4, previous: 'c' }, 'd', undefined)).toBe('next');
  expect(placeOf(chain, { number: 3, previous: 'b' }, 'c', 'c')).toBe('again');
  expect(placeOf(chain, { number: 4, previous: 'c' }, 'd', 'x')).toBe('replayed');
  expect(placeOf(chain, { number: 3, previous: 'b' }, 'x', undefined)).toBe('replayed');
  expect(placeOf(chain, { number: 0, previous: '' }, 'x', undefined)).toBe('replayed');
  expect(placeOf(chain, { number: 5, previous: 'd' }, 'e', undefined)).toBe('missing');
  expect(placeOf(chain, { number: 4, previous: 'x' }, 'd', undefined)).toBe('broken-chain');
  expect(placeOf({ number: 0, hash: '' }, { number: 1, previous: '' }, 'a', undefined)).toBe('next');
});

test('whatever order packages come in, each is taken once and in the order of its number', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 60 }), (arriving) => {
      let chain = { number: 0, hash: '' };
      const taken = new Map<number, string>();
      for (const number of arriving) {
        const previous = number === 1 ? '' : `h${number - 1}`;
        if (placeOf(chain, { number, previous }, `h${number}`, taken.get(number)) !== 'next') continue;
        chain = { number, hash: `h${number}` };
        taken.set(number, chain.hash);
      }
      expect([...taken.keys()]).toEqual([...taken.keys()].map((_, at) => at + 1));
    }),
  );
});

test('it is tried again soon, then every ten minutes, and never given up', () => {
  expect([1, 2, 3, 9, 10, 5_000].map(retryAfter)).toEqual([2, 4, 8, 512, 600, 600]);
});

test('what the recipient signed stands, until the recipient has lost it', () => {
  for (const state of ['receipted', 'refused'] as const)
    expect(Object.entries(NEXT[state]).flatMap(([event, next]) => (next ? [[event, next]] : []))).toEqual([
      ['repeat', 'queued'],
    ]);
  for (const state of SENT_STATES.filter((each) => each !== 'receipted' && each !== 'refused'))
    expect([NEXT[state].receipt, NEXT[state].refuse]).toEqual(['receipted', 'refused']);
});

test('a fingerprint is the same however it was written down', () => {
  const print = '05c425bc9ea6db782984f99ff0be8c0b';
  for (const typed of ['05c4 25bc 9ea6 db78 2984 f99f f0be 8c0b', '05C4-25BC 9EA6:DB78 2984F99FF0BE8C0B'])
    expect(samePrint(typed, print)).toBe(true);
  expect(samePrint('０５ｃ４ 25bc 9ea6 db78 2984 f99f f0be 8c0b', print)).toBe(true);
  expect(samePrint('', print)).toBe(false);
  expect(samePrint(print.slice(1), print)).toBe(false);
});
