import type { Line } from '../../../ledger/schema.ts';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** A person's name has no place in a case: who is named by a mention is one of those who responded. */
export function nameless(lines: readonly Line[], names: readonly string[]): Line[] {
  const inText = (text: string): string =>
    names.reduce(
      (said, name) => said.replaceAll(`@${name}`, JAPANESE.test(text) ? '担当者' : 'a colleague'),
      text,
    );
  return lines.map((line) => ({
    ...line,
    body: Object.fromEntries(
      Object.entries(line.body).map(([field, value]) => [
        field,
        typeof value === 'string' ? inText(value) : value,
      ]),
    ),
  }));
}
