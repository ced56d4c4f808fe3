import { words } from '../../../words.ts';

export const HEAD = words({
  head: { ja: 'インシデントの状況', en: 'Incident status' },
  elapsed: { ja: '検知からの経過', en: 'Since detection' },
  lasted: { ja: '検知から終了まで', en: 'From detection to closing' },
  changeSeverity: { ja: '深刻度の変更', en: 'Change severity' },
  rated: {
    ja: '3つの観点で評価済みです。深刻度は評価から決まります。',
    en: 'Severity follows the rating on three criteria.',
  },
  toRating: { ja: '評価の変更', en: 'Change the rating' },
  more: { ja: 'その他', en: 'More' },
  owedFirst: {
    ja: '終了の前に次の対応が必要です：{what}',
    en: 'Before closing, settle: {what}',
  },
  remaining: { ja: '残り {n}', en: '{n} remaining' },
});
