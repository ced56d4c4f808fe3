import { expect, test } from 'vitest';
import { partsOf } from './rules.ts';

test('names stand out where they are mentioned, and the words between them stay as they are', () => {
  const words = (text: string, ...names: string[]) =>
    partsOf(text, names).map(({ words: part, isName }) => (isName ? `[${part}]` : part));
  expect(words('@湊 あかり に連絡', '湊 あかり')).toEqual(['[湊 あかり]', ' に連絡']);
  expect(words('至急 @湊 @林', '湊', '林')).toEqual(['至急 ', '[湊]', ' ', '[林]']);
  expect(words('湊に連絡', '湊')).toEqual(['湊に連絡']);
  expect(words('', '湊')).toEqual([]);
});
