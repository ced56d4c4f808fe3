import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { alertsOf, type Lasting } from '../../../areas/detect/signals/index.ts';
import type { Context } from '../../../database/transaction.ts';
import { FAULTS, Fault } from '../../../kernel/errors.ts';
import { VERSION } from '../version.ts';
import { headedFault } from './problem.ts';

/** Everything Alertmanager would have sent to somebody comes to us. */
const RECEIVER = { name: 'sonae' } as const;
/** An alarm without an end of its own ends so long after its last repeat, as Prometheus is told. */
const END = { minutes: 5 } as const;
const CONFIG = `# Sonae receives alerts here; silences, routes and receivers are not kept here.
route:
  receiver: ${RECEIVER.name}
receivers:
  - name: ${RECEIVER.name}
`;

interface Asked {
  readonly sourceId: string;
  readonly ctx: Context;
}

/** Clients of Alertmanager read an error as a text in JSON, and cannot read anything else. */
export function answerInJson(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { code, details } = headedFault(error, request, reply);
  return reply
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(details.detail?.en ?? FAULTS[code].title.en));
}

const alertView = ({ id, labels, annotations, url, startedAt, firstAt, lastAt, expiresAt }: Lasting) => ({
  labels,
  annotations,
  startsAt: startedAt ?? firstAt,
  updatedAt: lastAt,
  endsAt: expiresAt ?? Temporal.Instant.from(lastAt).add(END).toString(),
  fingerprint: id.replaceAll('-', '').slice(0, 16),
  generatorURL: url,
  receivers: [RECEIVER],
  status: { state: 'active', silencedBy: [], inhibitedBy: [], mutedBy: [] },
});

const many = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

/** Nothing here is silenced or inhibited, so that asking for those alone finds nothing. */
const wantsActive = (query: Readonly<Record<string, unknown>>): boolean => query['active'] !== 'false';

/** What clients of Alertmanager ask besides sending: alerts, groups, silences, receivers and the state of the program. */
export function mountAlertmanagerApi(
  app: FastifyInstance,
  startedAt: Temporal.Instant,
  ask: (request: FastifyRequest) => Promise<Asked>,
): void {
  app.register(
    async (scope) => {
      scope.setErrorHandler(answerInJson);
      const active = async (request: FastifyRequest): Promise<Lasting[]> => {
        const { ctx, sourceId } = await ask(request);
        const query = request.query as Record<string, unknown>;
        const receiver = { name: RECEIVER.name, asked: many(query['receiver'])[0] ?? '' };
        return wantsActive(query) ? alertsOf(ctx, sourceId, many(query['filter']), receiver) : [];
      };
      const quiet = { logLevel: 'warn' } as const;
      scope.get('/alerts', quiet, async (request) => (await active(request)).map(alertView));
      scope.get('/alerts/groups', quiet, async (request) => {
        const groups = Map.groupBy(await active(request), ({ labels }) => labels['alertname'] ?? '');
        return [...groups].map(([alertname, signals]) => ({
          labels: alertname === '' ? {} : { alertname },
          receiver: RECEIVER,
          alerts: signals.map(alertView),
        }));
      });
      scope.get('/silences', quiet, async (request) => {
        await ask(request);
        return [];
      });
      scope.get('/receivers', quiet, async (request) => {
        await ask(request);
        return [RECEIVER];
      });
      scope.get('/status', quiet, async (request) => {
        await ask(request);
        return {
          cluster: { name: '', status: 'disabled', peers: [] },
          versionInfo: {
            version: `sonae ${VERSION}`,
            revision: '',
            branch: '',
            buildUser: '',
            buildDate: '',
            goVersion: '',
          },
          config: { original: CONFIG },
          uptime: startedAt.toString(),
        };
      });
      const keepsNone = async (request: FastifyRequest): Promise<never> => {
        await ask(request);
        throw new Fault('not-found', {
          detail: {
            ja: 'Sonae はサイレンスに対応していません',
            en: 'Sonae does not support silences',
          },
        });
      };
      scope.get('/silence/:id', quiet, keepsNone);
      scope.delete('/silence/:id', quiet, keepsNone);
      scope.post('/silences', quiet, keepsNone);
    },
    { prefix: '/api/v2' },
  );
}
