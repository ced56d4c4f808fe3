import { words } from '../../words.ts';

export const STATISTICS = words({
  from: { ja: '期間の開始日', en: 'From' },
  until: { ja: '期間の終了日', en: 'Until' },
  cutoff: { ja: '基準日', en: 'Cut-off day' },
  cutoffHelp: {
    ja: 'その日の終わりの時点で集計します。空欄は現在。',
    en: 'Counted as of the end of that day; empty means now.',
  },
  quarterFrom: {
    ja: 'その日を含む四半期の初日から集計します。',
    en: 'Counted from the first day of its quarter.',
  },
  quarterUntil: {
    ja: 'その日を含む四半期の末日まで集計します。',
    en: 'Counted to the last day of its quarter.',
  },
  earlier: { ja: '前の年度', en: 'Year before' },
  later: { ja: '次の年度', en: 'Year after' },
  csv: { ja: 'CSVの保存', en: 'Save as CSV' },
  xlsx: { ja: 'Excelの保存', en: 'Save as Excel' },
  rule: { ja: '集計の基準', en: 'Counted by' },
  charted: { ja: '{title}の図。値は表のとおり。', en: 'Chart of {title}; the table gives the figures.' },
  known: { ja: '{of}件中{counted}件で算出', en: 'Known of {counted} out of {of}' },
  notKnown: {
    ja: '日時の記載なし {missing}件、精度不足 {coarse}件',
    en: 'Time missing in {missing}, too coarse in {coarse}',
  },
  middle: { ja: '中央値', en: 'Median' },
  quartiles: { ja: '四分位範囲', en: 'Quartiles' },
  noTimes: { ja: '算出できる報告はありません', en: 'No report gives both times' },
  upTo: { ja: '{until}未満', en: 'Under {until}' },
  between: { ja: '{from}～{until}', en: '{from} to {until}' },
  over: { ja: '{from}以上', en: '{from} or more' },
  minutes: { ja: '{n}分', en: '{n} min' },
  hours: { ja: '{n}時間', en: '{n} h' },
  days: { ja: '{n}日', en: '{n} d' },
  length: { ja: '所要時間', en: 'Length' },
  withheld: {
    ja: '該当する報告が少なく、数値を算出できないようにするため、この表は表示しません。',
    en: 'So few reports fall here that any of this table would give counts away; it is not shown.',
  },
  sectorsByYear: {
    ja: '情報連絡を閲覧できない場合、分野ごとの件数は1年度（4月1日から翌年3月31日まで）の期間でのみ表示します。',
    en: 'You cannot view reports, so counts by sector are shown for one fiscal year only, from April 1 to March 31.',
  },
  reports: { ja: '該当する報告', en: 'Reports counted here' },
  noReports: { ja: '該当する報告はありません', en: 'No report is counted here' },
  openReports: { ja: '{name}：{n}件の報告を表示', en: '{name}: {n}, show them' },
  group: { ja: '{name}の計', en: '{name}, all' },
  more: { ja: '新しい順に{n}件を表示', en: 'The newest {n} are shown' },
});
