import type { Bilingual } from '../../../kernel/language.ts';
import { CAUSES } from '../calling/schema.ts';
import { CAUSE_WORDS } from '../calling/words.ts';
import type { FieldWords, ValueWords } from '../registers/schema.ts';
import {
  type AUDIENCES,
  type BODIES,
  type ON_TIMEOUT,
  type Plan,
  SITUATIONS,
  type Situation,
} from './schema.ts';

export const SITUATION_WORDS: Readonly<Record<Situation, Bilingual>> = {
  ransomware: { ja: 'ランサムウェア', en: 'Ransomware' },
  ddos: { ja: 'DDoS攻撃', en: 'DDoS attack' },
  dataLeak: { ja: '情報漏えい', en: 'Data leak' },
  supplierFault: { ja: '供給元の不具合', en: 'Fault of a supplier' },
  certificate: { ja: '証明書', en: 'Certificate' },
  overload: { ja: '過負荷', en: 'Overload' },
  network: { ja: 'ネットワーク障害', en: 'Network fault' },
  other: { ja: 'その他', en: 'Other' },
};

/** To whom something is said. */
export const AUDIENCE_WORDS: Readonly<Record<(typeof AUDIENCES)[number], Bilingual>> = {
  customers: { ja: '利用者', en: 'Customers' },
  public: { ja: '一般', en: 'Public' },
  media: { ja: '報道機関', en: 'Media' },
  staff: { ja: '職員', en: 'Staff' },
  group: { ja: 'グループ会社', en: 'Group companies' },
  authorities: { ja: '官公庁', en: 'Authorities' },
};

export const BODY_WORDS: Readonly<Record<(typeof BODIES)[number], Bilingual>> = {
  responseMeeting: { ja: '対応会議', en: 'Response meeting' },
  headquarters: { ja: '対策本部', en: 'Headquarters' },
};

export const ON_TIMEOUT_WORDS: Readonly<Record<(typeof ON_TIMEOUT)[number], Bilingual>> = {
  escalate: { ja: '上位者へ報告', en: 'Escalate' },
  askVendor: { ja: '委託先・供給元への問い合わせ', en: 'Ask the vendor' },
  convene: { ja: '会議体の招集', en: 'Convene' },
  goOn: { ja: '次の手順へ進む', en: 'Continue' },
};

export type InputKind =
  | { readonly type: 'number'; readonly least: number; readonly most: number }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'yesNo' };

export type Input = InputKind & { readonly name: Bilingual };

/** Everything a criterion can ask about; what is estimated anew is asked anew. */
export const INPUTS = {
  severity: { type: 'number', least: 0, most: 4, name: { ja: '深刻度（0〜4）', en: 'Severity (0–4)' } },
  situation: { type: 'choice', values: SITUATIONS, name: { ja: '事態', en: 'Situation' } },
  cause: {
    type: 'choice',
    values: CAUSES,
    name: { ja: '原因の種別', en: 'Kind of cause' },
  },
  outageMinutes: {
    type: 'number',
    least: 0,
    most: 100_000,
    name: { ja: '停止後の経過時間（分）', en: 'Outage so far (minutes)' },
  },
  expectedOutageMinutes: {
    type: 'number',
    least: 0,
    most: 100_000,
    name: { ja: '停止時間の見込み（分）', en: 'Expected outage (minutes)' },
  },
  criticalServicesStopped: {
    type: 'number',
    least: 0,
    most: 1_000,
    name: { ja: '停止した重要サービスの数', en: 'Critical services stopped' },
  },
  servicesDegraded: {
    type: 'number',
    least: 0,
    most: 1_000,
    name: { ja: '影響を受けたサービスの数', en: 'Services degraded' },
  },
  machinesAffected: {
    type: 'number',
    least: 0,
    most: 1_000_000,
    name: { ja: '影響を受けた端末・サーバーの数', en: 'Machines affected' },
  },
  sitesAffected: {
    type: 'number',
    least: 0,
    most: 10_000,
    name: { ja: '影響を受けた拠点の数', en: 'Sites affected' },
  },
  personsAffected: {
    type: 'number',
    least: 0,
    most: 200_000_000,
    name: { ja: '影響を受けた人の数', en: 'People affected' },
  },
  personalData: {
    type: 'choice',
    values: ['none', 'possible', 'confirmed'],
    name: { ja: '個人データの漏えい', en: 'Leak of personal data' },
  },
  spreading: { type: 'yesNo', name: { ja: '影響の拡大', en: 'Still spreading' } },
  outsideAffected: { type: 'yesNo', name: { ja: '社外への影響', en: 'External parties affected' } },
  safetyAtRisk: { type: 'yesNo', name: { ja: '人命・安全への影響', en: 'Safety at risk' } },
} as const satisfies Record<string, Input>;

/** Values of the inputs as people say them. A leak of personal data has words of its own in law: おそれ is one of them. */
export const INPUT_VALUES = {
  ...SITUATION_WORDS,
  ...CAUSE_WORDS,
  none: { ja: 'なし', en: 'none' },
  possible: { ja: 'おそれあり', en: 'possible' },
  confirmed: { ja: '確認済み', en: 'confirmed' },
  true: { ja: 'はい', en: 'yes' },
  false: { ja: 'いいえ', en: 'no' },
} as const satisfies Readonly<
  Record<ChoiceOf<(typeof INPUTS)[keyof typeof INPUTS]> | 'true' | 'false', Bilingual>
>;
type ChoiceOf<I> = I extends { readonly type: 'choice'; readonly values: readonly (infer V)[] } ? V : never;

/** The words of a value, or undefined where it is a number or nobody's. */
export const inputValueWords = (value: unknown): Bilingual | undefined =>
  Object.hasOwn(INPUT_VALUES, String(value))
    ? INPUT_VALUES[String(value) as keyof typeof INPUT_VALUES]
    : undefined;

export type InputName = keyof typeof INPUTS;
export const INPUT_NAMES = Object.keys(INPUTS) as InputName[];
export const isInputName = (text: string): text is InputName => Object.hasOwn(INPUTS, text);
export const inputOf = (input: InputName): Input => INPUTS[input];

/** What a template can take from the record without asking anybody. */
export const RECORD_FIELDS = {
  organisation: { ja: '組織名', en: 'Organisation' },
  title: { ja: '件名', en: 'Title' },
  number: { ja: 'インシデント番号', en: 'Incident number' },
  severity: { ja: '深刻度', en: 'Severity' },
  declaredAt: { ja: '宣言した日時', en: 'Declared at' },
  now: { ja: '現在の日時', en: 'Now' },
  sender: { ja: '作成者', en: 'Writer' },
  detection: { ja: '検知の経緯', en: 'How it was detected' },
  latest: { ja: '直近の記録', en: 'Latest entry' },
} as const satisfies Record<string, Bilingual>;
export type RecordField = keyof typeof RECORD_FIELDS;

export const PLAN_FIELDS = {
  situation: { ja: '事態', en: 'Situation' },
  summary: { ja: '概要', en: 'Summary' },
  origin: { ja: '根拠となった事例', en: 'Based on' },
  activation: { ja: '適用条件', en: 'Applies when' },
  acknowledgements: { ja: '必要な応答の数', en: 'Answers needed' },
  roles: { ja: '役割', en: 'Roles' },
  personId: { ja: '担当者', en: 'Person' },
  roster: { ja: '当番シフト表', en: 'Roster' },
  deputyIds: { ja: '代理', en: 'Deputies' },
  apartFrom: { ja: '兼務できない役割', en: 'Cannot be combined with' },
  levels: { ja: '段階', en: 'Levels' },
  level: { ja: '段階', en: 'Level' },
  when: { ja: '条件', en: 'When' },
  convene: { ja: '招集する会議体', en: 'Convenes' },
  bodies: { ja: '会議体', en: 'Bodies' },
  kind: { ja: '種類', en: 'Kind' },
  chair: { ja: '長を務める役割', en: 'Chaired by' },
  members: { ja: '担当者', en: 'Members' },
  place: { ja: '場所・会議の接続先', en: 'Place or bridge' },
  targetMinutes: { ja: '設置の目標時間（分）', en: 'Set up within (min)' },
  steps: { ja: '手順', en: 'Steps' },
  text: { ja: '内容', en: 'Details' },
  role: { ja: '担当', en: 'Owner' },
  deputy: { ja: '代理', en: 'Deputy' },
  limitMinutes: { ja: '制限時間（分、0はなし）', en: 'Time limit (min, 0 for none)' },
  onTimeout: { ja: '時間切れのとき', en: 'When time runs out' },
  reports: { ja: '報告', en: 'Reports' },
  to: { ja: '宛先', en: 'To' },
  withinMinutes: { ja: '検知からの期限（分）', en: 'Due after detection (min)' },
  template: { ja: 'ひな形', en: 'Template' },
  templates: { ja: 'ひな形', en: 'Templates' },
  subject: { ja: '件名', en: 'Subject' },
  audiences: { ja: '発信先', en: 'Audiences' },
  audience: { ja: '発信先', en: 'Audience' },
  tell: { ja: '公表する事項', en: 'Disclose' },
  withhold: { ja: '公表しない事項', en: 'Withhold' },
  channel: { ja: '発信手段', en: 'Outlets' },
  approver: { ja: '文面を承認する役割', en: 'Text approved by' },
  samples: { ja: '試行例', en: 'Samples' },
  inputs: { ja: '値', en: 'Inputs' },
  input: { ja: '項目', en: 'Input' },
  value: { ja: '値', en: 'Value' },
  activates: { ja: 'この計画の適用', en: 'Applies this plan' },
} as const satisfies FieldWords<Plan>;

export const PLAN_VALUES = {
  ...SITUATION_WORDS,
  ...BODY_WORDS,
  ...ON_TIMEOUT_WORDS,
  ...AUDIENCE_WORDS,
} as const satisfies ValueWords<Plan>;

type Say = (text: Bilingual) => string;

/** What a plan's criteria ask for, by name. */
export const inputName = (input: string, say: Say): string =>
  isInputName(input) ? say(INPUTS[input].name) : input;

/** What was answered or estimated, in words; a dash where it was taken back. */
export function inputValue(value: unknown, say: Say): string {
  if (value === null) return '—';
  const known = inputValueWords(value);
  return known ? say(known) : String(value);
}
