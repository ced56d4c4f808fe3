import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../../../kernel/errors.ts';
import { CLIENT_ADDRESS } from '../auth/client-address.ts';
import type { Auth } from '../auth/library.ts';
import { refuseOddText } from './plain-input.ts';

const BODY_LIMIT = 64 * 1024;

/** The library takes JSON, and forms from an identity provider; what is neither is for it to refuse. */
function fieldsOf(body: Buffer | undefined): unknown {
  const text = body?.toString('utf8') ?? '';
  try {
    return JSON.parse(text);
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
}

/** A page on another site can have a browser send a form here; what it sends is not a try of anybody's. */
function refuseForeignForms(request: FastifyRequest, trustedOrigins: readonly string[]): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  // An identity provider answers by a form of its own, which the library ties to the browser that asked.
  if (request.method !== 'POST' || request.url.startsWith('/api/auth/callback/')) return;
  if (origin === undefined ? site === 'cross-site' : !trustedOrigins.includes(origin))
    throw new Fault('cross-site');
}

/** A session's token is for the cookie alone, which scripts cannot read. */
function withoutTokens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTokens);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name !== 'token');
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutTokens(inner)]));
}

async function bodyOf(answer: Response): Promise<Buffer | null> {
  if (!answer.body) return null;
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!/^application\/json\b/.test(answer.headers.get('content-type') ?? '') || bytes.length === 0)
    return bytes;
  return Buffer.from(JSON.stringify(withoutTokens(JSON.parse(bytes.toString('utf8')))));
}

/** Hands the sign-in library its own paths, with the raw body and the client's true address. */
export function mountAuth(
  app: FastifyInstance,
  auth: () => Auth,
  { baseUrl, trustedOrigins }: { readonly baseUrl: string; readonly trustedOrigins: readonly string[] },
): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        refuseForeignForms(request, trustedOrigins);
        const headers = fromNodeHeaders(request.headers);
        headers.delete('content-length');
        headers.set(CLIENT_ADDRESS, request.ip);
        const body = request.body as Buffer | undefined;
        refuseOddText({ body: fieldsOf(body) });
        const answer = await auth().handler(
          new Request(new URL(request.url, baseUrl), {
            method: request.method,
            headers,
            ...(body && body.length > 0 && { body: new Uint8Array(body) }),
          }),
        );
        for (const [name, value] of answer.headers)
          if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
        const cookies = answer.headers.getSetCookie();
        if (cookies.length > 0) reply.header('set-cookie', cookies);
        return reply.code(answer.status).send(await bodyOf(answer));
      },
    });
  });
}
