import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { Intake } from '../../../areas/detect/signals/intake.ts';
import type { Route } from '../../../areas/route.ts';
import { ROUTES } from '../../../areas/routes.ts';
import type { TimerRunner } from '../../../areas/run-timers.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Live } from '../../../database/live.ts';
import { nextDue } from '../../../database/timers.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { chooseLanguage } from '../../../kernel/language.ts';
import { fieldFaultsOf } from '../../../kernel/shape-faults.ts';
import { accountRoutes } from '../auth/account-routes.ts';
import type { AuthAccess } from '../auth/auth-access.ts';
import { Authenticator } from '../auth/authenticate.ts';
import { firstAdministrator, registerFirstAdministrator } from '../auth/first-administrator.ts';
import type { IdentityProvider } from '../auth/single-sign-on.ts';
import { anybodyRegistered } from '../auth/store.ts';
import { registry, requestSeconds, timerLagSeconds } from '../metrics.ts';
import { mountAnswerPage } from './answer-page.ts';
import { mountRoute } from './api.ts';
import { mountAssetFiles } from './asset-files.ts';
import { mountAttachmentFiles } from './attachment-files.ts';
import { mountAuditFiles } from './audit-files.ts';
import { mountAuth } from './auth-mount.ts';
import { mountBoardFiles } from './board-files.ts';
import { mountCalendarFeed } from './calendar-feed.ts';
import { mountCaseDocuments } from './case-documents.ts';
import { mountConfirmPage } from './confirm-page.ts';
import { mountConsole } from './console.ts';
import { FILE_ROUTES } from './file-routes.ts';
import { byLink } from './form-scope.ts';
import { mountHearingPage } from './hearing-page.ts';
import { mountIntake } from './intake.ts';
import { mountInvitationLook } from './invitation-look.ts';
import { limitAll } from './limit-all.ts';
import { mountMarkFiles } from './mark-files.ts';
import { mountReadyz } from './mount-readyz.ts';
import { openApi } from './openapi.ts';
import { mountPackFiles } from './pack-files.ts';
import { mountPackageDoor } from './package-door.ts';
import { mountPackageFiles } from './package-files.ts';
import { PLAIN_CSS } from './page.ts';
import { refuseOddRequests } from './plain-input.ts';
import { answerError } from './problem.ts';
import { mountProviderHooks } from './provider-hooks.ts';
import { warnOfUnknownProxy } from './proxy-warning.ts';
import { mountPublicationFiles } from './publication-files.ts';
import { referencePage } from './reference-page.ts';
import { mountReplyPage } from './reply-page.ts';
import { mountReportFiles } from './report-files.ts';
import { mountReviewFiles } from './review-files.ts';
import { mountReviewPage } from './review-page.ts';
import { refuseOtherSites } from './same-site.ts';
import { mountSelectionFiles } from './selection-files.ts';
import { endSlowBodies, LONGEST_REQUEST_MS } from './slow-bodies.ts';
import { mountSourceFiles } from './source-files.ts';
import { mountStatisticsFiles } from './statistics-files.ts';
import { mountStatusPage } from './status-page.ts';
import { mountStream } from './stream.ts';
import { mountSurveyFormFiles } from './survey-form-files.ts';
import { mountSurveyPage } from './survey-page.ts';
import { mountTechnicianPage } from './technician-page.ts';

declare module 'fastify' {
  interface FastifyReply {
    callNotFoundProblem(): FastifyReply;
  }
}

export interface ServerOptions {
  readonly house: House;
  readonly access: AuthAccess;
  readonly live: Live;
  readonly timers: TimerRunner;
  readonly clock: Clock;
  readonly log: Logger;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: string | false;
  readonly version: string;
  readonly identityProvider: IdentityProvider | undefined;
  /** Requests per minute and key or address. */
  readonly requestsPerMinute: number;
  /** How long an ordinary body may take to arrive; half a minute unless told. */
  readonly bodyPatienceMs?: number;
}

const BODY_LIMIT = 1024 * 1024;
/** A whole company answers from one address. */
const ANSWERS_TIMES = 10;
/** From one address: what an organisation sends in a minute, and an office for many. */
const PACKAGES_PER_MINUTE = 600;
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Puts the house on HTTP. Nothing is decided here: every line hands a concern to its own file. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { house, access, live, clock, log, baseUrl, trustedOrigins } = options;
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    requestTimeout: LONGEST_REQUEST_MS,
    // An address that cannot be read is not said back: a key may be part of it.
    frameworkErrors: (_error, request, reply) =>
      void answerError(new Fault('not-found') as never, request, reply),
  });
  app.decorateReply('callNotFoundProblem', function notFound(this: FastifyReply) {
    return answerError(new Fault('not-found') as never, this.request, this);
  });
  app.setErrorHandler(answerError);
  endSlowBodies(app, options.bodyPatienceMs);
  if (!options.trustProxy) warnOfUnknownProxy(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    // The pattern, not the address: answer links and searches hold what belongs in no log.
    const route = request.routeOptions.url ?? 'unmatched';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    requestSeconds.observe(labels, reply.elapsedTime / 1_000);
    request.log.info({ ...labels, ms: Math.round(reply.elapsedTime) }, 'request');
  });
  await app.register(rateLimit, { global: false });

  const authenticator = new Authenticator(access.auth, house, clock);
  const routes: readonly Route[] = [...ROUTES, ...accountRoutes(access)];

  // Senders are programs: the doors for signals carry none of what protects browsers.
  const intake = new Intake(clock);
  mountIntake(app, house, clock, intake);
  await app.register(async (site) => {
    await site.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      strictTransportSecurity: baseUrl.startsWith('https:'),
      referrerPolicy: { policy: 'no-referrer' },
    });
    refuseOddRequests(site);
    await site.register(async (scope) => {
      limitAll(scope, { max: options.requestsPerMinute });
      const callers = new WeakMap<FastifyRequest, string>();
      const perCaller = scope.createRateLimit({
        max: options.requestsPerMinute,
        timeWindow: '1 minute',
        keyGenerator: (request) => `caller ${callers.get(request) ?? ''}`,
      });
      const limitCaller = async (request: FastifyRequest, caller: string): Promise<void> => {
        callers.set(request, caller);
        const limit = await perCaller(request);
        if (!limit.isAllowed && limit.isExceeded)
          throw new Fault('too-many', { retryAfterSeconds: limit.ttlInSeconds });
      };
      for (const route of routes) mountRoute(scope, route, { authenticator, trustedOrigins, limitCaller });
      mountCaseDocuments(scope, { authenticator, trustedOrigins, limitCaller });
      mountBoardFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountReportFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountSelectionFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountPublicationFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountSourceFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountSurveyFormFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountPackFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountAttachmentFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountMarkFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountAuditFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountStatisticsFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountReviewFiles(scope, { authenticator, trustedOrigins, limitCaller }, house);
      mountPackageFiles(scope, { authenticator, trustedOrigins, limitCaller }, house, clock);
      mountAssetFiles(scope, { authenticator, trustedOrigins, limitCaller });
      mountAuth(scope, access.auth, { baseUrl, trustedOrigins });
      mountStream(scope, authenticator, live, clock);
      mountInvitationLook(scope, house, clock, trustedOrigins);
      scope.get('/api/site', async () => ({
        version: options.version,
        singleSignOn: options.identityProvider !== undefined,
        setUp: await anybodyRegistered(house.database),
      }));
      scope.post('/api/setup', async (request) => {
        refuseOtherSites(request, trustedOrigins);
        const read = firstAdministrator.safeParse(request.body);
        if (!read.success) throw new Fault('invalid', { fields: fieldFaultsOf(read.error, 'body') });
        await registerFirstAdministrator(house, clock, access, read.data);
        return {};
      });
    });

    // Whoever answers a page, or tells how a machine is, is never kept from it by what else comes from their address.
    await site.register(async (scope) => {
      limitAll(scope, { max: ANSWERS_TIMES * options.requestsPerMinute });
      limitAll(scope, { max: options.requestsPerMinute, keyGenerator: byLink });
      mountAnswerPage(scope, house, clock);
      mountConfirmPage(scope, house, clock);
      mountReplyPage(scope, house, clock);
      mountSurveyPage(scope, house, clock);
      mountHearingPage(scope, house, clock);
      mountReviewPage(scope, house, clock);
      mountTechnicianPage(scope, house, clock);
      mountProviderHooks(scope, house, clock, baseUrl);
    });
    // Packages come from programs of anybody: by whom, their signature alone says.
    await site.register(async (scope) => {
      limitAll(scope, { max: PACKAGES_PER_MINUTE });
      mountPackageDoor(scope, house, clock);
    });
    // Nor does a crowd that looks at the status page keep anybody from working.
    await site.register(async (scope) => {
      limitAll(scope, { max: options.requestsPerMinute });
      mountCalendarFeed(scope, house, clock);
      mountStatusPage(scope, house, clock, baseUrl);
    });

    const document = openApi([...routes, ...FILE_ROUTES], { baseUrl, version: options.version });
    site.get('/openapi.json', async () => document);
    site.get('/reference', async (request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .send(referencePage(routes, chooseLanguage(request.headers['accept-language']))),
    );
    site.get('/plain.css', async (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(PLAIN_CSS),
    );
    site.get('/healthz', { logLevel: 'warn' }, async () => ({ alive: true }));
    mountReadyz(site, { database: house.database, live, timers: options.timers, intake, clock });
    site.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
      // Through a proxy on this machine everybody seems to be here.
      if (!LOOPBACK.has(request.ip) || request.headers['x-forwarded-for'] !== undefined) {
        const { ctx } = await authenticator.authenticate(request);
        if (!ctx.actor.permissions.has('audit.read'))
          throw new Fault('forbidden', { permission: 'audit.read' });
      }
      const due = await nextDue(house.database);
      timerLagSeconds.set(due ? Math.max(0, clock.now().since(due).total('seconds')) : 0);
      return reply.type(registry.contentType).send(await registry.metrics());
    });
    mountConsole(site);
  });
  return app;
}
