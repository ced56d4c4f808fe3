import { expect, test } from 'vitest';
import { type Headquarters, primaryOf } from './rules.ts';

const standing = { state: 'standing' } as const;
const proposed = { state: 'proposed' } as const;

test.each([
  ['open', 3, null, 'setUp'],
  ['open', 2, null, 'resolve'],
  ['open', 1, proposed, 'setUp'],
  ['open', 4, standing, 'resolve'],
  ['open', 4, { state: 'declined' }, 'resolve'],
  ['open', 4, { state: 'stoodDown' }, 'resolve'],
  ['resolved', 4, standing, 'close'],
  ['closed', 4, null, undefined],
] as const)('%s, severity %i: %o asks for %s', (state, severity, headquarters, wanted) => {
  expect(primaryOf(state, severity, headquarters as Headquarters | null)).toBe(wanted);
});
