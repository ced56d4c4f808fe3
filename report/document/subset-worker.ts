import { parentPort, workerData } from 'node:worker_threads';
import subsetFont from 'subset-font';
import type { Language } from '../../kernel/language.ts';
import { japaneseFont, latinFont, type Weight } from './fonts.ts';
import { lettersOf } from './letters.ts';
import { rareLetters } from './rare-letters.ts';

export interface CutFace {
  readonly family: string;
  readonly weight: Weight;
  readonly font: Uint8Array;
  /** For these letters alone; for all it has unless told. */
  readonly letters?: readonly number[];
}

const JAPANESE = 'BIZ UDPGothic';

/** Cuts each face down to the letters that are used of it; what the first lack is lent under their name by the next. */
async function cut(letters: string, language: Language, weight: Weight): Promise<CutFace[]> {
  const used = new Set([...letters].map((each) => each.codePointAt(0) ?? 0));
  const lackedBy = (font: Buffer, among: ReadonlySet<number>) => among.difference(lettersOf(font));
  const small = (font: Buffer, text: string) => subsetFont(font, text, { targetFormat: 'woff2' });
  const japanese = japaneseFont(weight);
  const latin = latinFont(weight);
  const first: CutFace[] = [
    { family: JAPANESE, weight, font: await small(japanese, letters) },
    ...(language === 'en' ? [{ family: 'Inter', weight, font: await small(latin, letters) }] : []),
  ];
  const lacking = lackedBy(japanese, used);
  const rare = lackedBy(latin, lacking);
  const european = [...lacking.difference(rare)];
  if (language === 'ja' && european.length > 0) {
    const font = await small(latin, String.fromCodePoint(...european));
    first.push({ family: JAPANESE, weight, font, letters: european });
  }
  const lent = await rareLetters(rare, weight, 'woff2');
  return [...first, ...lent.map((face) => ({ family: JAPANESE, weight, ...face }))];
}

const { letters, language } = workerData as { letters: string; language: Language };
parentPort?.postMessage([...(await cut(letters, language, 400)), ...(await cut(letters, language, 700))]);
