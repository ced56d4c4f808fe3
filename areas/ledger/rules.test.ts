import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChainState, checkEnd, checkLine } from './rules.ts';
import type { ChainedLine } from './schema.ts';

/** Not a hash, but as good as one for telling texts apart here. */
const digest = (previous: string, text: string): string => `${previous}|${text}`;

function chainOf(texts: readonly string[], chain = 'c'): ChainedLine[] {
  let hash = '';
  return texts.map((text, i) => {
    hash = digest(hash, text);
    return { seq: i + 1, chain, link: i + 1, kind: 'k', hash, text };
  });
}

function firstBreak(lines: readonly ChainedLine[], length: number, hash: string) {
  let state: ChainState | undefined;
  for (const line of lines) {
    const broken = checkLine(state, line, digest);
    if (broken) return broken;
    state = line;
  }
  return state && checkEnd(state, { chain: 'c', length, hash }, 0);
}

const texts = fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 12 });

test('an untouched chain has no break', () => {
  fc.assert(
    fc.property(texts, (t) => {
      expect(firstBreak(chainOf(t), t.length, chainOf(t).at(-1)?.hash ?? '')).toBeUndefined();
    }),
  );
});

test('any changed line is found, and it is the first one named', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (t, n) => {
      const lines = chainOf(t);
      const at = n % lines.length;
      const tampered = lines.map((line, i) => (i === at ? { ...line, text: `${line.text}!` } : line));
      expect(firstBreak(tampered, t.length, lines.at(-1)?.hash ?? '')).toMatchObject({
        kind: 'changed',
        link: at + 1,
      });
    }),
  );
});

test('any missing line is found, the last one too', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (t, n) => {
      const lines = chainOf(t);
      const at = n % lines.length;
      const found = firstBreak(
        lines.filter((_, i) => i !== at),
        t.length,
        lines.at(-1)?.hash ?? '',
      );
      expect(found).toMatchObject({ kind: at === lines.length - 1 ? 'cut-off' : 'missing', link: at + 1 });
    }),
  );
});
