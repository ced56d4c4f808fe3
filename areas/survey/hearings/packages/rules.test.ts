import { expect, test } from 'vitest';
import { isHeard } from './rules.ts';

test('who was heard is known by mail addresses of the operator side, in any letters, and by nothing else', () => {
  const heard = (side: 'operator' | 'secretariat' | 'other', email: string, of = 'yamada@example.jp') =>
    isHeard(
      [{ email: '' }, { email: of }],
      [
        { side: 'operator', email: '' },
        { side, email },
      ],
    );
  expect(heard('operator', 'Yamada@Example.JP')).toBe(true);
  expect(heard('operator', 'sato@example.jp')).toBe(false);
  expect(heard('secretariat', 'yamada@example.jp')).toBe(false);
  expect(heard('operator', '', '')).toBe(false);
});
