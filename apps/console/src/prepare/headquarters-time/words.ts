import { words } from '../../words.ts';

export const HQ = words({
  hint: {
    ja: '連絡網、当番表、不在、応答の実績から、検知から必要な役割がそろうまでの分数を、この先4週間の1時間ごとに試算します。同じ条件なら同じ結果になります。',
    en: 'From call trees, rosters, leave and measured answers: minutes from detection until the headquarters has its roles, for every hour of the next four weeks. The same inputs give the same figures.',
  },
  plan: { ja: '対応計画', en: 'Plan' },
  cause: { ja: '原因', en: 'Cause' },
  run: { ja: '試算する', en: 'Simulate' },
  none: {
    ja: 'まだ試算していません。計画を選んで始めてください。',
    en: 'Nothing simulated yet. Choose a plan and begin.',
  },
  noPlan: {
    ja: '対策本部を定めた計画を先に公開してください。',
    en: 'First publish a plan that defines a headquarters.',
  },
  working: { ja: '試算しています：{done} / {total} 時間', en: 'Working: {done} of {total} hours' },
  failed: {
    ja: '試算できませんでした。条件を確かめて、もう一度お試しください。',
    en: 'It could not be worked out. Check what it rests on and try again.',
  },
  typical: {
    ja: 'ふつうの時間帯で、半分は {p50}分以内（p50）、20回に19回は {p95}分以内（p95）',
    en: 'In a typical hour: half within {p50} min (p50), nineteen of twenty within {p95} min (p95)',
  },
  target: {
    ja: '目標 {n}分以内に立ち上がる見込み：{share}',
    en: 'Expected within the target of {n} min: {share}',
  },
  notReached: { ja: '届かず', en: 'not reached' },
  measured: {
    ja: '応答時間は {of}人中 {people}人が実績（{answers}回）、ほかは仮定です（平日昼 95%・2分、夜間 80%・4分、休日 85%・5分）。',
    en: 'Answer times are measured for {people} of {of} people ({answers} answers), assumed for the others (daytime 95%, 2 min; night 80%, 4 min; holiday 85%, 5 min).',
  },
  hurts: { ja: '欠けると最も響く人', en: 'Whose absence hurts most' },
  hurtsLine: {
    ja: '{name}：p95 の平均 {with}分 → {without}分',
    en: '{name}: mean p95 {with} min → {without} min',
  },
  hurtsCap: {
    ja: '{name}：この人がいないと、そろわない',
    en: '{name}: without them it does not come together',
  },
  nobodyHurts: { ja: '一人が欠けても大きく変わりません。', en: 'No single absence changes much.' },
  map: { ja: '時間帯ごとの p95（分）', en: 'p95 by hour (minutes)' },
  day: { ja: '日', en: 'Day' },
  legend: {
    ja: '数字は p95 の分数。「×」は 20回に1回以上そろわない時間帯。',
    en: 'Figures are minutes at p95; “×” where more than one in twenty does not come together.',
  },
  choosePlan: { ja: '先に対応計画を選んでください', en: 'Choose a plan first' },
});
