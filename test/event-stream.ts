import http from 'node:http';

export interface StreamEvent {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/** Reads a live stream as EventSource does, over a real socket, and can be cut at any moment. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  readonly #request: http.ClientRequest;
  readonly #waiting = new Set<() => void>();
  #rest = '';

  constructor(url: string, headers: Record<string, string>) {
    this.#request = http.get(url, { headers: { accept: 'text/event-stream', ...headers } }, (answer) => {
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => this.#take(chunk));
      answer.on('error', () => undefined);
    });
    this.#request.on('error', () => undefined);
  }

  /** As the server gave it: `<organisation>.<number>`. */
  get lastId(): string {
    return this.events.findLast(({ id }) => id !== '')?.id ?? '0';
  }

  /** The ledger lines seen so far. */
  get lines(): number[] {
    return this.events.filter(({ event }) => event === 'line').map(({ id }) => Number(id.split('.')[1]));
  }

  until(done: (stream: EventStream) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!done(this)) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
  }

  close(): void {
    this.#request.destroy();
  }

  #take(chunk: string): void {
    const blocks = (this.#rest + chunk).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      if (block.startsWith(':')) continue;
      this.events.push({ event: field('event'), id: field('id'), data: field('data') });
    }
    for (const check of [...this.#waiting]) check();
  }
}
