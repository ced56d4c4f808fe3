import { SWEEP_RESULT_WORDS } from '../../../../../areas/respond/sweeps/words.ts';
import { words } from '../../words.ts';

export const SWEEP = words({
  ...SWEEP_RESULT_WORDS,
  title: { ja: '一斉点検', en: 'Sweeps' },
  none: {
    ja: '一斉点検はありません。システムの全機器を点検する場合に開始します。',
    en: 'No sweeps yet. Start one to have every machine of a system checked.',
  },
  begin: { ja: '一斉点検の開始', en: 'Start sweep' },
  what: { ja: '点検内容', en: 'What to check' },
  widen: { ja: '機器の追加', en: 'Add machines' },
  report: { ja: '結果の一括記録', en: 'Record results' },
  reportHint: {
    ja: 'キーの一覧、または種別・会社・拠点で範囲を指定します。「結果のない残りすべて」のみの指定も可能です。',
    en: 'Choose by a list of keys, or by class, company or site, or take all without a result.',
  },
  rest: { ja: '結果のない残りすべて', en: 'All without a result' },
  result: { ja: '結果', en: 'Result' },
  note: { ja: '検出内容・対象外の理由', en: 'Findings, or reason for exclusion' },
  progress: { ja: '{known} / {of} 台 点検済み', en: '{known} of {of} checked' },
  count: { ja: '{result} {n}台', en: '{n} {result}' },
  show: { ja: '表示', en: 'Show' },
  all: { ja: 'すべて', en: 'all' },
  search: { ja: 'キー・名前で検索', en: 'Search by key or name' },
  noHost: { ja: '該当する機器がありません', en: 'No matching machines' },
  more: { ja: 'さらに表示', en: 'Show more' },
  onBoard: {
    ja: '「検出」の機器は復旧対象に追加されます。',
    en: 'Machines with findings are added to the recovery board.',
  },
  reported: {
    ja: '{n}台を記録しました（対象外のキー：{unknown}）',
    en: '{n} recorded (not in this sweep: {unknown})',
  },
  ended: { ja: '終了', en: 'ended' },
});
