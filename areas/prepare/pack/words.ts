import type { Bilingual } from '../../../kernel/language.ts';
import type { Band } from '../calendars/schema.ts';
import type { Cause } from '../calling/schema.ts';

/** Words of the pack, side by side. */
export const PACK = {
  title: { ja: '持ち出しパック', en: 'Grab-and-go pack' },
  dated: { ja: '第{version}版 · {at} 作成', en: 'Version {version} · created {at}' },
  expires: {
    ja: '{on}を過ぎた場合は使用せず、新しい版を入手してください',
    en: 'Do not use after {on}. Get a new version',
  },
  contents: { ja: '内容', en: 'Contents' },
  duty: { ja: '現在の当番', en: 'On call' },
  dutyNote: {
    ja: '作成時から14日分です。変更がある場合は、新しい版を優先してください。',
    en: '14 days from creation. A newer version takes precedence.',
  },
  dutyList: { ja: '呼び出し順（上から順に呼び出し）', en: 'On-call order, from the top' },
  calls: { ja: '連絡網（原因と時間帯ごと）', en: 'Call trees, by cause and time of day' },
  callsNote: {
    ja: '上から順に呼び出します。応答がない場合は代理、代理も応答がない場合は次の人を呼び出します。',
    en: 'From the top. If there is no answer, call the deputy, then the next person.',
  },
  noTree: {
    ja: '連絡網が登録されていません。呼び出し順に従って連絡してください',
    en: 'No call tree. Use the on-call order',
  },
  people: { ja: '社内の連絡先', en: 'People' },
  parties: { ja: '社外の連絡先', en: 'Parties' },
  plans: { ja: '対応計画', en: 'Plans' },
  plansNote: { ja: '公開中の版のみを掲載しています。', en: 'Active versions only.' },
  systems: { ja: '復旧順位', en: 'Recovery order' },
  systemsNote: {
    ja: '「主管の確認が必要」は、影響が未評価であることを示します。',
    en: '“needs owner review” means the impact is not rated.',
  },
  more: { ja: 'ほか{n}件', en: 'and {n} more' },
  fallbacks: { ja: '代替手段', en: 'Fallbacks' },
  step: { ja: '順', en: 'No.' },
  what: { ja: '内容', en: 'Details' },
  who: { ja: '担当', en: 'Who' },
  deputy: { ja: '代理', en: 'Deputy' },
  limit: { ja: '制限時間', en: 'Limit' },
  minutes: { ja: '{n}分', en: '{n} min' },
  name: { ja: '名前', en: 'Name' },
  reach: { ja: '連絡手段（優先順）', en: 'Contact routes, in order' },
  emergency: { ja: '緊急連絡先', en: 'Emergency contact' },
  hours: { ja: '受付時間', en: 'Hours' },
  day: { ja: '日', en: 'Day' },
  hoursOn: { ja: '時間', en: 'Hours' },
  roster: { ja: '当番シフト表', en: 'Roster' },
  steps: { ja: '手順', en: 'Steps' },
  levels: { ja: '段階', en: 'Levels' },
  when: { ja: '条件', en: 'When' },
  convene: { ja: '招集', en: 'Convene' },
  reports: { ja: '報告', en: 'Reports' },
  to: { ja: '宛先', en: 'To' },
  within: { ja: '期限', en: 'Due' },
  impact: { ja: '影響', en: 'Impact' },
  rto: { ja: '目標復旧時間', en: 'RTO' },
  because: { ja: '利用先', en: 'Needed by' },
  needsOwner: { ja: '主管の確認が必要', en: 'needs owner review' },
  covers: { ja: '代替の対象', en: 'Replaces' },
  staffing: { ja: '必要な人員', en: 'Staffing' },
  tested: { ja: '最終確認日', en: 'Last tested' },
  never: { ja: 'なし', en: 'never' },
  byRoster: { ja: '（当番シフト表：{name}）', en: '(roster: {name})' },
} as const satisfies Record<string, Bilingual>;

export const CAUSE_WORDS: { readonly [C in Cause]: Bilingual } = {
  systemFailure: { ja: 'システム障害', en: 'System failure' },
  cyberAttack: { ja: 'サイバー攻撃', en: 'Cyber attack' },
  naturalDisaster: { ja: '自然災害', en: 'Natural disaster' },
};
export const BAND_WORDS: { readonly [B in Band]: Bilingual } = {
  day: { ja: '平日昼', en: 'weekday, daytime' },
  night: { ja: '夜間', en: 'night' },
  holiday: { ja: '休日', en: 'holiday' },
};
export const BODY_WORDS: Readonly<Record<string, Bilingual>> = {
  responseMeeting: { ja: '対応会議', en: 'response meeting' },
  headquarters: { ja: '対策本部', en: 'headquarters' },
};
