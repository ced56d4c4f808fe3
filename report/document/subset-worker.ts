import { parentPort, workerData } from 'node:worker_threads';
import subsetFont from 'subset-font';
import { fontFile } from './fonts.ts';

/** Cuts both weights down to the letters that are used; takes a second, so it does not stand in anybody's way. */
const { letters } = workerData as { letters: string };
const cut = (weight: 'regular' | 'bold'): Promise<Uint8Array> =>
  subsetFont(fontFile(weight), letters, { targetFormat: 'woff2' });
const [regular, bold] = await Promise.all([cut('regular'), cut('bold')]);
parentPort?.postMessage({ regular, bold });
