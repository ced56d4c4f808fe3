import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

export const CONSOLE_FOLDER = path.resolve(import.meta.dirname, '../../console/dist');
const PLACEHOLDER = '__CSP_NONCE__';

const policy = (nonce: string): string =>
  [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
  ].join('; ');

/** Serves the built console: hashed files for ever, and its one page fresh with a nonce of its own. */
export function mountConsole(app: FastifyInstance): void {
  const index = path.join(CONSOLE_FOLDER, 'index.html');
  if (!fs.existsSync(index)) {
    app.log.warn('the console is not built ("npm run build"); only the API is served');
    app.setNotFoundHandler((_request, reply) => reply.callNotFoundProblem());
    return;
  }
  const html = fs.readFileSync(index, 'utf8');
  app.register(fastifyStatic, {
    root: CONSOLE_FOLDER,
    index: false,
    wildcard: false,
    setHeaders: (reply, file) => {
      const hashed = file.includes(`${path.sep}assets${path.sep}`);
      // Workers live by the policy of their own file: one asks for pages on the browser's behalf, one holds the live stream.
      if (/(^|[\\/])(service-worker|stream-worker-[\w-]+)\.js$/.test(file))
        reply.header('content-security-policy', `default-src 'none'; connect-src 'self'`);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage || /^\/(api|in|assets)\//.test(request.url)) return reply.callNotFoundProblem();
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy(nonce))
      .send(html.replaceAll(PLACEHOLDER, nonce));
  });
}
