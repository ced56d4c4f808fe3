import { words } from '../../words.ts';

export const STORMS = words({
  running: {
    ja: 'アラームの集中が続いています。新しいアラームは一つのインシデントにまとめています',
    en: 'An alarm storm is going on: new alarms are collected in one incident',
  },
  over: { ja: 'アラームの集中は収まりました', en: 'The alarm storm has calmed down' },
  count: {
    ja: '{groups}組・{signals}件',
    en: '{signals} alarms in {groups} groups',
  },
  largest: { ja: '多い順', en: 'Largest' },
  release: { ja: '個別のインシデントに戻す', en: 'Make each group an incident of its own' },
  releasing: {
    ja: '個別のインシデントに戻しました（{released}/{groups}組）',
    en: 'Made incidents of their own: {released} of {groups} groups',
  },
  brakeNow: { ja: 'アラーム集中の基準：{minutes}分に{most}件', en: 'Storm brake: {most} in {minutes} min' },
  brakeHint: {
    ja: 'ルールによる宣言がこれより多くなると、以後のアラームを一つのインシデントにまとめます',
    en: 'Of more incidents from rules than this, the further alarms are collected in one incident',
  },
  most: { ja: 'インシデントの数', en: 'Incidents' },
  minutes: { ja: '期間（分）', en: 'Within (minutes)' },
});
