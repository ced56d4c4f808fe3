import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../../../kernel/errors.ts';

interface Limit {
  readonly max: number;
  /** Whom a request counts for; the address it comes from unless told. */
  readonly keyGenerator?: (request: FastifyRequest) => string;
}

/** A limit a minute for every route of a scope. Counted by itself: a route's own, stricter limit is counted as well. */
export function limitAll(scope: FastifyInstance, limit: Limit): void {
  const count = scope.createRateLimit({ ...limit, timeWindow: '1 minute' });
  scope.addHook('onRequest', async (request) => {
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded)
      throw new Fault('too-many', { retryAfterSeconds: counted.ttlInSeconds });
  });
}
