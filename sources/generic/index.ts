import { isLosslessNumber, parse as parseLossless, stringify } from 'lossless-json';
import { z } from 'zod';
import { Fault } from '../../kernel/errors.ts';
import type { Bilingual } from '../../kernel/language.ts';
import { readInstant } from '../../kernel/time.ts';
import type { Alert, Parsed, Rejected, SourceKind } from '../source.ts';
import { type Path, readPath } from './path.ts';

const path = z.string().trim().max(300);

/** Which part of a sender's JSON means what; made in the console by clicking into a sample. */
export const genericSettings = z.object({
  /** Where the list of alerts is; empty when the body is one alert or a plain array. */
  list: path.default(''),
  title: path.min(1),
  severity: path.default(''),
  state: path.default(''),
  /** Values of `state` that mean the alert is over. */
  resolvedValues: z.array(z.string().max(100)).default(['resolved', 'ok', 'recovered', 'up']),
  url: path.default(''),
  startsAt: path.default(''),
  /** Label name → path. Alerts with the same labels are the same signal. */
  labels: z
    .record(z.string().regex(/^[\p{L}_][\p{L}\p{N}_.-]*$/u), path.min(1))
    .refine((labels) => Object.keys(labels).length > 0),
  annotations: z.record(z.string(), path.min(1)).default({}),
});
type Settings = z.infer<typeof genericSettings>;

/** A value as text, digit for digit as it was written: 9007199254740993 stays 9007199254740993. */
function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (isLosslessNumber(value)) return value.value;
  return stringify(value);
}

const textAt = (item: unknown, where: Path): string =>
  where === '' ? '' : (asText(readPath(item, where)) ?? '');

function texts(item: unknown, paths: Readonly<Record<string, Path>>): Record<string, string> {
  const found = Object.entries(paths).map(([name, where]) => [name, textAt(item, where)] as const);
  return Object.fromEntries(found.filter(([, text]) => text !== ''));
}

function instantOf(text: string): Temporal.Instant | undefined {
  // Senders that write epoch time write seconds (10 digits) or milliseconds (13 digits).
  if (/^\d{10}$/.test(text)) return Temporal.Instant.fromEpochMilliseconds(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return Temporal.Instant.fromEpochMilliseconds(Number(text));
  return readInstant(text);
}

const sameWord = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function readItem(item: unknown, settings: Settings): Alert | Bilingual {
  const title = textAt(item, settings.title);
  if (!title)
    return { ja: `題名（${settings.title}）がありません`, en: `the title (${settings.title}) is missing` };
  const labels = texts(item, settings.labels);
  if (Object.keys(labels).length === 0)
    return { ja: '対応付けたラベルが一つもありません', en: 'none of the mapped labels is present' };
  const state = textAt(item, settings.state);
  const started = textAt(item, settings.startsAt);
  const startsAt = started ? instantOf(started) : undefined;
  if (started && !startsAt)
    return { ja: `時刻（${started}）を読み取れません`, en: `the time (${started}) cannot be read` };
  return {
    labels,
    annotations: texts(item, settings.annotations),
    state: settings.resolvedValues.some((value) => sameWord(value, state)) ? 'resolved' : 'firing',
    title,
    severity: textAt(item, settings.severity),
    url: textAt(item, settings.url),
    startsAt,
    expiresAt: undefined,
  };
}

function parse(body: string, raw: Readonly<Record<string, unknown>>): Parsed {
  const settings = genericSettings.parse(raw);
  let json: unknown;
  try {
    json = parseLossless(body);
  } catch (cause) {
    throw new Fault('malformed', {
      detail: { ja: 'JSON として読み取れません', en: 'The body is not valid JSON' },
      cause,
    });
  }
  const found = settings.list === '' ? json : readPath(json, settings.list);
  const items = Array.isArray(found) ? found : [found];
  const alerts: Alert[] = [];
  const rejected: Rejected[] = [];
  items.forEach((item: unknown, index) => {
    const read = readItem(item, settings);
    if ('labels' in read) alerts.push(read);
    else rejected.push({ index, reason: read });
  });
  return { alerts, rejected };
}

const setUp = (baseUrl: string, key: string): string => `curl -X POST ${baseUrl}/in/generic \\
  -H "Authorization: Bearer ${key}" -H "Content-Type: application/json" \\
  -d @alert.json`;

export const generic: SourceKind = {
  id: 'generic',
  name: { ja: '任意の JSON', en: 'Any JSON' },
  help: {
    ja: '受け取った見本から、どの値が題名・重大度・ラベルにあたるかを選びます。',
    en: 'Choose from a sample which value is the title, the severity and the labels.',
  },
  fields: [
    {
      name: 'list',
      kind: 'mapping',
      label: { ja: 'アラートの配列', en: 'List of alerts' },
      help: { ja: '本文が一件だけなら空のまま', en: 'Leave empty when the body is one alert' },
      required: false,
    },
    {
      name: 'title',
      kind: 'mapping',
      label: { ja: '題名', en: 'Title' },
      help: { ja: '一覧に出す一行', en: 'The line shown in lists' },
      required: true,
    },
    {
      name: 'severity',
      kind: 'mapping',
      label: { ja: '重大度', en: 'Severity' },
      help: { ja: '送信元の言葉のまま残ります', en: 'Kept in the sender’s own words' },
      required: false,
    },
    {
      name: 'state',
      kind: 'mapping',
      label: { ja: '状態', en: 'State' },
      help: {
        ja: '復旧を表す値なら復旧とみなします',
        en: 'Counts as resolved when it holds a resolved value',
      },
      required: false,
    },
    {
      name: 'url',
      kind: 'mapping',
      label: { ja: 'リンク', en: 'Link' },
      help: { ja: '送信元の画面', en: 'The sender’s own page' },
      required: false,
    },
    {
      name: 'startsAt',
      kind: 'mapping',
      label: { ja: '発生時刻', en: 'Start time' },
      help: { ja: 'RFC 3339 または UNIX 時刻', en: 'RFC 3339 or epoch time' },
      required: false,
    },
    {
      name: 'labels',
      kind: 'mapping',
      label: { ja: 'ラベル', en: 'Labels' },
      help: {
        ja: '同じラベルの組は同じシグナルにまとめます',
        en: 'Alerts with the same labels are one signal',
      },
      required: true,
    },
  ],
  settings: genericSettings,
  paths: ['/in/generic'],
  setUp,
  parse,
};
