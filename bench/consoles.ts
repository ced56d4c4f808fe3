import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { MOST_STREAMS } from '../apps/server/http/open-streams.ts';
import { EventStream } from '../test/event-stream.ts';
import { call, keyOf, registerOperator, sonae } from '../test/operator.ts';
import { startSonae } from '../test/processes.ts';
import { quantile, told } from './quantile.ts';

const CONSOLES = 500;
const ENTRIES = 60;
const BAR_MS = 500;

/** From the answer to whoever wrote until each console has it; one time for each console and entry. */
async function measure(
  url: string,
  headersOf: (console: number) => Record<string, string>,
  write: (mark: string) => Promise<void>,
): Promise<number[]> {
  const streams = Array.from({ length: CONSOLES }, (_, at) => new EventStream(url, headersOf(at)));
  await Promise.all(streams.map((stream) => stream.until(({ events }) => events.length > 0)));
  const times: number[] = [];
  for (let n = 0; n < ENTRIES; n++) {
    const mark = `entry ${n} of the room`;
    const begun = performance.now();
    const seen = streams.map((stream) =>
      stream
        .until(({ events }) => events.at(-1)?.data.includes(mark) === true)
        .then(() => times.push(performance.now() - begun)),
    );
    await write(mark);
    await Promise.all(seen);
  }
  for (const stream of streams) stream.close();
  return times;
}

/** The least there is: a server that only hands on what it was given, to as many. */
async function bare(): Promise<number[]> {
  const open = new Set<http.ServerResponse>();
  const server = http.createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/event-stream' });
    answer.write('event: ready\nid: 0\ndata: {}\n\n');
    open.add(answer);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const times = await measure(
    url,
    () => ({}),
    async (mark) => {
      for (const each of open) each.write(`event: line\nid: 1\ndata: ${mark}\n\n`);
    },
  );
  server.closeAllConnections();
  server.close();
  return times;
}

/** Five hundred consoles on one incident: an entry is written, and every one of them shows it from its live stream. */
export async function benchConsoles(): Promise<void> {
  const server = await startSonae();
  try {
    registerOperator(server);
    // A person has so many streams at most.
    const keys = Array.from({ length: CONSOLES / MOST_STREAMS }, (_, at) => {
      const email = `console-${at}@example.jp`;
      sonae(server, 'user', 'add', email, '--name', email, '--roles', 'commander');
      return String(
        sonae(server, 'key', 'create', email, '--name', 'console', '--scopes', 'incident.read')['key'],
      );
    });
    const { id } = await call(server, 'POST /api/respond/incidents', {
      title: 'bench',
      severity: 3,
      page: false,
    });
    const ours = await measure(
      `${server.baseUrl}/api/stream`,
      (at) => ({ authorization: `Bearer ${keys[Math.floor(at / MOST_STREAMS)] ?? keyOf(server)}` }),
      async (text) => {
        await call(server, `POST /api/respond/incidents/${String(id)}/timeline`, { text });
      },
    );
    const theirs = await bare();
    console.log(
      `live, ${CONSOLES} consoles on one incident, ${ENTRIES} entries, each seen by all (bar ${BAR_MS} ms)`,
    );
    told('Sonae, written until seen', ours);
    told('bare server that only hands on', theirs);
    console.log(
      `  ratio of p99                             ${(quantile(ours, 0.99) / quantile(theirs, 0.99)).toFixed(1)}×`,
    );
    if (quantile(ours, 0.99) > BAR_MS) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}
