import type { TestHouse } from './house.ts';
import { BASE_URL } from './house.ts';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Talks to a server without a socket, keeping cookies and sending the headers a browser sends. */
export class Visitor {
  readonly #house: TestHouse;
  readonly #cookies = new Map<string, string>();
  readonly #headers: Record<string, string>;
  readonly #address: string;

  constructor(house: TestHouse, headers: Record<string, string> = {}, address = '127.0.0.1') {
    this.#house = house;
    this.#headers = headers;
    this.#address = address;
  }

  /** The same browser, carried elsewhere. */
  at(address: string): Visitor {
    const there = new Visitor(this.#house, this.#headers, address);
    for (const [name, value] of this.#cookies) there.#cookies.set(name, value);
    return there;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const http = this.#house.assembly.http;
    if (!http) throw new Error('a worker has no door');
    const answer = await http.inject({
      method,
      url,
      remoteAddress: this.#address,
      headers: {
        origin: BASE_URL,
        'accept-language': 'en',
        ...(this.#cookies.size > 0 && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...this.#headers,
        ...headers,
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    });
    for (const { name, value, maxAge } of answer.cookies as {
      name: string;
      value: string;
      maxAge?: number;
    }[]) {
      if (maxAge === 0) this.#cookies.delete(name);
      else this.#cookies.set(name, encodeURIComponent(value));
    }
    let json: Record<string, unknown> = {};
    try {
      json = JSON.parse(answer.body) as Record<string, unknown>;
    } catch {
      // Pages are not JSON; their text is there.
    }
    return { status: answer.statusCode, body: json ?? {}, text: answer.body, headers: answer.headers };
  }
}

export const PASSWORD = 'correct horse battery staple';

/** Registers the first administrator through the printed link, and signs in. */
export async function firstAdministrator(house: TestHouse, email = 'first@example.jp'): Promise<Visitor> {
  const { setupLink } = await import('../apps/server/auth/first-administrator.ts');
  const link = await setupLink(house.assembly.house, house.clock);
  const token = link?.split('#')[1] ?? '';
  const visitor = new Visitor(house);
  const made = await visitor.send('POST', '/api/setup', {
    token,
    name: 'First',
    email,
    password: PASSWORD,
    language: 'en',
  });
  if (made.status !== 200) throw new Error(made.text);
  await signIn(visitor, email);
  return visitor;
}

export const signIn = (visitor: Visitor, email: string, password = PASSWORD): Promise<Answer> =>
  visitor.send('POST', '/api/auth/sign-in/email', { email, password });
