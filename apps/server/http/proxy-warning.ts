import type { FastifyInstance } from 'fastify';

const HEADERS = ['x-forwarded-for', 'forwarded', 'x-real-ip'] as const;

/** Behind a proxy that nobody named, everybody seems to come from one address, and shares its limits: say so, once. */
export function warnOfUnknownProxy(app: FastifyInstance): void {
  let warned = false;
  app.addHook('onRequest', async (request) => {
    if (warned) return;
    const header = HEADERS.find((name) => request.headers[name] !== undefined);
    if (header === undefined) return;
    warned = true;
    request.log.warn(
      { header, from: request.socket.remoteAddress },
      'a request came through a proxy that is not named: everybody behind it counts as one address. Set SONAE_TRUST_PROXY to its address',
    );
  });
}
