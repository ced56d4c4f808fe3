import { words } from '../../words.ts';

export const INCIDENTS = words({
  declareShort: { ja: '宣言', en: 'Declare' },
  incidentsEmpty: {
    ja: 'インシデントはありません。手動での宣言のほか、宣言ルールによりシグナルから自動で宣言されます。',
    en: 'No incidents yet. Declare one manually, or let a rule declare it from signals.',
  },
  situationHint: {
    ja: '選択すると、条件に合う対応計画が適用されます',
    en: 'The matching plan is applied',
  },
});
