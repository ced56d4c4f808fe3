import { asWritten, registerKind } from '../registers/schema.ts';
import { fallback } from './schema.ts';
import { FALLBACK_FIELDS, FALLBACK_VALUES } from './words.ts';

/** What is used instead when something stops. */
export const FALLBACKS = registerKind({
  register: 'fallbacks',
  name: { ja: '代替手段', en: 'Fallbacks' },
  empty: {
    ja: 'システムやサービスの停止時に使用する代替手段を登録します。',
    en: 'What to use instead when something stops.',
  },
  shape: fallback,
  fields: FALLBACK_FIELDS,
  values: FALLBACK_VALUES,
  points: { covers: 'asset' },
  recalls: { derivedFrom: 'fallbacks' },
  kept: asWritten,
  ownScreen: false,
  guarded: false,
});
