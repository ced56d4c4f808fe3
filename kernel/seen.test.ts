import { expect, test } from 'vitest';
import { holdToSeen } from './seen.ts';

test('blanks around a text are no change, at any depth; within it they are', () => {
  expect(() => holdToSeen('CPU high', 'CPU high\n')).not.toThrow();
  expect(() => holdToSeen({ a: [{ b: ' x' }] }, { a: [{ b: 'x ' }] })).not.toThrow();
  expect(() => holdToSeen({ a: 'x y', n: 1 }, { a: 'xy', n: 1 })).toThrow(
    expect.objectContaining({
      code: 'conflict',
      details: expect.objectContaining({ fields: [expect.objectContaining({ field: 'a' })] }),
    }),
  );
});
