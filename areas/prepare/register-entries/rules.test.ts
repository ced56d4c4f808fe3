import { expect, test } from 'vitest';
import { backwardSpans } from './rules.ts';

test('what ends before it begins is found wherever it stands; hours over midnight and what is open are not', () => {
  const layer = { from: '17:15', until: '08:30', members: [{ from: '2026-12-02', until: '2026-12-01' }] };
  expect(backwardSpans({ layers: [layer], from: '2026-12-01', until: '2026-12-01' })).toEqual([
    'layers.0.members.0.until',
  ]);
  expect(backwardSpans({ contracts: [{ from: '2026-04-01', until: '2026-03-31' }] })).toEqual([
    'contracts.0.until',
  ]);
  const override = (from: string, until: string) => backwardSpans({ overrides: [{ from, until }] });
  expect(override('2026-12-01T10:00', '2026-12-01T10:00')).toEqual(['overrides.0.until']);
  expect(override('2026-12-01T10:00', '2026-12-01T10:01')).toEqual([]);
  expect(backwardSpans({ from: null, until: '2026-03-31' })).toEqual([]);
});
