import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance } from 'fastify';
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

/** Hands the sign-in library its own paths, with the raw body and the client's true address. */
export function mountAuth(app: FastifyInstance, auth: () => Auth, baseUrl: string): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
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
        for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
        const cookies = answer.headers.getSetCookie();
        if (cookies.length > 0) reply.header('set-cookie', cookies);
        return reply.code(answer.status).send(answer.body ? Buffer.from(await answer.arrayBuffer()) : null);
      },
    });
  });
}
