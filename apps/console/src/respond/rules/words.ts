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
  enabled: { ja: '有効', en: 'Enabled' },
});
