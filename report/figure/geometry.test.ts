import { describe, expect, test } from 'vitest';
import { freeEnds, type Point, segmentsOf } from './geometry.ts';

describe('what is seen of an arrow beside its label', () => {
  const label = { x: 40, y: -5, w: 20, h: 10 };
  const seen = (...path: Point[]) => freeEnds(segmentsOf(path), label);

  test('along a straight arrow, whichever way it runs', () => {
    expect(seen([0, 0], [100, 0])).toEqual({ tail: 40, head: 40 });
    expect(seen([90, 0], [0, 0])).toEqual({ tail: 30, head: 40 });
    expect(seen([50, -30], [50, 15])).toEqual({ tail: 25, head: 10 });
  });

  test('round a corner, measured along the line', () => {
    expect(seen([30, -20], [30, 0], [70, 0], [70, 50])).toEqual({ tail: 30, head: 60 });
  });

  test('a label over an end leaves nothing of it; one elsewhere is not asked', () => {
    expect(seen([0, 0], [50, 0])).toEqual({ tail: 40, head: 0 });
    expect(seen([0, 30], [100, 30])).toBeUndefined();
  });
});
