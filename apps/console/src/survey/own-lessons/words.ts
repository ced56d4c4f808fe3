import { words } from '../../words.ts';

export const OWN_LESSONS = words({
  title: { ja: '公表された教訓', en: 'Published lessons' },
  of: { ja: '{peer} {year}年度報告書', en: '{peer}, report for fiscal year {year}' },
  edition: { ja: '第{n}版', en: 'Edition {n}' },
  open: { ja: '未回答 {n}件', en: '{n} to answer' },
  done: { ja: 'すべて回答済み', en: 'All answered' },
  refused: { ja: '回答は受領されませんでした', en: 'The answers were not accepted' },
  hint: {
    ja: '各教訓が自組織に当てはまるかを回答してください。相手の組織には、教訓ごとの回答の種類だけが送付され、件数としてのみ表示されます。理由と台帳の内容は送付されません。',
    en: 'Answer whether each lesson holds at your organisation. Only the answer to each lesson is sent, and the other side sees it as a count. Reasons and registers stay here.',
  },
  number: { ja: '事例{n}', en: 'Case {n}' },
  notAnswered: { ja: '未回答', en: 'Not answered' },
  changed: {
    ja: '内容が変更されました。もう一度回答してください',
    en: 'The lesson has changed. Answer it again',
  },
  withdrawn: { ja: '第{n}版で取り下げ', en: 'Withdrawn in edition {n}' },
  withdrawnHint: {
    ja: 'この教訓は取り下げられました。作成した改善策を見直してください。',
    en: 'This lesson was withdrawn. Review the improvement that was made from it.',
  },
  rows: { ja: '該当する可能性のある台帳の行', en: 'Rows of your registers it may concern' },
  noRows: {
    ja: '該当する台帳の行は見つかりませんでした。',
    en: 'No matching rows were found in your registers.',
  },
  why: {
    ja: '理由または代替策（改善に反映する場合は任意）',
    en: 'Reason, or what is done instead (optional when adopting)',
  },
  improvement: { ja: '改善策を見る', en: 'See the improvements' },
  send: { ja: '回答を送付', en: 'Send the answer' },
  answer: { ja: '回答', en: 'Answer' },
});

export const FOUND_IN_WORDS = words({
  assets: { ja: 'システム', en: 'Systems' },
  parties: { ja: '関係先', en: 'Parties' },
  contracts: { ja: '契約', en: 'Contracts' },
  fallbacks: { ja: '代替手段', en: 'Fallbacks' },
  'call-trees': { ja: '連絡網', en: 'Call trees' },
  plans: { ja: '対応計画', en: 'Plans' },
});
