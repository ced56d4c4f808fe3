import { saysHow } from '../../fallbacks/rules.ts';
import { type Check, isWithin, ofEntry, SYSTEM_OWNER } from '../check.ts';

export const fallbackTested: Check = {
  id: 'fallback-tested',
  title: { ja: '代替手段を1年以内に確認', en: 'Fallbacks were tested within a year' },
  reason: {
    ja: '確認していない手順は、緊急時に機能しないおそれがあります',
    en: 'Untested procedures fail when needed',
  },
  lessons: ['C2-B4'],
  severity: 'medium',
  actor: SYSTEM_OWNER,
  ask: ({ fallbacks, today }) =>
    fallbacks.map((fallback) =>
      ofEntry('fallbacks', fallback, saysHow(fallback) && isWithin(fallback.testedOn, 12, today)),
    ),
};
