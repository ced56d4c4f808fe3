import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOutside, PERMISSIONS, permissionsOf, ROLE_NAMES, type Role } from '../../roles.ts';
import { mayGrant, rolesBy } from './rules.ts';

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

test('groups never take what was given by hand, nor give what nobody wanted, nor unmake the last administrator', () => {
  const role = fc.constantFrom<Role>('administrator', 'commander', 'responder', 'executive');
  const roles = fc.uniqueArray(role);
  fc.assert(
    fc.property(roles, roles, roles, fc.boolean(), (held, ofGroups, wanted, lastAdministrator) => {
      const byHand = held.filter((each) => !ofGroups.includes(each));
      const next = rolesBy({ held, ofGroups }, wanted, { lastAdministrator });
      expect(next.roles).toEqual(expect.arrayContaining([...byHand, ...wanted]));
      expect(new Set(next.roles).size).toBe(next.roles.length);
      expect(next.ofGroups.filter((each) => byHand.includes(each))).toEqual([]);
      const more = next.roles.filter((each) => !byHand.includes(each) && !wanted.includes(each));
      const stays = lastAdministrator && held.includes('administrator');
      expect(more).toEqual(
        stays && !byHand.includes('administrator') && !wanted.includes('administrator')
          ? ['administrator']
          : [],
      );
      // Signing in again with the same groups changes nothing.
      expect(rolesBy({ held: next.roles, ofGroups: next.ofGroups }, wanted, { lastAdministrator })).toEqual(
        next,
      );
    }),
  );
});

test('nobody comes inside because their provider says nothing of them any more', () => {
  const unsaid = (held: Role[], ofGroups: Role[], wanted: Role[] = []) =>
    rolesBy({ held, ofGroups }, wanted, { lastAdministrator: false });
  const stays = { roles: ['responder', 'contractor'], ofGroups: ['contractor'] };
  expect(unsaid(['responder', 'contractor'], ['contractor'])).toEqual(stays);
  // Whoever has nothing else has nothing; and whoever a group stands for by now is what it stands for.
  expect(unsaid(['contractor'], ['contractor'])).toEqual({ roles: [], ofGroups: [] });
  expect(unsaid(['contractor', 'responder'], ['contractor', 'responder'])).toEqual({
    roles: [],
    ofGroups: [],
  });
  expect(unsaid(['responder', 'contractor'], ['contractor'], ['executive'])).toEqual({
    roles: ['responder', 'executive'],
    ofGroups: ['executive'],
  });
});
