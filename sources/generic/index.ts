import { z } from 'zod';
import type { Bilingual } from '../../kernel/language.ts';
import { timeZone } from '../../kernel/time.ts';
import { END_WORDS, isEndWord } from '../end-words.ts';
import { SILENCE_FIELD, silenceMinutes, silentAfter } from '../silence.ts';
import type { Alert, Parsed, Rejected, SetUpText, SourceKind } from '../source.ts';
import { readTime, remarksOnTimes } from '../times.ts';
import { missingAttributes } from './cloud-events.ts';
import type { Path } from './path.ts';
import { asText, readJson, unwrapped, valueAt } from './read-json.ts';

const path = z.string().trim().max(300);

/** Which part of a sender's JSON means what; made in the console by clicking into a sample. */
export const genericSettings = z.object({
  /** Where the list of alerts is; empty when the body is one alert or a plain array. */
  list: path.default(''),
  title: path.min(1),
  severity: path.default(''),
  state: path.default(''),
  /** Values of `state` that mean the alert is over. */
  resolvedValues: z
    .array(z.string().max(100))
    .max(200)
    .default([...END_WORDS]),
  url: path.default(''),
  startsAt: path.default(''),
  /** The zone of times that name none; empty: such a time is unknown. */
  timeZone: z.literal('').or(timeZone).default(''),
  silenceMinutes,
  /** Label name → path. Alerts with the same labels are the same signal. */
  labels: z
    .record(z.string().regex(/^[\p{L}_][\p{L}\p{N}_.-]*$/u), path.min(1))
    .refine((labels) => Object.keys(labels).length > 0),
  annotations: z.record(z.string(), path.min(1)).default({}),
});
type Settings = z.infer<typeof genericSettings>;

const textAt = (item: unknown, where: Path): string =>
  where === '' ? '' : (asText(valueAt(item, where)) ?? '');

function texts(item: unknown, paths: Readonly<Record<string, Path>>): Record<string, string> {
  const found = Object.entries(paths).map(([name, where]) => [name, textAt(item, where)] as const);
  return Object.fromEntries(found.filter(([, text]) => text !== ''));
}

/** What tells it apart: its labels, else its title; what it is called: its title, else its labels. */
function namesOf(
  item: unknown,
  settings: Settings,
): { title: string; labels: Record<string, string>; remarks: Bilingual[] } | Bilingual {
  const given = textAt(item, settings.title);
  const found = texts(item, settings.labels);
  const names = Object.values(found);
  if (given && names.length > 0) return { title: given, labels: found, remarks: [] };
  if (given)
    return {
      title: given,
      labels: { title: given },
      remarks: [
        {
          ja: '対応付けたラベルがないため、件名で識別します',
          en: 'None of the mapped labels is present, so its title identifies it',
        },
      ],
    };
  if (names.length > 0)
    return {
      title: names.join(' '),
      labels: found,
      remarks: [
        {
          ja: `件名（${settings.title}）がないため、ラベルを件名にしました`,
          en: `The title (${settings.title}) is missing. Its labels are used instead`,
        },
      ],
    };
  return {
    ja: `件名（${settings.title}）も対応付けたラベルもないため、アラートを識別できません`,
    en: `The title (${settings.title}) and all mapped labels are missing, so the alert cannot be identified`,
  };
}

function readItem(item: unknown, settings: Settings, now: Temporal.Instant): Alert | Bilingual {
  const names = namesOf(item, settings);
  if (!('labels' in names)) return names;
  const state = textAt(item, settings.state);
  const started = readTime(textAt(item, settings.startsAt), settings.timeZone);
  const over = isEndWord(state, settings.resolvedValues, settings.state);
  const remarks = [
    ...names.remarks,
    ...missingAttributes(item),
    ...(started.remark ? [started.remark] : []),
    ...remarksOnTimes(started.time, undefined, now),
  ];
  return {
    labels: names.labels,
    annotations: texts(item, settings.annotations),
    state: over ? 'resolved' : 'firing',
    title: names.title,
    severity: textAt(item, settings.severity),
    url: textAt(item, settings.url),
    startsAt: started.time,
    expiresAt: over ? undefined : silentAfter(settings, now),
    ...(remarks.length > 0 && { remarks }),
  };
}

function parse(body: string, raw: Readonly<Record<string, unknown>>, now: Temporal.Instant): Parsed {
  const settings = genericSettings.parse(raw);
  const json = readJson(body);
  const found = unwrapped(settings.list === '' ? json : valueAt(json, settings.list));
  const items = Array.isArray(found) ? found : [found];
  const alerts: Alert[] = [];
  const rejected: Rejected[] = [];
  items.forEach((item: unknown, index) => {
    const read = readItem(item, settings, now);
    if ('labels' in read) alerts.push(read);
    else rejected.push({ index, reason: read });
  });
  return { alerts, rejected };
}

const setUp = (baseUrl: string, key: string): SetUpText[] => [
  {
    title: { ja: 'ファイルの送信（curl）', en: 'Send a file (curl)' },
    text: `curl -X POST ${baseUrl}/in/generic \\
  -H "Authorization: Bearer ${key}" -H "Content-Type: application/json" \\
  -d @alert.json`,
  },
];

export const generic: SourceKind = {
  id: 'generic',
  name: { ja: '任意のJSON', en: 'Any JSON' },
  help: {
    ja: '受信したサンプルから、件名・深刻度・ラベルに対応する値を選択します。',
    en: 'Choose the title, severity and labels from a sample.',
  },
  fields: [
    {
      name: 'list',
      kind: 'mapping',
      label: { ja: 'アラートの配列', en: 'List of alerts' },
      help: { ja: '本文が1件のみの場合は空欄', en: 'Leave empty if the body is a single alert' },
      required: false,
    },
    {
      name: 'title',
      kind: 'mapping',
      label: { ja: '件名', en: 'Title' },
      help: { ja: '一覧に表示する1行', en: 'Shown in lists' },
      required: true,
    },
    {
      name: 'severity',
      kind: 'mapping',
      label: { ja: '深刻度', en: 'Severity' },
      help: { ja: '送信元の表記のまま保存されます', en: 'Kept as the sender wrote it' },
      required: false,
    },
    {
      name: 'state',
      kind: 'mapping',
      label: { ja: '状態', en: 'State' },
      help: {
        ja: '復旧を表す値の場合、復旧とみなします',
        en: 'Counts as resolved when it has a resolved value',
      },
      required: false,
    },
    {
      name: 'resolvedValues',
      kind: 'words',
      label: { ja: '復旧を表す値', en: 'Resolved values' },
      help: {
        ja: '「状態」がいずれかの値と一致すると復旧とみなします。全角・半角、大文字・小文字は区別しません',
        en: 'When the state is one of these, the alarm counts as resolved. Width and case are ignored',
      },
      required: false,
      initial: END_WORDS,
    },
    {
      name: 'url',
      kind: 'mapping',
      label: { ja: 'リンク', en: 'Link' },
      help: { ja: '送信元の画面', en: 'Page at the sender' },
      required: false,
    },
    {
      name: 'startsAt',
      kind: 'mapping',
      label: { ja: '発生時刻', en: 'Start time' },
      help: { ja: '日時またはUNIX時刻', en: 'A date and time, or epoch time' },
      required: false,
    },
    {
      name: 'timeZone',
      kind: 'text',
      label: { ja: '時差情報のない時刻のタイムゾーン', en: 'Time zone for times without one' },
      help: {
        ja: 'Asia/Tokyoなど。空欄の場合、時差情報のない時刻は不明となります',
        en: 'Such as Asia/Tokyo. If empty, such times are unknown',
      },
      required: false,
    },
    SILENCE_FIELD,
    {
      name: 'labels',
      kind: 'mapping',
      label: { ja: 'ラベル', en: 'Labels' },
      help: {
        ja: 'ラベルの組が同じアラートは、同じシグナルに集約されます',
        en: 'Alerts with the same labels form one signal',
      },
      required: true,
    },
  ],
  settings: genericSettings,
  paths: ['/in/generic'],
  setUp,
  parse,
};
