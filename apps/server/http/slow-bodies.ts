import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../../../kernel/errors.ts';
import { chooseLanguage } from '../../../kernel/language.ts';
import { problemOf } from './problem.ts';

/** How long the body of a request may take to arrive; a telephone on a bad line needs a few seconds for one of ours. */
const PATIENCE_MS = 30_000;
/** A body of many megabytes takes longer, at the pace of a bad line: about 28 kB a second. */
const BYTES_PER_MS = 28;
/** The longest body of all is waited for so long. */
const LONGEST_BODY_MS = 10 * 60_000;
/** Nothing at all is waited for longer than this, whatever it is. */
export const LONGEST_REQUEST_MS = LONGEST_BODY_MS + 60_000;

/** By what the request says is coming, never by what the door would take: a body that says nothing may be as large as that. */
function patienceFor({ headers, routeOptions }: FastifyRequest, patienceMs: number): number {
  const told = headers['content-length'];
  const bytes = Math.min(told === undefined ? routeOptions.bodyLimit : Number(told), routeOptions.bodyLimit);
  return Math.min(patienceMs + bytes / BYTES_PER_MS, LONGEST_BODY_MS);
}

const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Ends requests whose bodies trickle in: each holds a connection and its memory for as long as whoever sends it likes. What is
 * counted is the whole body, so that a byte now and then does not buy more time.
 */
export function endSlowBodies(app: FastifyInstance, patienceMs = PATIENCE_MS): void {
  app.addHook('preParsing', (request, reply, payload, done) => {
    if (BODILESS.has(request.method)) return done(null, payload);
    const late = setTimeout(
      () => {
        // All of it is here, and whoever answers takes as long as it takes.
        if (request.raw.complete !== false || reply.raw.headersSent) return;
        request.log.warn(
          { route: request.routeOptions.url },
          'a body came too slowly and was not waited for',
        );
        // Past the parser, which still waits for the rest.
        reply.hijack();
        const language = chooseLanguage(request.headers['accept-language']);
        const problem = problemOf(new Fault('too-slow'), language, request.id);
        reply.raw.writeHead(problem.status, {
          'content-type': 'application/problem+json; charset=utf-8',
          connection: 'close',
        });
        reply.raw.end(JSON.stringify(problem), () => request.socket.destroy());
      },
      patienceFor(request, patienceMs),
    ).unref();
    const ended = () => clearTimeout(late);
    payload.once('end', ended);
    payload.once('close', ended);
    payload.once('error', ended);
    done(null, payload);
  });
  // Refused before its body was read: the rest is not waited for any longer either.
  app.addHook('onResponse', async ({ raw }) => {
    if (raw.complete !== false) return;
    const { socket } = raw;
    const late = setTimeout(() => {
      if (!raw.complete) socket.destroy();
    }, patienceMs).unref();
    socket.once('close', () => clearTimeout(late));
  });
}
