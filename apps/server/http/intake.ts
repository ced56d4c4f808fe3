import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { heartbeatOfKey } from '../../../areas/detect/monitors/index.ts';
import { takeBeat } from '../../../areas/detect/monitors/take-beat.ts';
import type { Intake } from '../../../areas/detect/signals/intake.ts';
import { type KeyedSource, sourceOfKey } from '../../../areas/detect/sources/index.ts';
import { takeBody } from '../../../areas/detect/sources/take-body.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Context } from '../../../database/transaction.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { chooseLanguage } from '../../../kernel/language.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { structured } from '../../../sources/generic/cloud-events.ts';
import { generic } from '../../../sources/generic/index.ts';
import { SOURCES } from '../../../sources/registry.ts';
import { signalsReceived } from '../metrics.ts';
import { answerInJson, mountAlertmanagerApi } from './alertmanager-api.ts';
import { BODY_LIMIT, sentText } from './sent-body.ts';

/** A removed or replaced key works at most this much longer. */
const REMEMBER_MS = 5_000;
const SENDER = { permissions: new Set(['signal.send']), outside: false, personId: undefined } as const;

/**
 * The secret of a request: a bearer token, the password of basic authentication (what every sender can do), or, from
 * senders that can set neither, the last part of the path. Requests are logged by the pattern of their path.
 */
function keyOf(request: FastifyRequest): string {
  const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(' ');
  if (/^bearer$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme))
    return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
  const { key } = request.params as { key?: string };
  if (key !== undefined) return key;
  throw new Fault('not-signed-in', {
    detail: {
      ja: '受信元のキーを Authorization: Bearer で送信するか、URLの末尾に付けてください',
      en: 'Send the source key as Authorization: Bearer, or as the last part of the URL',
    },
  });
}

/** Whoever sends here is a client of Alertmanager. */
const ALERTMANAGER = '/api/v2/';

/** More than a proof of a ledger is not listened to. */
const MOST_TOLD = 8_192;
const toldBy = (body: unknown): string =>
  body instanceof Uint8Array ? Buffer.from(body.subarray(0, MOST_TOLD)).toString('utf8') : '';

/** The doors signals come in by: no rate limit, for a flood is counted and never refused. Only wrong keys are slowed. */
export function mountIntake(app: FastifyInstance, house: House, clock: Clock, intake: Intake): void {
  const startedAt = clock.now();
  const remembered = new Map<string, { source: KeyedSource; until: number }>();
  const slowDown = app.createRateLimit({ max: 30, timeWindow: '1 minute' });

  const refuse = async (request: FastifyRequest): Promise<never> => {
    const limit = await slowDown(request);
    throw new Fault(!limit.isAllowed && limit.isExceeded ? 'too-many' : 'wrong-credentials');
  };

  const sourceOf = async (request: FastifyRequest): Promise<KeyedSource> => {
    const key = keyOf(request);
    const now = clock.now().epochMilliseconds;
    const known = remembered.get(key);
    if (known && known.until > now) return known.source;
    remembered.delete(key);
    const source = await sourceOfKey(house.database, hashOf(key));
    if (!source) return refuse(request);
    remembered.set(key, { source, until: now + REMEMBER_MS });
    return source;
  };

  const contextOf = (request: FastifyRequest, orgId: string, senderId: string): Context => ({
    now: clock.now(),
    newId: house.newId,
    orgId,
    actor: { kind: 'source', id: senderId, ...SENDER },
    language: chooseLanguage(request.headers['accept-language']),
    requestId: request.id,
    database: house.database,
    instance: house.instance,
  });

  const receive = (kind: string) => async (request: FastifyRequest, reply: FastifyReply) => {
    const source = await sourceOf(request);
    if (source.kind !== kind) throw new Fault('wrong-credentials');
    const ctx = contextOf(request, source.orgId, source.id);
    const { headers } = request;
    const sent = await sentText(request.body as Buffer, headers['content-type'], headers['content-encoding']);
    const text = kind === generic.id ? structured(headers, sent) : sent;
    const { taken, rejected } = await takeBody(ctx, intake, source, text);
    signalsReceived.inc({ source: kind }, taken);
    if (rejected.length === 0) return reply.send({ taken });
    // The good ones are taken; the status says that not all were, so that the sender's own log shows it.
    return reply.code(taken > 0 ? 207 : 422).send({
      taken,
      rejected: rejected.map(({ index, reason }) => ({ index, reason: reason[ctx.language] })),
    });
  };

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    // Without a body and so without a type there is still somebody to answer.
    scope.addHook('preValidation', async (request) => {
      request.body ??= Buffer.alloc(0);
    });
    for (const kind of SOURCES) {
      for (const path of kind.paths.flatMap((each) => [each, `${each}/:key`]))
        scope.post(
          path,
          {
            logLevel: 'warn',
            bodyLimit: BODY_LIMIT,
            // Before the body: for nobody unknown so many bytes are held.
            onRequest: async (request) => void (await sourceOf(request)),
            ...(path.startsWith(ALERTMANAGER) && { errorHandler: answerInJson }),
          },
          receive(kind.id),
        );
    }
    mountAlertmanagerApi(scope, startedAt, async (request) => {
      const source = await sourceOf(request);
      return { sourceId: source.id, ctx: contextOf(request, source.orgId, source.id) };
    });
    for (const url of ['/in/heartbeat', '/in/heartbeat/:key'])
      scope.route({
        method: ['GET', 'POST'],
        url,
        logLevel: 'warn',
        handler: async (request) => {
          const found = await heartbeatOfKey(house.database, hashOf(keyOf(request)));
          if (!found) return refuse(request);
          await takeBeat(contextOf(request, found.orgId, found.id), found.id, toldBy(request.body));
          return { taken: 1 };
        },
      });
  });
}
