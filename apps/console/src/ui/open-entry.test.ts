import { expect, test } from 'vitest';
import { sameEntry } from './open-entry.ts';

const at = (pathname: string, search: object) => ({ pathname, search });
test('an entry stays open while its list is searched; closed, or another opened, it is left', () => {
  const here = at('/prepare/systems', { open: 'a', search: '' });
  expect(sameEntry(here, at('/prepare/systems', { open: 'a', search: 'pump' }))).toBe(true);
  expect(sameEntry(here, at('/prepare/systems', { open: 'b' }))).toBe(false);
  expect(sameEntry(here, at('/prepare/systems', {}))).toBe(false);
  expect(sameEntry(here, at('/prepare/people', { open: 'a' }))).toBe(false);
});
