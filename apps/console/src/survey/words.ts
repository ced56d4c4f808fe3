import { words } from '../words.ts';

export const SURVEY = words({
  surveyEmpty: {
    ja: '調査、選定、匿名化、公表の作業が表示されます。',
    en: 'Intake, selection, anonymisation and publication will appear here.',
  },
  seeIncidents: { ja: 'インシデントの一覧', en: 'View incidents' },
});
