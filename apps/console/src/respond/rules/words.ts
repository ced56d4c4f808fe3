import { words } from '../../words.ts';

export const RULES = words({
  labelName: { ja: 'ラベル名', en: 'Label name' },
  rulesEmpty: {
    ja: 'ルールがない場合、シグナルからインシデントは宣言されません。',
    en: 'Without rules, signals do not declare incidents.',
  },
  addRule: { ja: 'ルールの追加', en: 'Add rule' },
  condition: { ja: '条件（すべて満たす場合に宣言）', en: 'Conditions (all must match)' },
  groupBy: { ja: '集約に使うラベル', en: 'Group by labels' },
  earlier: { ja: '順序を上げる', en: 'Move up' },
  later: { ja: '順序を下げる', en: 'Move down' },
  order: { ja: '順序', en: 'Order' },
  trial: { ja: '過去のシグナルで試行', en: 'Test with past signals' },
  trialDays: { ja: '対象期間', en: 'Period' },
  days: { ja: '過去{days}日', en: 'Last {days} {days|day|days}' },
  trialHint: {
    ja: '同じまとまりのシグナルが24時間届かない場合、インシデントは終了として数えます。アラーム集中の基準は考慮しません。',
    en: 'An incident counts as ended when no signal of its group arrives for 24 hours. The storm threshold is not considered.',
  },
  trialFound: {
    ja: 'シグナル{signals}件のうち{matched}件が条件を満たし、インシデント{declared}件の宣言に相当します。',
    en: '{matched} of {signals} {signals|signal|signals} match; {declared} {declared|incident|incidents} would have been declared.',
  },
  trialTaken: {
    ja: '条件を満たした{taken}件は、先に評価されるルールで処理されます。',
    en: '{taken} matching {taken|signal is|signals are} handled by earlier rules.',
  },
  trialPart: {
    ja: 'シグナルが多いため、この時刻以降のみを対象としています：',
    en: 'Too many signals. Only those since this time were tested:',
  },
  trialSignals: { ja: 'シグナル{signals}件', en: '{signals} {signals|signal|signals}' },
  enabled: { ja: '有効', en: 'Enabled' },
});
