import { words } from '../../../words.ts';

/** How what the house did about one matter is told in one line. */
export const FOLD = words({
  view: { ja: '表示する記録', en: 'Entries shown' },
  people: { ja: '人の記録', en: 'People' },
  all: { ja: '自動の記録 {n}', en: 'Automatic {n}' },
  newest: { ja: '新しい順', en: 'Newest first' },
  call: { ja: '呼び出し', en: 'Call' },
  calls: { ja: '呼び出し {n}件', en: '{n} {n|page|pages}' },
  answered: { ja: '{n} 応答', en: '{n} answered' },
  unanswered: { ja: '{n} 未応答', en: '{n} unanswered' },
  ended: { ja: '{n} 終了', en: '{n} ended' },
  calling: { ja: '{person} を呼び出し中', en: 'Paging {person}' },
  callingFor: { ja: '{about}に {person} を呼び出し中', en: 'Paging {person} as {about}' },
  callingAbout: { ja: '「{about}」で {person} を呼び出し中', en: 'Paging {person} about “{about}”' },
  answeredBy: { ja: '{person} が応答', en: '{person} answered' },
  nobody: { ja: '応答なし', en: 'No answer' },
  over: { ja: '呼び出し終了', en: 'Paging ended' },
  unread: { ja: '経過のみ', en: 'In part' },
  of: { ja: '{about}：', en: '{about}: ' },
  headquartersMatter: { ja: '対策本部の設置判断', en: 'Headquarters decision' },
  lines: { ja: '記録 {n}件', en: '{n} {n|entry|entries}' },
  times: { ja: '{n}件', en: '{n}' },
  notAll: {
    ja: '{n}件まで読み込み済み。これより前の経過は含みません。',
    en: '{n} {n|entry|entries} loaded; what came before is not included.',
  },
  older: { ja: '以前の記録を読み込む', en: 'Load earlier entries' },
});
