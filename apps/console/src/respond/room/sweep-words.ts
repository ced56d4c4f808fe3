import { words } from '../../words.ts';

export const SWEEP = words({
  title: { ja: '一斉点検', en: 'Sweeps' },
  none: {
    ja: '一斉点検はまだありません。システムの機器をすべて点検させるときに始めます。',
    en: 'No sweep yet: begin one to have every host of a system looked at.',
  },
  begin: { ja: '一斉点検を始める', en: 'Begin a sweep' },
  what: { ja: '何を点検するか', en: 'What is looked for' },
  widen: { ja: '機器を加える', en: 'Add hosts' },
  report: { ja: '結果をまとめて記録', en: 'Report many' },
  reportHint: {
    ja: '番号の一覧、または種別・会社・拠点で範囲を決めます。「結果のない残りすべて」だけでも記録できます。',
    en: 'Say which by a list of keys, or by class, company or site; or take all that have no result yet.',
  },
  rest: { ja: '結果のない残りすべて', en: 'All that have no result yet' },
  result: { ja: '結果', en: 'Result' },
  note: { ja: '見つかったもの・対象外の理由', en: 'What was found, or why excluded' },
  progress: { ja: '{known} / {of} 台に結果', en: '{known} of {of} have a result' },
  pending: { ja: '未点検', en: 'not looked at' },
  clean: { ja: '異常なし', en: 'clean' },
  found: { ja: '検出', en: 'found' },
  excluded: { ja: '対象外', en: 'excluded' },
  count: { ja: '{result} {n}台', en: '{n} {result}' },
  show: { ja: '表示', en: 'Show' },
  all: { ja: 'すべて', en: 'all' },
  search: { ja: '番号・名前で探す', en: 'Find by key or name' },
  noHost: { ja: '当てはまる機器がありません', en: 'No host fits' },
  more: { ja: '続きを表示', en: 'Show more' },
  onBoard: {
    ja: '「検出」の機器は復旧の対象に加わります。',
    en: 'Hosts on which something was found go on the recovery board.',
  },
  reported: {
    ja: '{n}台を記録しました（この点検にない番号 {unknown}）',
    en: '{n} recorded; not on this sweep: {unknown}',
  },
  ended: { ja: '終了', en: 'ended' },
});
