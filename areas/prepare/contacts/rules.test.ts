import { expect, test } from 'vitest';
import { isOutside, PERMISSIONS, permissionsOf, ROLE_NAMES } from '../../roles.ts';
import { mayGrant } from './rules.ts';

test('nobody grants more than they hold', () => {
  expect(mayGrant(permissionsOf(['register-keeper']), ['administrator'])).toBe(false);
  expect(mayGrant(permissionsOf(['register-keeper']), ['commander'])).toBe(false);
  for (const role of ROLE_NAMES) expect(mayGrant(permissionsOf(['administrator']), [role])).toBe(true);
});

test('the administrator may everything, unknown roles nothing, and a contractor is outside whatever else they are', () => {
  expect([...permissionsOf(['administrator'])].sort()).toEqual([...PERMISSIONS].sort());
  expect(permissionsOf(['no-such-role', 'constructor']).size).toBe(0);
  expect(isOutside(['commander', 'contractor'])).toBe(true);
  expect(isOutside(['commander'])).toBe(false);
});
