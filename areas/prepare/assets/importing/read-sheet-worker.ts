import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/node';

const { content } = workerData as { content: Uint8Array };
const cells = await readSheet(Buffer.from(content));
parentPort?.postMessage(
  cells.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : String(cell)))),
);
