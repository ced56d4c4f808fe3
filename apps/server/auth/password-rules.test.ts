import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weaknessOf } from './password-rules.ts';

const ABOUT = ['山田 太郎', 'Taro Yamada', 'taro.yamada@suidou.example.jp', 'Minato Waterworks'];

test.each([
  '123456789012',
  'passwordpassword',
  'Password1234',
  'P@ssw0rd2026!',
  'aaaaaaaaaaaa',
  'abababababab',
  'k7Qzx9k7Qzx9',
  'abcdefghijkl',
  'qwertyuiop[]',
  '1qaz2wsx3edc',
  '1q2w3e4r5t6y',
  'zxcvbnm,./zxcvbnm',
  '210987654321',
  'letmeinletmein',
  'Summer2026!!',
  'Administrator1',
  'ＰＡＳＳＷＯＲＤ１２３４',
  'sakurasakura2026',
  'あいうえおかきくけこさし',
  'さくらさくらさくらさくら',
  'taroyamada2026',
  'Minato-Waterworks-1',
  '山田太郎山田太郎山田太郎',
  'dragonmonkeyshadow',
])('%s is guessed first', (password) => expect(weaknessOf(password, ABOUT)).toBe('guessable'));

test.each([
  'correct horse battery staple',
  'Kx7#mPq2vL9d',
  'tuesday-lantern-quill-8',
  '赤い自転車で海へ行く夜',
  'taro likes his green gutter',
  'blue-otter-vines',
  '9f86d081884c7d65',
])('%s may be used', (password) =>
  expect(weaknessOf(password.length < 12 ? `${password}。` : password, ABOUT)).toBeUndefined(),
);

test('a short one is told to be short, counted in characters', () => {
  expect(weaknessOf('Kx7#mPq2vL9', ABOUT)).toBe('short');
  expect(weaknessOf('😀😁😂🤣😃😄😅😆😉😊😋😎', ABOUT)).not.toBe('short');
});

test('what a password manager makes passes, whatever it is; nothing repeated does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 15, maxLength: 30 }), (bytes) => {
      const made = Buffer.from(bytes).toString('base64');
      fc.pre(new Set(made.toLowerCase()).size > 12);
      expect(weaknessOf(made, ABOUT)).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 5 }), (part) => {
      expect(weaknessOf(part.repeat(12), ABOUT)).toBeDefined();
    }),
  );
});
