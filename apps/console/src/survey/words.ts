import { words } from '../words.ts';

export const SURVEY = words({
  surveyEmpty: {
    ja: '表示できる画面がありません。調査の担当者に権限の付与を依頼してください。',
    en: 'No survey screens are open to you. Ask the survey team for access.',
  },
});
