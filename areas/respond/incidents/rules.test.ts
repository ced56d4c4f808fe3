import { expect, test } from 'vitest';
import { overallOf } from './rules.ts';

test('the overall level is the highest of the three viewpoints', () => {
  expect(overallOf({ continuity: 1, safety: 0, trust: 3 })).toBe(3);
});
