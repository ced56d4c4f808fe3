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
import { SOURCES } from '../../../sources/registry.ts';
import { signalsReceived } from '../metrics.ts';

const BODY_LIMIT = 16 * 1024 * 1024;
/** A removed or replaced key works at most this much longer. */
const REMEMBER_MS = 5_000;
const SENDER = { permissions: new Set(['signal.send']), outside: false, personId: undefined } as const;

/** The secret of a request: a bearer token, or the password of basic authentication (what every sender can do). */
function keyOf(request: FastifyRequest): string {
  const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(' ');
  if (/^bearer$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme))
    return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
  throw new Fault('not-signed-in', {
    detail: {
      ja: '受信元の鍵を Authorization: Bearer で送ってください',
      en: 'Send the source’s key as Authorization: Bearer',
    },
  });
}

/** The doors signals come in by: no rate limit, for a flood is counted and never refused. Only wrong keys are slowed. */
export function mountIntake(app: FastifyInstance, house: House, clock: Clock, intake: Intake): void {
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
    const { taken, rejected } = await takeBody(ctx, intake, source, request.body as string);
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
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    for (const kind of SOURCES) {
      for (const path of kind.paths)
        scope.post(path, { logLevel: 'warn', bodyLimit: BODY_LIMIT }, receive(kind.id));
    }
    // What Alertmanager answers here is asked by some clients before they send.
    scope.get('/api/v2/status', { logLevel: 'warn' }, async (request) => {
      await sourceOf(request);
      return {
        cluster: { status: 'disabled' },
        versionInfo: { version: 'sonae' },
        uptime: clock.now().toString(),
      };
    });
    scope.route({
      method: ['GET', 'POST'],
      url: '/in/heartbeat',
      logLevel: 'warn',
      handler: async (request) => {
        const found = await heartbeatOfKey(house.database, hashOf(keyOf(request)));
        if (!found) return refuse(request);
        await takeBeat(contextOf(request, found.orgId, found.id), found.id);
        return { taken: 1 };
      },
    });
  });
}
