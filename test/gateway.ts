import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly what: 'Messages' | 'Calls' | 'chat';
  readonly params: Readonly<Record<string, string>>;
  readonly body: string;
  readonly raw: Buffer;
  readonly headers: http.IncomingHttpHeaders;
}

/** A gateway for text messages and calls, and a chat's incoming webhook: it takes what is sent and answers as it is told to. */
export class Gateway {
  readonly #server: http.Server;
  readonly #asked: Asked[] = [];
  readonly #waiting: ((asked: Asked) => void)[] = [];
  /** Status of its answers, by what is asked. */
  readonly answers: Record<Asked['what'], number> = { Messages: 201, Calls: 201, chat: 200 };

  private constructor(server: http.Server) {
    this.#server = server;
  }

  static async open(): Promise<Gateway> {
    const server = http.createServer();
    const gateway = new Gateway(server);
    server.on('request', (request, answer) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const raw = Buffer.concat(parts);
        const body = raw.toString();
        const what = /(Messages|Calls)\.json$/.exec(request.url ?? '')?.[1] as Asked['what'] | undefined;
        const asked: Asked = {
          what: what ?? 'chat',
          params: what ? Object.fromEntries(new URLSearchParams(body)) : {},
          body,
          raw,
          headers: request.headers,
        };
        answer.statusCode = gateway.answers[asked.what];
        answer.end(JSON.stringify(answer.statusCode < 300 ? { sid: 'SM1' } : { message: 'refused' }));
        const waiting = gateway.#waiting.shift();
        if (waiting) waiting(asked);
        else gateway.#asked.push(asked);
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next thing it is asked, also one that came before. */
  next(): Promise<Asked> {
    const asked = this.#asked.shift();
    return asked ? Promise.resolve(asked) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** What was asked and not looked at. */
  get unread(): readonly Asked[] {
    return this.#asked;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
