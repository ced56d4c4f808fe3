import type { Certainty } from '../../../kernel/certainty.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import type { ArrowNature, BoxKind, BoxState, LabelKind } from '../../../report/figure/schema.ts';
import { OUTCOME_WORDS as ENTRY_OUTCOME_WORDS } from '../../respond/timeline/words.ts';
import type { ClaimSection, DISCLOSURES, OUTCOMES, RESOURCE_NEEDS, Theme } from './schema.ts';

export const SECTION_WORDS: Readonly<Record<ClaimSection | 'lessons', Bilingual>> = {
  background: { ja: '背景', en: 'Background' },
  detection: { ja: '検知', en: 'Detection' },
  response: { ja: '対処', en: 'Response' },
  cause: { ja: '原因', en: 'Cause' },
  measures: { ja: '再発に備えた対策', en: 'Measures against recurrence' },
  lessons: { ja: '気付き・教訓', en: 'Insights and lessons' },
};

/** What stands over facts that are listed under a claim, by how surely each is a cause of it. */
export const FACTOR_WORDS: Readonly<Record<Certainty, Bilingual>> = {
  confirmed: { ja: '要因', en: 'Contributing factors' },
  presumed: { ja: '要因と推定される事柄', en: 'Presumed factors' },
  likely: { ja: '要因である可能性が高い事柄', en: 'Likely factors' },
  possible: { ja: '要因として考えられる事柄', en: 'Possible factors' },
  unknown: { ja: '関連が不明な事柄', en: 'Facts whose part in it is unclear' },
};

export const MEASURE_WORDS: Readonly<Record<'done' | 'planned' | 'considered', Bilingual>> = {
  done: { ja: '実施済み', en: 'done' },
  planned: { ja: '予定', en: 'planned' },
  considered: { ja: '検討中', en: 'under consideration' },
};

export const NEED_WORDS: Readonly<Record<(typeof RESOURCE_NEEDS)[number], Bilingual>> = {
  low: { ja: '少ない', en: 'low' },
  mid: { ja: '中程度', en: 'medium' },
  high: { ja: '多い', en: 'high' },
};

export const DISCLOSURE_WORDS: Readonly<Record<(typeof DISCLOSURES)[number], Bilingual>> = {
  publish: { ja: '公開する', en: 'publish' },
  generalise: { ja: '一般化して公開', en: 'generalise' },
  withhold: { ja: '公開しない', en: 'withhold' },
};

export const OUTCOME_WORDS: Readonly<Record<(typeof OUTCOMES)[number], Bilingual>> = {
  ...ENTRY_OUTCOME_WORDS,
  notStated: { ja: '効果の記載なし', en: 'effect not stated' },
  withheld: { ja: '効果は非公開', en: 'effect withheld' },
};

export const THEME_WORDS: Readonly<Record<Theme, Bilingual>> = {
  assets: { ja: '資産管理', en: 'asset management' },
  backups: { ja: 'バックアップ', en: 'backups' },
  contacts: { ja: '連絡体制', en: 'contact lists' },
  contractors: { ja: '委託先', en: 'contractors' },
  development: { ja: '開発', en: 'development' },
  drills: { ja: '訓練', en: 'drills' },
  experts: { ja: '専門家', en: 'experts' },
  improvement: { ja: '継続的な改善', en: 'improvement' },
  load: { ja: '負荷の分散', en: 'load levelling' },
  media: { ja: '外部媒体', en: 'external media' },
  precursors: { ja: '前兆', en: 'precursors' },
  procedures: { ja: '手順・基準', en: 'procedures' },
  reporting: { ja: '報告', en: 'reporting' },
  resources: { ja: '限られた資源', en: 'limited resources' },
  sharing: { ja: '情報共有', en: 'sharing' },
  specifications: { ja: '仕様', en: 'specifications' },
  suppliers: { ja: '供給元', en: 'suppliers' },
  triage: { ja: '優先順位', en: 'triage' },
  vulnerabilities: { ja: '脆弱性', en: 'vulnerabilities' },
};

export const REPORT_WORDS = {
  title: { ja: '重要サービスの障害　事例報告', en: 'Incidents of critical services: case report' },
  about: { ja: 'この報告について', en: 'About this report' },
  purpose: {
    ja: '重要インフラ事業者が経験した障害を、検知、対処、原因、教訓の順に振り返り、ほかの事業者の備えに役立つよう取りまとめたものです。指標の数値だけでは把握できない現場の実態を補うことを目的としています。',
    en: 'Incidents at operators of critical services, from detection through response and cause to lessons, for others to learn from. They show what statistics alone cannot.',
  },
  reading: { ja: '読み方', en: 'How to read it' },
  readingPages: {
    ja: '1件は2ページです。1ページ目に要約と図、2ページ目に六つの節（背景・検知・対処・原因・再発に備えた対策・気付き・教訓）を置きます。',
    en: 'Each case takes two pages: summary and figure on the first; on the second six sections, from background to lessons.',
  },
  readingFigure: {
    ja: '図の「事象」は発生したこと、「対処」は実施したことで、番号はそれぞれ発生順です。番号のない線は、平常時の関係や接続を表します。「＊」は、資料に明記がなく、推定して描いた枠または線です。',
    en: 'In the figures an event is what happened, a response what was done; each series is numbered in its order. Lines without a number are standing relations. ＊ marks a box or line that no source states and that was inferred.',
  },
  readingCertainty: {
    ja: '点線の下線は、確定していない語句を示します。確かさの程度（不明、可能性あり、可能性が高い、推定）は、語句の中、または直後の印に示します。下線のない語句は、確認された事実です。',
    en: 'A dotted underline marks uncertain wording. Its degree (unclear, possible, likely or presumed) is in the words themselves or in a tag after them. Text without an underline was confirmed.',
  },
  readingNames: {
    ja: '事業者、分野、場所、製品の名称は記載しません。役割の呼称は、各事例の中でのみ同一の対象を指します。',
    en: 'Operators, sectors, places and products are not named. A role name means the same party within one case only.',
  },
  olderEdition: {
    ja: '事例の分類は、原因の分類の第{edition}版による。このうち{count}件は以前の版で分類されたもので、「システムの不具合」には、委託先の障害、操作の誤りなど、攻撃以外の原因を含む。',
    en: 'Cases are grouped by edition {edition} of the cause groups. {count} of them were grouped by an earlier edition, in which “system defect” also covers supplier failures, operational errors and every other cause that is not an attack.',
  },
  selection: { ja: '事例の選定', en: 'How the cases were selected' },
  fiscalYear: { ja: '年度', en: 'Fiscal year' },
  yearValue: { ja: '{year}年度', en: '{year}' },
  plan: { ja: '計画', en: 'Plan' },
  date: { ja: '作成日', en: 'Date' },
  contents: { ja: '目次', en: 'Contents' },
  index: { ja: '教訓の索引', en: 'Index of lessons' },
  otherTheme: { ja: 'その他', en: 'Other' },
  draft: { ja: '下書き', en: 'Draft' },
  internal: { ja: '内部用', en: 'Internal' },
  publicWording: { ja: '公開時の文：{text}', en: 'Published as: {text}' },
  continued: { ja: '（続き）', en: ' (continued)' },
  summary: { ja: '要約', en: 'Summary' },
  overview: { ja: '事例の一覧', en: 'The cases at a glance' },
  outline: { ja: '事例の概要', en: 'Outline of the case' },
  mainLessons: { ja: '主な気付き・教訓', en: 'Main insights and lessons' },
  case: { ja: '事例', en: 'Case' },
  figureList: { ja: '図の事象と対処', en: 'Events and responses of the figure' },
  glossary: { ja: '用語', en: 'Glossary' },
  figureOf: { ja: '関係図', en: 'relation figure' },
} as const satisfies Record<string, Bilingual>;

/** Terms a reader of the report meets; the house's own glossary decides the words. */
export const REPORT_GLOSSARY: readonly { readonly term: Bilingual; readonly meaning: Bilingual }[] = [
  {
    term: { ja: '重要インフラ事業者', en: 'Critical service operator' },
    meaning: {
      ja: '停止した場合に国民生活や経済活動に大きな影響を及ぼすサービスを提供する組織。',
      en: 'An organisation whose service daily life and the economy depend on.',
    },
  },
  {
    term: { ja: '情報連絡', en: 'Information report' },
    meaning: {
      ja: '障害やその兆候について、事業者が所管の機関を通じて行う報告。',
      en: 'A report on a failure or its signs that an operator submits through its competent authority.',
    },
  },
  {
    term: { ja: 'サービスの障害', en: 'Service failure' },
    meaning: {
      ja: 'サービスが停止し、遅延し、または求められる水準を下回ること。',
      en: 'A service stops, is delayed, or falls below its required level.',
    },
  },
  {
    term: { ja: '現地調査', en: 'Field survey' },
    meaning: {
      ja: '事業者の協力を得て行う聞き取りなどの調査。',
      en: 'Hearings and the like, held with the operator’s cooperation.',
    },
  },
  {
    term: { ja: 'CSIRT', en: 'CSIRT' },
    meaning: {
      ja: '組織の中でインシデントへの対応を担うチーム。',
      en: 'The team that handles incidents in an organisation.',
    },
  },
  {
    term: { ja: '対策本部', en: 'Response headquarters' },
    meaning: {
      ja: '重大な障害の際に経営層の下に設置され、方針を決定して指揮する組織。',
      en: 'The body under management that decides and commands in a serious incident.',
    },
  },
  {
    term: { ja: 'トリアージ', en: 'Triage' },
    meaning: {
      ja: '影響の大きさに応じて、対応の優先順位を決めること。',
      en: 'Deciding by impact what to handle first.',
    },
  },
  {
    term: { ja: 'BCP', en: 'BCP' },
    meaning: {
      ja: '事業を継続し、または早期に復旧するための計画。',
      en: 'The plan for keeping the business running or restoring it quickly.',
    },
  },
  {
    term: { ja: 'IoC', en: 'IoC' },
    meaning: {
      ja: '攻撃を受けたことを示す痕跡。通信先のアドレスやファイルのハッシュ値など。',
      en: 'Indicator of compromise: a trace of an attack, such as an address or a file’s hash.',
    },
  },
  {
    term: { ja: 'SAN', en: 'SAN' },
    meaning: {
      ja: '1枚の証明書の対象となる別名（サブドメインなど）を記載する欄。',
      en: 'Subject alternative name: a further name, such as a subdomain, that one certificate covers.',
    },
  },
];

export const BOX_WORDS: Readonly<Record<BoxKind, Bilingual>> = {
  operator: { ja: '事業者', en: 'Operator' },
  organisation: { ja: '外部の組織', en: 'Other organisation' },
  executives: { ja: '経営層', en: 'Management' },
  department: { ja: '部門', en: 'Department' },
  group: { ja: '会議体・チーム', en: 'Body or team' },
  system: { ja: 'システム・機器', en: 'System or device' },
  network: { ja: 'ネットワーク', en: 'Network' },
  platform: { ja: '基盤・サイト', en: 'Platform' },
  site: { ja: '拠点', en: 'Site' },
  artifact: { ja: 'データ・文書', en: 'Data or document' },
  channel: { ja: '発信手段', en: 'Channel' },
  actor: { ja: '利用者など', en: 'User or other person' },
  attacker: { ja: '攻撃者', en: 'Attacker' },
};

export const NATURE_WORDS: Readonly<Record<ArrowNature, Bilingual>> = {
  report: { ja: '報告・連絡', en: 'Report' },
  act: { ja: '対処', en: 'Action' },
  link: { ja: '接続・構成', en: 'Connection' },
  attack: { ja: '攻撃', en: 'Attack' },
  knockOn: { ja: '障害の波及', en: 'Knock-on failure' },
  use: { ja: '利用', en: 'Use' },
  supply: { ja: '提供', en: 'Supply' },
  contract: { ja: '契約・委託', en: 'Contract' },
};

export const BOX_STATE_WORDS: Readonly<Record<BoxState, Bilingual>> = {
  failed: { ja: '停止・故障', en: 'Failed' },
  attacked: { ja: '被害', en: 'Attacked' },
  cut: { ja: '切り離し', en: 'Cut off' },
  restored: { ja: '復旧', en: 'Restored' },
};

export const LABEL_WORDS: Readonly<Record<LabelKind, Bilingual>> = {
  event: { ja: '事象', en: 'Event' },
  response: { ja: '対処', en: 'Response' },
  background: { ja: '背景', en: 'Background' },
  relation: { ja: '関係', en: 'Relation' },
};
