import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysTyped, lackOf } from './rules.ts';

const count = fc.nat(40_000);

test('a sweep lacks nothing only when it has hosts and every one has a result', () => {
  fc.assert(
    fc.property(count, count, count, count, (pending, clean, found, excluded) => {
      const complete = pending === 0 && clean + found + excluded > 0;
      return (lackOf({ pending, clean, found, excluded }) === undefined) === complete;
    }),
  );
  expect(lackOf({ pending: 3, clean: 7, found: 1, excluded: 1 })?.en).toContain('3 of 12');
});

test('a pasted list is read whatever separates it, each key once', () => {
  expect(keysTyped(' PC-1, pc-2\r\nｐｃ－３、pc-1\n')).toEqual(['pc-1', 'pc-2', 'pc-3']);
  expect(keysTyped(' \n')).toEqual([]);
});
