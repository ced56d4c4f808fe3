import { words } from '../../words.ts';

export const STORMS = words({
  running: {
    ja: 'アラームが集中しています。新しいアラームは一つのインシデントに集約されます',
    en: 'Alarm storm in progress. New alarms are grouped into one incident',
  },
  over: { ja: 'アラームの集中は収束しました', en: 'The alarm storm is over' },
  count: {
    ja: '{groups}組・{signals}件',
    en: '{signals} {signals|alarm|alarms} in {groups} {groups|group|groups}',
  },
  largest: { ja: '件数の多い順', en: 'Largest' },
  release: { ja: '個別のインシデントに分割', en: 'Split into separate incidents' },
  releasing: {
    ja: '個別のインシデントに分割しました（{released}/{groups}組）',
    en: 'Split {released} of {groups} {groups|group|groups} into incidents',
  },
  brakeNow: {
    ja: 'アラーム集中の基準：{minutes}分に{most}件',
    en: 'Storm threshold: {most} in {minutes} min',
  },
  brakeHint: {
    ja: 'ルールによる宣言が基準を超えると、以後のアラームを一つのインシデントに集約します',
    en: 'When rules declare more incidents than this, further alarms are grouped into one incident',
  },
  most: { ja: 'インシデント数', en: 'Incidents' },
  minutes: { ja: '期間（分）', en: 'Period (min)' },
});
