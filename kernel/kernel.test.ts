import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLanguage } from './language.ts';
import { derivedSecret, hashOf, newSecret, seal, unseal } from './secret.ts';
import { canonicalJson, shorten } from './text.ts';

test('the caller’s language is the better ranked of ours, Japanese when they name neither', () => {
  expect(chooseLanguage('en-US,en;q=0.9,ja;q=0.8')).toBe('en');
  expect(chooseLanguage('fr, ja;q=0.3, en;q=0.2')).toBe('ja');
  expect(chooseLanguage('en;q=0, fr')).toBe('ja');
  expect(chooseLanguage(undefined)).toBe('ja');
});

test('canonical JSON gives the same text for the same value, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
  expect(canonicalJson({ b: 1, a: [{ d: 2, c: undefined }] })).toBe('{"a":[{"d":2}],"b":1}');
});

test('shortening halves no character and never exceeds the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
      const short = shorten(text, limit);
      expect([...short].length).toBeLessThanOrEqual(limit);
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});

test('what is sealed opens with the same secret and no other, and not when touched', () => {
  const secret = Buffer.alloc(32, 1);
  const sealed = seal(secret, 'パスワード');
  expect(unseal(secret, sealed)).toBe('パスワード');
  expect(() => unseal(Buffer.alloc(32, 2), sealed)).toThrow();
  const touched = Buffer.from(sealed);
  touched[touched.length - 1] = (touched[touched.length - 1] ?? 0) ^ 1;
  expect(() => unseal(secret, touched)).toThrow();
});

test('secrets differ each time; derived ones are the same each time and differ by purpose', () => {
  expect(newSecret('p_')).not.toBe(newSecret('p_'));
  expect(hashOf('a')).toEqual(hashOf('a'));
  const secret = Buffer.alloc(32, 3);
  expect(derivedSecret(secret, 'acknowledge', '1')).toBe(derivedSecret(secret, 'acknowledge', '1'));
  expect(derivedSecret(secret, 'acknowledge', '1')).not.toBe(derivedSecret(secret, 'other', '1'));
});
