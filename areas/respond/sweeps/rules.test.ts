import { expect, test } from 'vitest';
import { keysTyped } from './rules.ts';

test('a pasted list is read whatever separates it, each key once', () => {
  expect(keysTyped(' PC-1, pc-2\r\nｐｃ－３、pc-1\n')).toEqual(['pc-1', 'pc-2', 'pc-3']);
  expect(keysTyped(' \n')).toEqual([]);
});
