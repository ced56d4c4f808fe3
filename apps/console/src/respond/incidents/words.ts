import { words } from '../../words.ts';

export const INCIDENTS = words({
  declareShort: { ja: '宣言', en: 'Declare' },
  incidentsEmpty: {
    ja: 'インシデントはまだありません。手で宣言するか、ルールがシグナルから宣言します。',
    en: 'No incident yet. Declare one by hand, or let a rule do it from signals.',
  },
  situationHint: {
    ja: '選ぶと、条件の合う対応計画が適用されます',
    en: 'The plan whose criteria hold is applied',
  },
});
