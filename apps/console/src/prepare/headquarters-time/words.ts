import { words } from '../../words.ts';

export const HQ = words({
  hint: {
    ja: '連絡網、当番シフト表、不在、応答実績に基づき、検知から必要な役割がそろうまでの所要時間を、今後4週間について1時間ごとに試算します。条件が同じ場合、結果も同じになります。',
    en: 'Simulates the minutes from detection until all headquarters roles are filled, for every hour of the next four weeks, from call trees, rosters, leave and measured answer times. The same inputs give the same result.',
  },
  plan: { ja: '対応計画', en: 'Plan' },
  cause: { ja: '原因', en: 'Cause' },
  run: { ja: '試算の実行', en: 'Run simulation' },
  none: {
    ja: '試算結果はありません。対応計画を選択して実行してください。',
    en: 'No results yet. Choose a plan to run a simulation.',
  },
  noPlan: {
    ja: '先に、対策本部を定めた対応計画を公開してください。',
    en: 'Publish a plan that defines a headquarters first.',
  },
  working: { ja: '試算中：{done} / {total} 時間', en: 'Simulating: {done} of {total} {total|hour|hours}' },
  failed: {
    ja: '試算できませんでした。条件を確認して、もう一度お試しください。',
    en: 'Could not run the simulation. Check its inputs and try again.',
  },
  typical: {
    ja: '標準的な時間帯で、50%が{p50}分以内（p50）、95%が{p95}分以内（p95）',
    en: 'In a typical hour: 50% within {p50} min (p50), 95% within {p95} min (p95)',
  },
  target: {
    ja: '目標{n}分以内に設置できる見込み：{share}',
    en: 'Expected within the {n} min target: {share}',
  },
  notReached: { ja: '未達', en: 'not reached' },
  measured: {
    ja: '応答時間は、{of}人中{people}人が実績値（{answers}回）、ほかは仮定値です（平日昼 95%・2分、夜間 80%・4分、休日 85%・5分）。',
    en: 'Answer times are measured for {people} of {of} {of|person|people} ({answers} {answers|answer|answers}) and assumed for the rest (daytime 95%, 2 min; night 80%, 4 min; holiday 85%, 5 min).',
  },
  hurts: { ja: '不在時の影響が最も大きい人', en: 'Most critical people' },
  hurtsLine: {
    ja: '{name}：p95の平均 {with}分 → {without}分',
    en: '{name}: mean p95 {with} min → {without} min',
  },
  hurtsCap: {
    ja: '{name}：不在の場合、設置できない',
    en: '{name}: cannot be set up without them',
  },
  nobodyHurts: { ja: '1名の不在による大きな影響はありません。', en: 'No single absence has a large effect.' },
  map: { ja: '時間帯ごとの p95（分）', en: 'p95 by hour (minutes)' },
  day: { ja: '日', en: 'Day' },
  legend: {
    ja: '数値はp95（分）。「×」は、5%以上の確率で設置できない時間帯。',
    en: 'Figures are p95 in minutes. “×” marks hours with more than a 5% chance of failure.',
  },
  choosePlan: { ja: '対応計画を選択してください', en: 'Choose a plan' },
});
