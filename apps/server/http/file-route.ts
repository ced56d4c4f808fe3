import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Permission } from '../../../areas/roles.ts';
import type { Context } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import type { ApiOptions } from './api.ts';
import { refuseOtherSites } from './same-site.ts';

type Shape = z.ZodObject | undefined;

/** An address that answers with a file (or takes one in): beside the table of routes, and described like it. */
export interface FileRoute<P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape> {
  readonly key: string;
  /** As in the table of routes: names the operation. */
  readonly command: string;
  readonly permission: Permission;
  readonly summary: Bilingual;
  readonly params?: P;
  readonly query?: Q;
  /** A JSON body; `takes` instead, where the body is the file itself. */
  readonly body?: B;
  readonly takes?: string;
  /** Media types it answers with. */
  readonly gives: readonly string[];
}

/** Ties a handler's types to the schemas beside it. */
export const fileRoute = <
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
>(
  definition: FileRoute<P, Q, B>,
): FileRoute<P, Q, B> => definition;

type Read<S extends Shape> = S extends z.ZodObject ? z.output<S> : undefined;

/** @throws Fault as the table of routes does: who is not known, comes from another site or asks too often */
export async function admit(
  request: FastifyRequest,
  { authenticator, trustedOrigins, limitCaller }: ApiOptions,
): Promise<Context> {
  const caller = await authenticator.authenticate(request);
  if (caller.byCookie) refuseOtherSites(request, trustedOrigins);
  await limitCaller(request, caller.ctx.actor.id);
  return caller.ctx;
}

/** @throws Fault `invalid` with the fields at fault */
export function readShape<S extends Shape>(shape: S, value: unknown, where: string): Read<S> {
  if (!shape) return undefined as Read<S>;
  const parsed = shape.safeParse(value ?? {});
  if (parsed.success) return parsed.data as Read<S>;
  if (where === 'params') throw new Fault('not-found');
  throw new Fault('invalid', { fields: fieldFaultsOf(parsed.error, where) });
}

export interface File {
  readonly type: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** A file that is made while it is sent, part by part. */
export interface FileInParts extends Omit<File, 'bytes'> {
  readonly parts: AsyncGenerator<string>;
}

/** Always a file to keep, never a page of this site. */
export const sendFile = (reply: FastifyReply, { type, name, bytes }: File): FastifyReply =>
  asAttachment(reply, type, name).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));

const asAttachment = (reply: FastifyReply, type: string, name: string): FastifyReply =>
  reply
    .type(type)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name}"`);

/**
 * @param stillMay asked before each further part: a file that takes minutes ends where the right to it does, and breaks off,
 *   so that nobody takes it for whole
 * @throws Fault of the first part: nothing is sent before it is known that there is something to send
 */
async function sendParts(
  reply: FastifyReply,
  { type, name, parts }: FileInParts,
  stillMay: () => Promise<void>,
): Promise<FastifyReply> {
  async function* all(first: IteratorResult<string>): AsyncGenerator<string> {
    try {
      for (let part = first; !part.done; part = await parts.next()) {
        yield part.value;
        await stillMay();
      }
    } finally {
      // Whoever makes the parts ends too, with what they hold open, where the reader goes or may not read on.
      await parts.return(undefined);
    }
  }
  const whole = all(await parts.next());
  return asAttachment(reply, type, name).send(Readable.from(whole));
}

/** Mounts an address that gives a file. */
export function mountFile<P extends Shape, Q extends Shape, B extends Shape>(
  app: FastifyInstance,
  route: FileRoute<P, Q, B>,
  options: ApiOptions,
  handle: (
    ctx: Context,
    input: { params: Read<P>; query: Read<Q>; body: Read<B> },
  ) => Promise<File | FileInParts>,
): void {
  const [method = 'GET', url = ''] = route.key.split(' ');
  app.route({
    method,
    url,
    handler: async (request, reply) => {
      const ctx = await admit(request, options);
      const input = {
        params: readShape(route.params, request.params, 'params') as Read<P>,
        query: readShape(route.query, request.query, 'query') as Read<Q>,
        body: readShape(route.body, request.body, 'body') as Read<B>,
      };
      const file = await handle(ctx, input);
      const stillMay = async (): Promise<void> => {
        const { ctx: now } = await options.authenticator.authenticate(request);
        permit(now, route.permission);
        if (now.orgId !== ctx.orgId) throw new Fault('forbidden', { permission: route.permission });
      };
      return 'parts' in file ? sendParts(reply, file, stillMay) : sendFile(reply, file);
    },
  });
}

interface Taken<P extends Shape, Q extends Shape> {
  readonly params: Read<P>;
  readonly query: Read<Q>;
  /** The file; empty where none was sent. */
  readonly content: Buffer;
}

/**
 * A route whose body is a file as it is. Who hands it in is known before the first byte is taken: nobody unknown has us hold
 * so many for them.
 * @param limit bytes at most
 * @param tooLarge said at once where the request says that it is more; otherwise when it has become more
 */
export function takeFile<P extends Shape, Q extends Shape>(
  app: FastifyInstance,
  route: FileRoute<P, Q>,
  options: ApiOptions,
  { limit, tooLarge }: { readonly limit: number; readonly tooLarge?: Bilingual },
  handle: (ctx: Context, taken: Taken<P, Q>) => Promise<unknown>,
): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limit }, (_request, body, done) =>
      done(null, body),
    );
    const callers = new WeakMap<FastifyRequest, Context>();
    scope.addHook('onRequest', async (request) => {
      const ctx = await admit(request, options);
      permit(ctx, route.permission);
      if (tooLarge && Number(request.headers['content-length']) > limit)
        throw new Fault('too-large', { detail: tooLarge });
      callers.set(request, ctx);
    });
    scope.post(route.key.replace('POST ', ''), { bodyLimit: limit }, async (request, reply) => {
      const ctx = callers.get(request);
      if (!ctx) throw new Fault('not-signed-in');
      const params = readShape(route.params, request.params, 'params') as Read<P>;
      const query = readShape(route.query, request.query, 'query') as Read<Q>;
      const content = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
      return reply.send(await handle(ctx, { params, query, content }));
    });
  });
}
