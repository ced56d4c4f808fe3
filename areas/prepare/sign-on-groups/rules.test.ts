import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsIn, rolesFor } from './rules.ts';

const groups = (claims: Record<string, unknown>, claim = 'groups') => {
  const found = groupsIn(claims, claim);
  return found && [...found];
};

describe('what a provider says of groups', () => {
  test.each([
    [{ groups: ['ops', ' ops ', 'night'] }, ['ops', 'night']],
    [{ groups: 'ops' }, ['ops']],
    [{ groups: [] }, []],
    [{}, []],
    [{ groups: null }, []],
    [{ groups: [1, null, {}, ['ops'], '', ' '] }, []],
    [{ groups: { ops: true } }, []],
    [{ groups: 7 }, []],
  ])('%j names %j', (claims, expected) => expect(groups(claims)).toEqual(expected));

  test('a claim may stand within others, or have dots in its name', () => {
    expect(groups({ realm_access: { roles: ['ops'] } }, 'realm_access.roles')).toEqual(['ops']);
    expect(groups({ 'https://x.jp/groups': ['ops'] }, 'https://x.jp/groups')).toEqual(['ops']);
    expect(groups({ realm_access: 'x' }, 'realm_access.roles')).toEqual([]);
  });

  test('too many to list is not none: then nobody knows', () => {
    expect(groups({ _claim_names: { groups: 'src1' } })).toBeUndefined();
    expect(groups({ _claim_names: { groups: 'src1' }, groups: ['ops'] })).toEqual(['ops']);
    expect(groups({ _claim_names: { other: 'src1' } })).toEqual([]);
  });

  test.each(['__proto__', 'constructor', 'constructor.name', 'toString', '__proto__.x', '', '.', '..'])(
    'what every object has is no claim: %j',
    (claim) => expect(groups({ groups: ['ops'] }, claim)).toEqual([]),
  );

  test('whatever is said, it is a set of words', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (claims, claim) => {
        for (const group of groups(claims, claim) ?? []) expect(group).toBe(group.trim());
      }),
    );
  });
});

test('a group stands for the roles of the table, and one that is not there for none', () => {
  const table = [
    { group: 'ops', role: 'responder' },
    { group: 'ops', role: 'commander' },
    { group: 'night', role: 'responder' },
  ] as const;
  expect(rolesFor(new Set(['ops', 'night', 'x']), table)).toEqual(['responder', 'commander']);
  expect(rolesFor(new Set(['OPS', 'x']), table)).toEqual([]);
});
