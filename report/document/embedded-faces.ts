import { Worker } from 'node:worker_threads';
import type { Language } from '../../kernel/language.ts';
import { JAPANESE_FACE } from '../figure/look.ts';
import type { CutFace } from './subset-worker.ts';

/** The letters of a text in both weights, cut on a worker thread: it takes a second. */
const facesOf = (letters: string, language: Language): Promise<readonly CutFace[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./subset-worker.ts', import.meta.url), {
      workerData: { letters, language },
    });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The letters could not be embedded: the worker ended')));
  });

const ranged = (letters: readonly number[]): string =>
  `unicode-range:${letters.map((letter) => `U+${letter.toString(16)}`).join(',')};`;

const face = ({ family, weight, font, letters }: CutFace): string =>
  `@font-face{font-family:'${family}';font-weight:${weight};${letters ? ranged(letters) : ''}src:url(data:font/woff2;base64,${Buffer.from(font).toString('base64')}) format('woff2')}`;

/** Families of a document in one language, as its style names them. */
export const familiesIn = (language: Language): string =>
  language === 'ja' ? JAPANESE_FACE : `'Inter',${JAPANESE_FACE}`;

/** Style rules that bring the letters of a text along in both weights: a page that fetches nothing shows them anywhere. */
export const facesFor = async (text: string, language: Language): Promise<string> =>
  (await facesOf([...new Set(text)].sort().join(''), language)).map(face).join('');
