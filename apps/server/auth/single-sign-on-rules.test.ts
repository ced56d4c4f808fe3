import { expect, test } from 'vitest';
import { isVerified, subjectOf } from './single-sign-on.ts';

const tokenOf = (claims: object): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

test('nobody is known without an ID token, nor by a profile of another subject', () => {
  expect(subjectOf(undefined, { sub: 'a' })).toBe('');
  expect(subjectOf('', { sub: 'a' })).toBe('');
  expect(subjectOf(tokenOf({ sub: 'a' }), { sub: 'b' })).toBe('');
  expect(subjectOf(tokenOf({ sub: 7 }), { sub: 7 })).toBe('');
  expect(subjectOf(tokenOf({}), {})).toBe('');
  expect(subjectOf(tokenOf({ sub: 'a' }), { sub: 'a' })).toBe('a');
});

test('an address counts as verified unless the provider says otherwise', () => {
  expect([undefined, null, true, 'true'].map(isVerified)).toEqual([true, true, true, true]);
  expect([false, 'false', 0, '', 'no', {}].map(isVerified)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});
