import { expect, test } from 'vitest';
import { derivedForCyber } from './rules.ts';
import { fallback } from './schema.ts';

test('a cyber plan from a disaster plan keeps its steps, shows what changes, and was never tried', () => {
  const from = fallback.parse({
    key: 'counter',
    name: '窓口',
    covers: ['a', 'b'],
    scenarios: ['naturalDisaster'],
    steps: [{ text: '紙で受ける' }],
    testedOn: '2026-01-01',
  });
  const derived = derivedForCyber(from, 'ja');
  expect(derived).toMatchObject({
    key: 'counter-cyber',
    derivedFrom: 'counter',
    covers: ['a', 'b'],
    scenarios: ['cyberAttack'],
    steps: [{ text: '紙で受ける' }],
    testedOn: null,
  });
  expect(derived.assumptions.length).toBeGreaterThanOrEqual(5);
  expect(derived.assumptions.every(({ was, now }) => was !== '' && now !== '' && was !== now)).toBe(true);
  expect(fallback.safeParse(derived).success).toBe(true);
  expect(fallback.safeParse(derivedForCyber({ ...from, key: 'k'.repeat(80) }, 'en')).success).toBe(true);
});
