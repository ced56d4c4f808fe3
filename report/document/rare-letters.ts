import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import type { Weight } from './fonts.ts';

const require = createRequire(import.meta.url);
const PACKAGE = '@fontsource-variable/noto-sans-jp';

/** `U+20089,U+2000b-2003f`, as the package lists the letters of each of its parts. */
const holds = (ranges: string, codePoint: number): boolean =>
  ranges.split(',').some((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return codePoint >= Number.parseInt(from, 16) && codePoint <= Number.parseInt(to, 16);
  });

export interface RareFace {
  readonly letters: readonly number[];
  readonly font: Uint8Array;
}

/**
 * Noto Sans JP for letters that the typefaces of documents lack: rare kanji of names such as 𠮷, and symbols. The package is a
 * hundred parts, each with all weights; of those that are needed the letters alone are cut out, in one weight.
 */
export async function rareLetters(
  lacking: ReadonlySet<number>,
  weight: Weight,
  targetFormat: 'truetype' | 'woff2',
): Promise<RareFace[]> {
  if (lacking.size === 0) return [];
  const parts = JSON.parse(fs.readFileSync(require.resolve(`${PACKAGE}/unicode.json`), 'utf8')) as Record<
    string,
    string
  >;
  const folder = path.join(path.dirname(require.resolve(`${PACKAGE}/unicode.json`)), 'files');
  const left = new Set(lacking);
  const faces: RareFace[] = [];
  for (const [name, ranges] of Object.entries(parts)) {
    const letters = [...left].filter((codePoint) => holds(ranges, codePoint)).sort((a, b) => a - b);
    if (letters.length === 0) continue;
    for (const letter of letters) left.delete(letter);
    const part = fs.readFileSync(
      path.join(folder, `noto-sans-jp-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    );
    const font = await subsetFont(part, String.fromCodePoint(...letters), {
      targetFormat,
      variationAxes: { wght: weight },
    });
    faces.push({ letters, font });
  }
  return faces;
}
