import type { Measure } from '../../../../../areas/respond/metrics/schema.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { words } from '../../words.ts';

export const MEASURE_WORDS: Readonly<Record<Measure, Bilingual>> = {
  notice: { ja: '発生から検知まで', en: 'Time to detect' },
  acknowledge: { ja: '検知から応答まで', en: 'Time to acknowledge' },
  headquarters: { ja: '検知から本部設置まで', en: 'Time to headquarters' },
  restore: { ja: '検知から復旧まで', en: 'Time to restore' },
};

export const METRICS = words({
  period: { ja: '期間', en: 'Period' },
  days: { ja: '{n}日間', en: '{n} {n|day|days}' },
  median: { ja: '中央値', en: 'Median' },
  ninetieth: { ja: '9割が収まる時間', en: '90th percentile' },
  restsOn: { ja: '{all}件中 {known}件で算出', en: 'from {known} of {all} {all|incident|incidents}' },
  nothingKnown: { ja: '算出できる記録がありません', en: 'No incident has both times recorded' },
  incidents: { ja: 'インシデント', en: 'Incidents' },
  counts: {
    ja: '{incidents}件（ほかに訓練 {drills}件）',
    en: '{incidents} (plus {drills} {drills|drill|drills})',
  },
  cut: { ja: '直近{n}件で算出しています。', en: 'Based on the latest {n} incidents.' },
  perWeek: { ja: '週ごとのインシデント数', en: 'Incidents per week' },
  pagesPerWeek: { ja: '週ごとの呼び出し数', en: 'Pages per week' },
  perWeekTold: { ja: '{weeks}週間で{n}件', en: '{n} in {weeks} {weeks|week|weeks}' },
  noise: { ja: '通知の量', en: 'Noise' },
  signalsLinked: {
    ja: 'シグナル{appeared}件のうち、インシデントに関係したもの{linked}件（{share}%）',
    en: '{linked} of {appeared} {appeared|signal|signals} belonged to an incident ({share}%)',
  },
  noSignals: { ja: 'この期間に発生したシグナルはありません。', en: 'No signals appeared in this period.' },
  pagesAnswered: {
    ja: '呼び出し{started}件のうち応答あり{answered}件、応答なし{unanswered}件',
    en: '{answered} of {started} {started|page|pages} answered, {unanswered} unanswered',
  },
  people: { ja: '担当者の負荷', en: 'Load on people' },
  answered: { ja: '応答数', en: 'Pages answered' },
  atNight: { ja: 'うち夜間（22時〜6時）', en: 'At night (22:00–06:00)' },
  nobody: { ja: 'この期間に応答した人はいません。', en: 'No one answered a page in this period.' },
});
