import { saysHow } from '../../fallbacks/rules.ts';
import { type Check, isWithin, ofEntry, SYSTEM_OWNER } from '../check.ts';

export const fallbackTested: Check = {
  id: 'fallback-tested',
  title: { ja: '代替手段を一年以内に試した', en: 'Fallbacks were tried within a year' },
  reason: { ja: '試していない手順は、当日に初めて壊れる', en: 'What was never tried breaks on the day' },
  lessons: ['C2-B4'],
  severity: 'medium',
  actor: SYSTEM_OWNER,
  ask: ({ fallbacks, today }) =>
    fallbacks.map((fallback) =>
      ofEntry('fallbacks', fallback, saysHow(fallback) && isWithin(fallback.testedOn, 12, today)),
    ),
};
