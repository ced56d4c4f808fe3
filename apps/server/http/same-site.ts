import type { FastifyRequest } from 'fastify';
import { Fault } from '../../../kernel/errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Protection against requests another site makes with our user's cookie. Browsers say where a request comes from
 * (Origin, or Sec-Fetch-Site where there is none); a changing request that says neither is not from our console.
 */
export function refuseOtherSites(request: FastifyRequest, trustedOrigins: readonly string[]): void {
  if (SAFE.has(request.method)) return;
  const { origin } = request.headers;
  if (
    origin !== undefined
      ? trustedOrigins.includes(origin)
      : request.headers['sec-fetch-site'] === 'same-origin'
  )
    return;
  throw new Fault('cross-site');
}
