import { words } from '../words.ts';

export const SURVEY = words({
  surveyEmpty: {
    ja: '調査・選定・匿名化・公表の作業がここに並びます。',
    en: 'Intake, selection, anonymising and publication will be here.',
  },
  seeIncidents: { ja: 'インシデントを見る', en: 'See incidents' },
});
