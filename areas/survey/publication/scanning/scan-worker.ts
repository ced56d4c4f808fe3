import { parentPort, workerData } from 'node:worker_threads';
import { stepBack } from '../../../../kernel/in-worker.ts';
import { Finder } from '../../anonymise/finding/finder.ts';
import { readBytes } from '../../anonymise/reading/read-bytes.ts';
import { scanReading } from '../../anonymise/scanning/scan.ts';
import type { ToScan } from './scan-artefacts.ts';

stepBack();
const { files, entities } = workerData as ToScan;
const finder = new Finder(entities);
const read = files.map(({ name, bytes }) => ({ name, reading: readBytes(Buffer.from(bytes), name) }));
parentPort?.postMessage({
  leaks: read.flatMap(({ name, reading }) => scanReading(reading, name, finder)),
  unread: read.flatMap(({ name, reading }) => reading.unread.map((why) => ({ name, why }))),
});
