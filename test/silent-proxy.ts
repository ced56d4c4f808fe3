import net, { type AddressInfo, type Socket } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/**
 * Stands between a process and its database, on a thread of its own. `silence` is a primary whose machine lost its power:
 * what is connected stays open and says nothing more, the server's end of it is gone, and who connects anew reaches whoever
 * took over.
 */
export class SilentProxy {
  readonly #worker: Worker;
  readonly port: number;

  private constructor(worker: Worker, port: number) {
    this.#worker = worker;
    this.port = port;
  }

  /** @param socket path of the database's own socket */
  static async open(socket: string): Promise<SilentProxy> {
    const worker = new Worker(new URL(import.meta.url), { workerData: socket });
    const port = await new Promise<number>((resolve) => worker.once('message', resolve));
    return new SilentProxy(worker, port);
  }

  silence(): void {
    this.#worker.postMessage('silence');
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

function serve(socket: string): void {
  const pairs = new Set<readonly [client: Socket, upstream: Socket]>();
  const server = net.createServer((client) => {
    const upstream = net.connect(socket);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    client.pipe(upstream);
    upstream.pipe(client);
    for (const end of pair) end.on('error', () => undefined);
    client.on('close', () => {
      upstream.destroy();
      pairs.delete(pair);
    });
    upstream.on('close', () => {
      if (pairs.has(pair)) client.destroy();
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
  parentPort?.on('message', () => {
    for (const [client, upstream] of pairs) {
      client.unpipe(upstream);
      upstream.unpipe(client);
      upstream.destroy();
      // What is still sent is taken and forgotten, as by a network that lost the other end.
      client.resume();
    }
    pairs.clear();
  });
}

if (!isMainThread && typeof workerData === 'string') serve(workerData);
