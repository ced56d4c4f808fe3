import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Route } from '../../../areas/route.ts';
import { Fault } from '../../../kernel/errors.ts';
import { inPerson, permit } from '../../../kernel/permit.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import type { Authenticator } from '../auth/authenticate.ts';
import { refuseOtherSites } from './same-site.ts';

type Part = 'params' | 'query' | 'body';

function readPart(route: Route, part: Part, request: FastifyRequest): unknown {
  const schema = route[part];
  if (!schema) return undefined;
  const given = request[part] ?? {};
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  // A path with an id that cannot exist is a thing that does not exist.
  if (part === 'params') throw new Fault('not-found');
  throw new Fault('invalid', { fields: fieldFaultsOf(read.error, part) });
}

export interface ApiOptions {
  readonly authenticator: Authenticator;
  readonly trustedOrigins: readonly string[];
  /** Throws `too-many` when this key or person has asked too much; addresses are limited before. */
  readonly limitCaller: (request: FastifyRequest, caller: string) => Promise<void>;
}

/** Mounts one route of the table. The permission is checked here and, as the only gate that counts, in the verb. */
export function mountRoute(
  app: FastifyInstance,
  route: Route,
  { authenticator, trustedOrigins, limitCaller }: ApiOptions,
): void {
  const [method = 'GET', url = ''] = route.key.split(' ');
  app.route({
    method,
    url,
    ...(route.largestBody !== undefined && {
      bodyLimit: route.largestBody,
      // Before the body: nobody unknown has us hold so many bytes for them.
      onRequest: async (request: FastifyRequest) => {
        const { ctx } = await authenticator.authenticate(request);
        permit(ctx, route.permission);
      },
    }),
    handler: async (request, reply) => {
      const caller = await authenticator.authenticate(request);
      if (caller.byCookie) refuseOtherSites(request, trustedOrigins);
      const { ctx } = caller;
      await limitCaller(request, ctx.actor.id);
      if (!ctx.actor.permissions.has(route.permission))
        throw new Fault('forbidden', { permission: route.permission });
      if (route.inPerson) inPerson(ctx);
      const input = {
        params: readPart(route, 'params', request),
        query: readPart(route, 'query', request),
        body: readPart(route, 'body', request),
      };
      const answer = await route.handle(ctx, input);
      if (caller.cookies.length > 0) reply.header('set-cookie', caller.cookies);
      reply.header('cache-control', 'no-store');
      return route.reply.parse(answer);
    },
  });
}
