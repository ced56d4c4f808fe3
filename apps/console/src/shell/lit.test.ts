import { describe, expect, test } from 'vitest';
import { litPath } from './lit.ts';

describe('the line of the rail that is lit', () => {
  test('is the one that says most of the way', () => {
    expect(litPath('/respond/outbox', ['/respond', '/respond/outbox'])).toBe('/respond/outbox');
    expect(litPath('/respond/incidents/1', ['/respond', '/respond/outbox'])).toBe('/respond');
    expect(litPath('/prepare/graph', ['/prepare', '/prepare/people'])).toBe('/prepare');
  });
  test('goes by whole steps, and is none where none leads there', () => {
    expect(litPath('/prepare/plans-old', ['/prepare/plans'])).toBeUndefined();
    expect(litPath('/audit', ['/respond'])).toBeUndefined();
  });
});
