export { STAGE_WORDS } from '../terms/words.ts';

import type { Bilingual } from '../../../kernel/language.ts';
import type { Missing } from './rules.ts';
import type {
  Absence,
  Difference,
  Moment,
  PARTY_KINDS,
  PUBLICATION,
  REPORT_PRECISIONS,
  STEP_OUTCOMES,
  SYSTEM_KINDS,
  TLP,
} from './schema.ts';

export const ABSENCE_WORDS: Readonly<Record<Absence, Bilingual>> = {
  notKnown: { ja: '不明', en: 'Not known' },
  notStated: { ja: '記載なし', en: 'Not stated' },
  withheld: { ja: '非公開', en: 'Withheld' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
};
export const MOMENT_WORDS: Readonly<Record<Moment, Bilingual>> = {
  occurred: { ja: '発生', en: 'Occurred' },
  noticed: { ja: '覚知', en: 'Noticed' },
  recognised: { ja: '障害と認識', en: 'Recognised as an incident' },
  judged: { ja: '報告対象と判断', en: 'Judged reportable' },
  restored: { ja: '復旧', en: 'Restored' },
};
export const PRECISION_WORDS: Readonly<Record<(typeof REPORT_PRECISIONS)[number], Bilingual>> = {
  second: { ja: '秒まで', en: 'To the second' },
  minute: { ja: '分まで', en: 'To the minute' },
  about: { ja: '頃', en: 'About' },
  hour: { ja: '時まで', en: 'To the hour' },
  day: { ja: '日まで', en: 'To the day' },
  month: { ja: '月まで', en: 'To the month' },
};
export const TLP_WORDS: Readonly<Record<(typeof TLP)[number], Bilingual>> = {
  red: { ja: 'TLP:RED（受領者のみ）', en: 'TLP:RED (recipients only)' },
  amberStrict: { ja: 'TLP:AMBER+STRICT（自組織のみ）', en: 'TLP:AMBER+STRICT (own organisation)' },
  amber: { ja: 'TLP:AMBER（自組織と関係先）', en: 'TLP:AMBER (organisation and its clients)' },
  green: { ja: 'TLP:GREEN（コミュニティ内）', en: 'TLP:GREEN (community)' },
  clear: { ja: 'TLP:CLEAR（制限なし）', en: 'TLP:CLEAR (no limit)' },
};
export const PUBLICATION_WORDS: Readonly<Record<(typeof PUBLICATION)[number], Bilingual>> = {
  published: { ja: '公表済み', en: 'Published' },
  planned: { ja: '公表予定', en: 'To be published' },
  notPlanned: { ja: '公表予定なし', en: 'Not to be published' },
};
export const STEP_OUTCOME_WORDS: Readonly<Record<(typeof STEP_OUTCOMES)[number], Bilingual>> = {
  effective: { ja: '効果あり', en: 'Effective' },
  partly: { ja: '一部効果あり', en: 'Partly effective' },
  none: { ja: '効果なし', en: 'No effect' },
  unknown: { ja: '不明', en: 'Unknown' },
};
export const PARTY_WORDS: Readonly<Record<(typeof PARTY_KINDS)[number], Bilingual>> = {
  operator: { ja: '事業者', en: 'Operator' },
  department: { ja: '部署', en: 'Department' },
  contractor: { ja: '委託先', en: 'Contractor' },
  supplier: { ja: '製品・サービスの提供元', en: 'Supplier' },
  group: { ja: 'グループ会社', en: 'Group company' },
  authority: { ja: '関係機関', en: 'Authority' },
  customer: { ja: '利用者', en: 'Customer' },
  attacker: { ja: '攻撃者', en: 'Attacker' },
  other: { ja: 'その他', en: 'Other' },
};
export const SYSTEM_WORDS: Readonly<Record<(typeof SYSTEM_KINDS)[number], Bilingual>> = {
  system: { ja: 'システム', en: 'System' },
  network: { ja: 'ネットワーク', en: 'Network' },
  platform: { ja: '基盤', en: 'Platform' },
  site: { ja: '拠点', en: 'Site' },
  artifact: { ja: 'データ・媒体', en: 'Data or media' },
  channel: { ja: '窓口・経路', en: 'Channel' },
};
export const MISSING_WORDS: Readonly<Record<Missing, Bilingual>> = {
  operator: { ja: '事業者名', en: 'Operator' },
  sector: { ja: '分野', en: 'Sector' },
  time: { ja: '発生または覚知の日時', en: 'Time it occurred or was noticed' },
  eventType: { ja: '事象の類型', en: 'Event type' },
};
export const DIFFERENCE_WORDS: Readonly<Record<Difference['kind'], Bilingual>> = {
  added: { ja: '追加', en: 'Added' },
  corrected: { ja: '訂正', en: 'Corrected' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
  lost: { ja: '消失', en: 'Left out' },
};
/** What each field of a report is called, by its path; entries of lists by the list. */
export const FIELD_WORDS = {
  operator: { ja: '事業者', en: 'Operator' },
  'operator.name': { ja: '事業者名', en: 'Operator' },
  'operator.department': { ja: '部署', en: 'Department' },
  contacts: { ja: '連絡担当者', en: 'Contacts' },
  sector: { ja: '重要インフラ分野', en: 'Sector' },
  designated: { ja: '特定社会基盤事業', en: 'Designated business' },
  title: { ja: '件名', en: 'Title' },
  outline: { ja: '事案の概要', en: 'Outline' },
  'times.occurred': { ja: '発生日時', en: 'Time occurred' },
  'times.noticed': { ja: '覚知日時', en: 'Time noticed' },
  'times.recognised': { ja: '障害と認識した日時', en: 'Time recognised' },
  'times.judged': { ja: '報告対象と判断した日時', en: 'Time judged reportable' },
  'times.restored': { ja: '復旧日時', en: 'Time restored' },
  eventType: { ja: '事象の類型', en: 'Event type' },
  causes: { ja: '原因の類型', en: 'Causes' },
  causeText: { ja: '原因の説明', en: 'Explanation of cause' },
  'effect.service': { ja: '重要インフラサービスへの影響', en: 'Effect on the service' },
  'effect.around': { ja: '周辺サービスへの影響', en: 'Effect on services around it' },
  'effect.users': { ja: '影響を受けた利用者数', en: 'Users affected' },
  'effect.machines': { ja: '影響を受けた機器の台数', en: 'Machines affected' },
  'effect.levelMissed': { ja: 'サービス維持レベルの逸脱', en: 'Service maintenance level missed' },
  'effect.sectors': { ja: '影響が及んだ他分野', en: 'Other sectors affected' },
  steps: { ja: '対応', en: 'Steps taken' },
  parties: { ja: '関係者', en: 'Parties' },
  systems: { ja: '関係するシステム', en: 'Systems' },
  measures: { ja: '再発防止策', en: 'Measures against recurrence' },
  publication: { ja: '公表の状況', en: 'Publication' },
  tlp: { ja: '情報共有範囲（TLP）', en: 'Sharing (TLP)' },
  surveyContact: { ja: '補完調査への協力', en: 'May be contacted for the survey' },
  remarks: { ja: '備考', en: 'Remarks' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type FieldPath = keyof typeof FIELD_WORDS;

/** What the field at a path is called, or the field it lies in. */
export const calledAt = (path: string): Bilingual | undefined =>
  Object.entries(FIELD_WORDS)
    .filter(([field]) => path === field || path.startsWith(`${field}.`))
    .reduce<readonly [string, Bilingual] | undefined>(
      (longest, each) => (longest && longest[0].length > each[0].length ? longest : each),
      undefined,
    )?.[1];
