import { words } from '../../words.ts';

export const LISTS = words({
  hint: {
    ja: '報告の記入と集計に用いる項目です。変更すると新しい版として保存され、過去の報告は当時の項目のまま残ります。',
    en: 'What reports are written and counted by. A change is saved as a new edition; earlier reports keep their items.',
  },
  summary: { ja: '第{edition}版・{n}項目', en: 'Edition {edition}, {n} {n|item|items}' },
  brought: { ja: '初期設定', en: 'As supplied' },
  nameJa: { ja: '一覧の名称（日本語）', en: 'Name of the list (Japanese)' },
  nameEn: { ja: '一覧の名称（英語）', en: 'Name of the list (English)' },
  source: { ja: '出典', en: 'Source' },
  items: { ja: '項目', en: 'Items' },
  item: { ja: '項目{n}', en: 'Item {n}' },
  add: { ja: '項目を追加', en: 'Add an item' },
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
  key: { ja: 'キー', en: 'Key' },
  keyHint: { ja: 'ファイルと集計で用います。', en: 'Used in files and statistics.' },
  group: { ja: '区分', en: 'Group' },
  malicious: { ja: '悪意によるもの', en: 'Malicious' },
  ended: { ja: '使用終了', en: 'Ended' },
  endedHint: { ja: '新しい報告では選択できなくなります。', en: 'New reports cannot choose it.' },
  deadlines: { ja: '情報連絡の期限', en: 'Deadlines of reports' },
  deadlinesHint: {
    ja: '変更後に受け付けた報告から適用されます。受付済みの報告は、受付時の版で判定されます。',
    en: 'A change applies to reports submitted from then on. Earlier ones keep the edition of their time.',
  },
  edition: { ja: '第{n}版', en: 'Edition {n}' },
  entriesOf: { ja: '{n}項目（うち使用終了{ended}）', en: '{n} {n|item|items}, {ended} ended' },
});
