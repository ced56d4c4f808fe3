import { expect, test } from 'vitest';
import type { z } from 'zod';
import { CONTRACTS } from '../../areas/contracts.ts';
import { productFiles } from './source-tree.ts';

const bodyOf = (contract: object): object => (contract as { body?: z.ZodObject }).body?.shape ?? {};

test('hours on paper can be entered in the console: every act that takes a past time has a field for it somewhere', () => {
  const acts = Object.entries(CONTRACTS)
    .filter(([, contract]) => 'happened' in bodyOf(contract))
    .map(([key]) => key);
  expect(acts.length).toBeGreaterThan(40);
  const screens = productFiles().filter(({ at }) => at.startsWith('apps/console/src/'));
  // A form that is drawn from its route (`act="…"`) has the field by itself; others hand it over.
  const has = (key: string) => (text: string) =>
    text.includes(`act="${key}"`) || (text.includes(`'${key}'`) && /\bhappened\b/.test(text));
  expect(acts.filter((key) => !screens.some(({ text }) => has(key)(text)))).toEqual([]);
});
