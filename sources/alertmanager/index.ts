import { z } from 'zod';
import { Fault } from '../../kernel/errors.ts';
import type { Bilingual } from '../../kernel/language.ts';
import { readInstant } from '../../kernel/time.ts';
import type { Alert, Parsed, Rejected, SourceKind } from '../source.ts';

/** Alertmanager's `resolve_timeout` default: an alert sent without an end is over when it is not repeated for this long. */
const RESOLVE_TIMEOUT = { minutes: 5 } as const;
/** Go's zero time: "not known". */
const ZERO_YEAR = '0001-';
/** https://prometheus.io/docs/concepts/data_model/ and the v2 API's validation. */
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const SEVERITY_LABELS = ['severity', 'priority', 'level'] as const;

type Texts = Record<string, string>;

const reject = (ja: string, en: string): Bilingual => ({ ja, en });

function isTexts(value: unknown): value is Texts {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  for (const text of Object.values(value)) if (typeof text !== 'string') return false;
  return true;
}

interface ReadTime {
  readonly time: Temporal.Instant | undefined;
  readonly bad: boolean;
}

/** Alerts of one sender share their times; reading one again costs ten times what looking it up does. */
const timesRead = new Map<string, ReadTime>();
const MOST_TIMES = 4_096;

/** A time of the payload: absent and Go's zero are both "unknown"; undefined as a result with `bad` set is an error. */
function readTime(value: unknown): ReadTime {
  if (value === undefined || value === null || value === '') return { time: undefined, bad: false };
  if (typeof value !== 'string') return { time: undefined, bad: true };
  const known = timesRead.get(value);
  if (known) return known;
  const none = value.startsWith(ZERO_YEAR);
  const time = none ? undefined : readInstant(value);
  const read = { time, bad: !none && time === undefined };
  if (timesRead.size >= MOST_TIMES) timesRead.clear();
  if (!read.bad) timesRead.set(value, read);
  return read;
}

/** In milliseconds, which is as finely as it matters here and far cheaper than comparing instants. */
const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  a.epochMilliseconds < b.epochMilliseconds;

/** Empty labels mean the same as absent ones (Prometheus data model), so they are dropped before folding. */
function withoutEmpty(labels: Texts): Texts {
  for (const value of Object.values(labels)) {
    if (value === '') return Object.fromEntries(Object.entries(labels).filter(([, v]) => v !== ''));
  }
  return labels;
}

function titleOf(labels: Texts, annotations: Texts): string {
  return (
    annotations['summary'] || annotations['title'] || labels['alertname'] || annotations['description'] || '—'
  );
}

function severityOf(labels: Texts): string {
  for (const name of SEVERITY_LABELS) if (labels[name]) return labels[name];
  return '';
}

interface Raw {
  readonly labels?: unknown;
  readonly annotations?: unknown;
  readonly startsAt?: unknown;
  readonly endsAt?: unknown;
  readonly generatorURL?: unknown;
  readonly status?: unknown;
}

/**
 * One alert of either form. `direct` is the v2 API, where the end time decides and a missing end means a time-out;
 * in the webhook Alertmanager has decided and says so in `status`.
 */
function readAlert(raw: unknown, direct: boolean, now: Temporal.Instant): Alert | Bilingual {
  if (raw === null || typeof raw !== 'object') return reject('オブジェクトではありません', 'not an object');
  const { labels, annotations = {}, startsAt, endsAt, generatorURL, status }: Raw = raw;
  if (!isTexts(labels))
    return reject('labels は文字列の組である必要があります', 'labels must be an object of strings');
  const kept = withoutEmpty(labels);
  const names = Object.keys(kept);
  if (names.length === 0) return reject('labels が空です', 'labels must not be empty');
  for (const name of names) {
    if (!LABEL_NAME.test(name))
      return reject(
        `ラベル名 ${JSON.stringify(name)} は使えません`,
        `label name ${JSON.stringify(name)} is not valid`,
      );
  }
  if (!isTexts(annotations))
    return reject('annotations は文字列の組である必要があります', 'annotations must be an object of strings');
  const start = readTime(startsAt);
  const end = readTime(endsAt);
  if (start.bad)
    return reject('startsAt は RFC 3339 の時刻にしてください', 'startsAt must be an RFC 3339 time');
  if (end.bad) return reject('endsAt は RFC 3339 の時刻にしてください', 'endsAt must be an RFC 3339 time');
  if (start.time && end.time && isBefore(end.time, start.time)) {
    return reject('endsAt が startsAt より前です', 'endsAt is before startsAt');
  }
  const ended = direct ? end.time !== undefined && !isBefore(now, end.time) : status === 'resolved';
  return {
    labels: kept,
    annotations,
    state: ended ? 'resolved' : 'firing',
    title: titleOf(kept, annotations),
    severity: severityOf(kept),
    url: typeof generatorURL === 'string' ? generatorURL : '',
    startsAt: start.time,
    expiresAt: ended || !direct ? undefined : (end.time ?? now.add(RESOLVE_TIMEOUT)),
  };
}

const isAlert = (read: Alert | Bilingual): read is Alert => 'labels' in read;

function parse(body: string, _settings: Readonly<Record<string, unknown>>, now: Temporal.Instant): Parsed {
  let json: unknown;
  try {
    // Labels and annotations are strings by definition, so no number can lose digits here.
    json = JSON.parse(body);
  } catch (cause) {
    throw new Fault('malformed', {
      detail: { ja: 'JSON として読み取れません', en: 'The body is not valid JSON' },
      cause,
    });
  }
  const direct = Array.isArray(json);
  const list = direct ? json : (json as { alerts?: unknown } | null)?.alerts;
  if (!Array.isArray(list)) {
    throw new Fault('malformed', {
      detail: {
        ja: 'アラートの配列（API v2）または alerts を持つオブジェクト（Webhook v4）を送ってください',
        en: 'Send an array of alerts (API v2) or an object with "alerts" (webhook v4)',
      },
    });
  }
  const alerts: Alert[] = [];
  const rejected: Rejected[] = [];
  list.forEach((raw: unknown, index) => {
    const read = readAlert(raw, direct, now);
    if (isAlert(read)) alerts.push(read);
    else rejected.push({ index, reason: read });
  });
  return { alerts, rejected };
}

const setUp = (baseUrl: string, key: string): string => {
  const { host, protocol } = new URL(baseUrl);
  return `# Prometheus (prometheus.yml)
alerting:
  alertmanagers:
    - scheme: ${protocol.slice(0, -1)}
      authorization: { credentials: "${key}" }
      static_configs: [{ targets: ["${host}"] }]

# Alertmanager (alertmanager.yml)
receivers:
  - name: sonae
    webhook_configs:
      - url: ${baseUrl}/in/alertmanager
        send_resolved: true
        http_config: { authorization: { credentials: "${key}" } }`;
};

/** https://prometheus.io/docs/alerting/latest/configuration/#webhook_config and Alertmanager's openapi v2. */
export const alertmanager: SourceKind = {
  id: 'alertmanager',
  name: { ja: 'Prometheus / Alertmanager', en: 'Prometheus / Alertmanager' },
  help: {
    ja: 'Alertmanager の Webhook（version 4）と、Prometheus から直接送る API v2 の両方を受け付けます。',
    en: 'Takes Alertmanager’s webhook (version 4) and, directly from Prometheus, the v2 API.',
  },
  fields: [],
  settings: z.object({}),
  paths: ['/in/alertmanager', '/api/v2/alerts'],
  setUp,
  parse,
};
