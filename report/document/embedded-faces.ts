import { Worker } from 'node:worker_threads';

interface Fonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** The letters of a text in both weights, cut on a worker thread. */
const fontsFor = (letters: string): Promise<Fonts> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./subset-worker.ts', import.meta.url), { workerData: { letters } });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The letters could not be embedded: the worker ended')));
  });

const face = (weight: 400 | 700, font: Uint8Array): string =>
  `@font-face{font-family:'BIZ UDPGothic';font-weight:${weight};src:url(data:font/woff2;base64,${Buffer.from(font).toString('base64')}) format('woff2')}`;

/** Style rules that bring the letters of a text along in both weights: a page that fetches nothing shows them anywhere. */
export async function facesFor(text: string): Promise<string> {
  const { regular, bold } = await fontsFor([...new Set(text)].sort().join(''));
  return face(400, regular) + face(700, bold);
}
