import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { call } from '../test/operator.ts';
import { databaseOf, until } from '../test/processes.ts';
import { NEEDED, value } from '../test/told-report.ts';
import { peerOf, startPair } from '../test/two-bodies.ts';
import { told } from './quantile.ts';

const PACKAGES = Number(process.env['PACKAGES'] ?? 100);
const CONTENT = {
  ...NEEDED,
  title: '拠点機器の停止',
  outline: value('拠点の機器が停止した。'.repeat(200)),
};
const HANGS_SECONDS = 60;

const milliseconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e6;

/** The same bytes posted to a server that takes them and says so: what the way itself costs. */
async function bare(bytes: number): Promise<number[]> {
  const server = http.createServer((request, reply) => {
    request.on('end', () => reply.end('taken'));
    request.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const times: number[] = [];
  for (let at = 0; at < PACKAGES; at += 1) {
    const from = process.hrtime.bigint();
    await (
      await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: Buffer.alloc(bytes, 0x41) })
    ).text();
    times.push(milliseconds(from));
  }
  server.closeAllConnections();
  server.close();
  return times;
}

/** From the press of «send» until the recipient's signature is kept by the sender: two servers, two databases. */
export async function benchExchange(): Promise<void> {
  const { operator, body } = await startPair();
  const looking = databaseOf(operator);
  await looking.connect();
  try {
    const peerId = await peerOf(operator);
    const times: number[] = [];
    for (let at = 0; at < PACKAGES; at += 1) {
      const { id: reportId } = await call(operator, 'POST /api/survey/own-reports', { peerId });
      await call(operator, `PUT /api/survey/own-reports/${reportId}`, { content: CONTENT, peerId, seen: 0 });
      const from = process.hrtime.bigint();
      const { packageId: id } = await call(operator, `POST /api/survey/own-reports/${reportId}/sending`, {
        stage: 'first',
        seen: 1,
      });
      await until(async () => {
        const { rows } = await looking.query(
          `SELECT FROM survey_sent WHERE id = $1 AND state = 'receipted'`,
          [id],
        );
        return rows.length === 1;
      }, HANGS_SECONDS);
      times.push(milliseconds(from));
    }
    told('a report sent, received and receipted', times);
    told('a bare post of the same bytes', await bare(JSON.stringify(CONTENT).length));
  } finally {
    await looking.end();
    await operator.stop();
    await body.stop();
  }
}
