import type { Bilingual } from '../../kernel/language.ts';
import { facts as detect } from '../detect/facts.ts';
import { FACTS } from '../facts.ts';
import { facts as learn } from '../learn/facts.ts';
import { facts as prepare } from '../prepare/facts.ts';
import { facts as respond } from '../respond/facts.ts';
import { facts as sending } from '../sending/facts.ts';
import { facts as survey } from '../survey/facts.ts';

type Kind = keyof typeof FACTS;
type Group = Kind extends `${infer G}.${string}` ? G : never;

/** What the audit log is narrowed down to: the things that facts are about. One without words does not compile. */
export const GROUP_WORDS = {
  page: { ja: '呼び出し', en: 'Pages' },
  incident: { ja: 'インシデント', en: 'Incidents' },
  timeline: { ja: '時系列', en: 'Timeline' },
  signal: { ja: 'シグナル', en: 'Signals' },
  heartbeat: { ja: '死活監視', en: 'Heartbeats' },
  source: { ja: '受信元', en: 'Sources' },
  rule: { ja: '宣言ルール', en: 'Rules' },
  storm: { ja: 'アラームの集中', en: 'Alarm storms' },
  brake: { ja: 'アラーム集中の基準', en: 'Storm threshold' },
  headquarters: { ja: '対策本部', en: 'Headquarters' },
  decision: { ja: '決定', en: 'Decisions' },
  brief: { ja: '経営層への報告', en: 'Executive briefs' },
  role: { ja: '役割', en: 'Roles' },
  task: { ja: 'タスク', en: 'Tasks' },
  sweep: { ja: '一斉点検', en: 'Sweeps' },
  change: { ja: '緊急変更', en: 'Emergency changes' },
  hypothesis: { ja: '仮説', en: 'Hypotheses' },
  evidence: { ja: '証拠', en: 'Evidence' },
  recovery: { ja: '復旧状況', en: 'Recovery' },
  report: { ja: '届出・報告', en: 'Reports' },
  regime: { ja: '報告先', en: 'Report recipients' },
  statement: { ja: '発表文', en: 'Statements' },
  withheld: { ja: '公表しない事項', en: 'Withheld information' },
  inquiry: { ja: '問い合わせ', en: 'Inquiries' },
  individuals: { ja: '個別通知', en: 'Individual notices' },
  notice: { ja: '通知・依頼の送信', en: 'Notices and requests' },
  request: { ja: '社外への依頼', en: 'Requests to external parties' },
  joint: { ja: '他組織との共同記録', en: 'Shared records' },
  status: { ja: '状況ページ', en: 'Status page' },
  case: { ja: '事例', en: 'Cases' },
  improvement: { ja: '改善策', en: 'Improvements' },
  'own-report': { ja: '情報連絡', en: 'Information reports' },
  survey: { ja: '調査', en: 'Survey' },
  exchange: { ja: 'パッケージ署名用の鍵', en: 'Package signing key' },
  peer: { ja: '交換相手', en: 'Exchange partners' },
  package: { ja: 'パッケージの交換', en: 'Package exchange' },
  asset: { ja: 'システム台帳', en: 'Systems register' },
  register: { ja: 'そのほかの台帳', en: 'Other registers' },
  plan: { ja: '対応計画', en: 'Plans' },
  pack: { ja: '持ち出しパック', en: 'Grab-and-go pack' },
  'headquarters-time': { ja: '本部設置所要時間', en: 'Time to headquarters' },
  duty: { ja: '呼び出し順', en: 'On-call order' },
  swap: { ja: '当番の交代', en: 'Shift swaps' },
  'calendar-feed': { ja: 'カレンダー購読', en: 'Calendar subscriptions' },
  'call-run': { ja: '電話連絡の記録', en: 'Phone call log' },
  contact: { ja: '連絡手段', en: 'Contact routes' },
  confirmation: { ja: '確認の依頼', en: 'Confirmations' },
  person: { ja: '利用者', en: 'People' },
  account: { ja: 'サインイン方法', en: 'Sign-in methods' },
  session: { ja: 'セッション', en: 'Sessions' },
  key: { ja: 'APIキー', en: 'API keys' },
  'break-glass': { ja: '非常用アカウント', en: 'Break-glass account' },
  organisation: { ja: '組織', en: 'Organisation' },
  unit: { ja: '部署', en: 'Departments' },
  channel: { ja: '通知手段', en: 'Channels' },
  watch: { ja: '外部監視', en: 'External watchdog' },
  proof: { ja: '監査記録の証明', en: 'Audit log proofs' },
  pages: { ja: '復元時の取り消し', en: 'Dropped after a restore' },
} as const satisfies Readonly<Record<Group, Bilingual>>;

/** The parts of the product an act belongs to, in their order. */
const AREAS = [
  { name: { ja: '備え', en: 'Prepare' }, facts: prepare },
  { name: { ja: '検知', en: 'Detect' }, facts: detect },
  { name: { ja: '対応', en: 'Respond' }, facts: respond },
  { name: { ja: '学び', en: 'Learn' }, facts: learn },
  { name: { ja: '調査・公表', en: 'Survey' }, facts: survey },
  { name: { ja: '通知', en: 'Sending' }, facts: sending },
] as const satisfies readonly { name: Bilingual; facts: object }[];
const ELSEWHERE: Bilingual = { ja: 'そのほか', en: 'Other' };

export const areaOf = (kind: string): Bilingual =>
  AREAS.find(({ facts }) => Object.hasOwn(facts, kind))?.name ?? ELSEWHERE;

interface ActGroup {
  readonly area: Bilingual;
  readonly name: Bilingual;
  /** How the kinds of its acts begin. */
  readonly begins: string;
  readonly acts: readonly { readonly kind: string; readonly name: Bilingual }[];
}

/** Every kind of act by area and thing, in the order of the loop. */
export const ACT_GROUPS: readonly ActGroup[] = AREAS.flatMap(({ name: area, facts }) => {
  const kinds = Object.keys(facts) as (keyof typeof FACTS)[];
  return [...Map.groupBy(kinds, (kind) => kind.slice(0, kind.indexOf('.')) as Group)].map(([group, own]) => ({
    area,
    name: GROUP_WORDS[group],
    begins: `${group}.`,
    acts: own.map((kind) => ({ kind, name: FACTS[kind].name })),
  }));
});

/** In place of what a thing was called that is there no more. */
export const GONE: Bilingual = { ja: '（削除済み）', en: '(removed)' };

/** Columns of the audit log as a file, in their order. */
export const COLUMN_WORDS = {
  seq: { ja: '番号', en: 'Number' },
  recordedAt: { ja: '記録日時（{zone}）', en: 'Recorded ({zone})' },
  at: { ja: '発生日時（{zone}）', en: 'Happened ({zone})' },
  area: { ja: '分野', en: 'Area' },
  act: { ja: '行為', en: 'Act' },
  who: { ja: '実行者', en: 'Person' },
  incident: { ja: 'インシデント', en: 'Incident' },
  content: { ja: '内容', en: 'Content' },
} as const satisfies Record<string, Bilingual>;
