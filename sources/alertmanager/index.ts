import { z } from 'zod';
import { Fault } from '../../kernel/errors.ts';
import type { Bilingual } from '../../kernel/language.ts';
import { fillIn } from '../../kernel/text.ts';
import { isEndWord } from '../end-words.ts';
import { SILENCE_FIELD, silenceMinutes, silentAfter } from '../silence.ts';
import type { Alert, Parsed, Rejected, SetUpText, SourceKind } from '../source.ts';
import { readTime, remarksOnTimes } from '../times.ts';

/** Alertmanager's `resolve_timeout` default: an alert sent without an end is over when it is not repeated for this long. */
const RESOLVE_TIMEOUT = { minutes: 5 } as const;
const SEVERITY_LABELS = ['severity', 'priority', 'level'] as const;

type Texts = Record<string, string>;

const reject = (ja: string, en: string): Bilingual => ({ ja, en });

/** Texts of a sender, whatever it wrote: what is no text becomes one, what is null is not there; each is remarked on. */
function textsOf(value: unknown, where: string, remarks: Bilingual[]): Texts {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    remarks.push({
      ja: `${where}が文字列のオブジェクトではありません`,
      en: `${where} is not an object of strings`,
    });
    return {};
  }
  let plain = true;
  for (const text of Object.values(value)) if (typeof text !== 'string') plain = false;
  if (plain) return value as Texts;
  const kept = Object.entries(value).filter(([, text]) => text !== null);
  const odd = kept.filter(([, text]) => typeof text !== 'string').map(([name]) => name.slice(0, 60));
  if (odd.length > 0)
    remarks.push({
      ja: `${where}の${odd.join('、')}は文字列ではないため、文字列に変換しました`,
      en: `${odd.join(', ')} of ${where} is not a string and was converted`,
    });
  return Object.fromEntries(
    kept.map(([name, text]) => [name, typeof text === 'string' ? text : JSON.stringify(text)]),
  );
}

/** Empty labels mean the same as absent ones (Prometheus data model), so they are dropped before folding. */
function withoutEmpty(labels: Texts): Texts {
  for (const [name, value] of Object.entries(labels)) {
    if (value === '' || name === '')
      return Object.fromEntries(Object.entries(labels).filter(([n, v]) => n !== '' && v !== ''));
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

/** What an alert is told apart by: its labels, and where it has none, whatever it calls itself. */
function namesOf(labels: Texts, annotations: Texts, remarks: Bilingual[]): Texts | undefined {
  if (Object.keys(labels).length > 0) return labels;
  const title = titleOf(labels, annotations);
  if (title === '—') return undefined;
  remarks.push({
    ja: 'ラベルがないため、件名で識別します',
    en: 'It has no labels, so its title identifies it',
  });
  return { alertname: title };
}

/** Whether it is over: the webhook says so in words; in the v2 API the end time decides. */
const isOver = (status: unknown, end: Temporal.Instant | undefined, now: Temporal.Instant): boolean =>
  typeof status === 'string'
    ? isEndWord(status)
    : end !== undefined && end.epochMilliseconds <= now.epochMilliseconds;

/**
 * One alert of either form. In the webhook Alertmanager has decided and says so in `status`; without it, as in the v2 API,
 * the end time decides and a missing end means a time-out.
 */
function readAlert(
  raw: unknown,
  now: Temporal.Instant,
  silence: Temporal.Instant | undefined,
): Alert | Bilingual {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    return reject('オブジェクトではありません', 'not an object');
  const { labels, annotations, startsAt, endsAt, generatorURL, status }: Raw = raw;
  const remarks: Bilingual[] = [];
  const said = textsOf(annotations, 'annotations', remarks);
  const kept = namesOf(withoutEmpty(textsOf(labels, 'labels', remarks)), said, remarks);
  if (!kept)
    return reject(
      'labels も件名もないため、アラートを識別できません',
      'it has neither labels nor a title, so it cannot be identified',
    );
  const start = readTime(startsAt);
  const end = readTime(endsAt);
  const direct = typeof status !== 'string';
  const ended = isOver(status, end.time, now);
  for (const { remark } of [start, end]) if (remark) remarks.push(remark);
  remarks.push(...remarksOnTimes(start.time, end.time, now));
  return {
    labels: kept,
    annotations: said,
    state: ended ? 'resolved' : 'firing',
    title: titleOf(kept, said),
    severity: severityOf(kept),
    url: typeof generatorURL === 'string' ? generatorURL : '',
    startsAt: start.time,
    expiresAt: ended ? undefined : direct ? (end.time ?? now.add(RESOLVE_TIMEOUT)) : silence,
    ...(remarks.length > 0 && { remarks }),
  };
}

const isAlert = (read: Alert | Bilingual): read is Alert => 'labels' in read;

/** One alert by itself instead of a list: it has what an alert is told by. */
const isBare = (json: object): boolean =>
  ['labels', 'annotations'].some((name) => Object.hasOwn(json, name)) && !Object.hasOwn(json, 'alerts');

/** The alerts of a body, in whatever it wrapped them; undefined where nothing of it is one. */
function listOf(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json;
  if (json === null || typeof json !== 'object') return undefined;
  if (isBare(json)) return [json];
  const { alerts } = json as { alerts?: unknown };
  if (Array.isArray(alerts)) return alerts;
  return alerts !== null && typeof alerts === 'object' ? [alerts] : undefined;
}

/** Alerts of the group that the sender left out of the body (`max_alerts`). */
function leftOut(json: unknown): readonly Bilingual[] {
  const count = Number((json as { truncatedAlerts?: unknown } | null)?.truncatedAlerts ?? 0);
  if (!Number.isSafeInteger(count) || count <= 0) return [];
  return [
    {
      ja: `送信元がこのグループの${count}件を省略しました（max_alerts）。復旧が届かない可能性があります`,
      en: fillIn(
        'The sender left out {count} {count|alert|alerts} of this group (max_alerts). Some may never be reported as resolved',
        { count },
      ),
    },
  ];
}

function parse(body: string, raw: Readonly<Record<string, unknown>>, now: Temporal.Instant): Parsed {
  let json: unknown;
  try {
    // Labels and annotations are strings by definition, so no number can lose digits here.
    json = JSON.parse(body);
  } catch (cause) {
    throw new Fault('malformed', {
      detail: { ja: 'JSONとして読み取れません', en: 'The body is not valid JSON' },
      cause,
    });
  }
  const list = listOf(json);
  if (!list) {
    throw new Fault('malformed', {
      detail: {
        ja: 'アラートの配列（API v2）、または alerts を含むオブジェクト（Webhook v4）を送信してください',
        en: 'Send an array of alerts (API v2) or an object with "alerts" (webhook v4)',
      },
    });
  }
  const silence = silentAfter(raw, now);
  const remarks = leftOut(json);
  const alerts: Alert[] = [];
  const rejected: Rejected[] = [];
  list.forEach((each: unknown, index) => {
    const read = readAlert(each, now, silence);
    if (!isAlert(read)) rejected.push({ index, reason: read });
    else alerts.push(remarks.length > 0 ? { ...read, remarks: [...remarks, ...(read.remarks ?? [])] } : read);
  });
  return { alerts, rejected, remarks };
}

const setUp = (baseUrl: string, key: string): SetUpText[] => {
  const { host, protocol } = new URL(baseUrl);
  return [
    {
      title: { ja: 'Alertmanager（alertmanager.yml）', en: 'Alertmanager (alertmanager.yml)' },
      text: `receivers:
  - name: sonae
    webhook_configs:
      - url: ${baseUrl}/in/alertmanager
        send_resolved: true
        http_config: { authorization: { credentials: "${key}" } }`,
    },
    {
      title: {
        ja: 'Prometheusから直接送信（prometheus.yml）',
        en: 'Directly from Prometheus (prometheus.yml)',
      },
      text: `alerting:
  alertmanagers:
    - scheme: ${protocol.slice(0, -1)}
      authorization: { credentials: "${key}" }
      static_configs: [{ targets: ["${host}"] }]`,
    },
    {
      title: { ja: 'ターミナルからの送信テスト（curl）', en: 'Try it from a terminal (curl)' },
      text: `curl -X POST ${baseUrl}/api/v2/alerts \\
  -H "Authorization: Bearer ${key}" -H "Content-Type: application/json" \\
  -d '[{"labels":{"alertname":"SonaeTest","severity":"info"}}]'`,
    },
  ];
};

/** https://prometheus.io/docs/alerting/latest/configuration/#webhook_config and Alertmanager's openapi v2. */
export const alertmanager: SourceKind = {
  id: 'alertmanager',
  name: { ja: 'Prometheus / Alertmanager', en: 'Prometheus / Alertmanager' },
  help: {
    ja: 'AlertmanagerのWebhook（version 4）と、Prometheusから直接送信するAPI v2に対応しています。',
    en: 'Accepts the Alertmanager webhook (version 4) and the v2 API, directly from Prometheus.',
  },
  fields: [SILENCE_FIELD],
  settings: z.object({ silenceMinutes }),
  paths: ['/in/alertmanager', '/api/v2/alerts'],
  setUp,
  parse,
};
