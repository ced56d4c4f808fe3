import { words } from '../../words.ts';

export const ORGANISATION = words({
  units: { ja: '部署', en: 'Units' },
  timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
  removeDemoHint: {
    ja: 'デモの記録はすべて消え、元に戻せません。あなたは空の組織の管理者になります。',
    en: 'Everything in the demo is erased for good. You become administrator of an empty organisation.',
  },
  organisationName: { ja: '組織の名前', en: 'Name of your organisation' },
});
