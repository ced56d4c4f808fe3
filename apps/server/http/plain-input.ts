import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../../../kernel/errors.ts';
import { plainFaultsOf } from '../../../kernel/plain.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Where an answer must not be lost over an odd character: whoever takes it mends it. */
    readonly takesOddText?: boolean;
  }
}

/** @throws Fault `invalid` that names each place with a text nothing could keep */
export function refuseOddText(parts: Readonly<Record<string, unknown>>): void {
  const fields = Object.entries(parts).flatMap(([whole, value]) => plainFaultsOf(value, whole));
  if (fields.length > 0) throw new Fault('invalid', { fields });
}

/**
 * Before any handler of these routes: whatever was asked is text that every table, document and message can hold. One
 * place for all of them, so that no route has to think of it. Bodies that are files are looked at by who reads them.
 */
export function refuseOddRequests(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body, routeOptions }: FastifyRequest) => {
    if (!routeOptions.config.takesOddText) refuseOddText({ params, query, body });
  });
}
