import { words } from '../../words.ts';

export const RULES = words({
  labelName: { ja: 'ラベル名', en: 'Label name' },
  rulesEmpty: {
    ja: 'ルールがないと、シグナルからインシデントは宣言されません。',
    en: 'Without a rule no signal declares an incident.',
  },
  addRule: { ja: 'ルールを追加', en: 'Add a rule' },
  condition: { ja: '条件（すべて満たすと宣言）', en: 'Conditions (all must hold)' },
  groupBy: { ja: 'まとめる単位のラベル', en: 'One incident per value of' },
  enabled: { ja: '有効', en: 'Enabled' },
});
