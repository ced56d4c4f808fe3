import type { Bilingual } from '../../../kernel/language.ts';
import type { PRECISIONS } from '../../../kernel/time.ts';
import type { Outcome, TimeName } from './schema.ts';

export const TIME_WORDS: Readonly<Record<TimeName, Bilingual>> = {
  occurred: { ja: '発生', en: 'Occurred' },
  noticed: { ja: '検知', en: 'Detected' },
  recognised: { ja: '認識', en: 'Recognised' },
  judgedSignificant: { ja: '重大と判断', en: 'Declared significant' },
  contained: { ja: '封じ込め', en: 'Contained' },
  restored: { ja: '復旧', en: 'Restored' },
  resumed: { ja: '再開', en: 'Resumed' },
  declaredOver: { ja: '終了', en: 'Closed' },
};

/** How a response worked out. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Bilingual>> = {
  effective: { ja: '効果あり', en: 'effective' },
  partly: { ja: '一部に効果', en: 'partly effective' },
  none: { ja: '効果なし', en: 'no effect' },
  unknown: { ja: '効果は不明', en: 'effect unknown' },
};

/** How exactly a time of an incident is stated. */
export const PRECISION_WORDS: Readonly<
  Record<Exclude<(typeof PRECISIONS)[number], 'month' | 'year' | 'unknown'>, Bilingual>
> = {
  second: { ja: '秒まで', en: 'to the second' },
  minute: { ja: '分まで', en: 'to the minute' },
  about: { ja: '分まで（概算）', en: 'about, to the minute' },
  hour: { ja: '時まで（概算）', en: 'about, to the hour' },
  day: { ja: '日まで', en: 'to the day' },
};

/** What an entry is. */
export const SHAPE_WORDS = {
  anEvent: { ja: '事象', en: 'Event' },
  aResponse: { ja: '対処', en: 'Response' },
} as const satisfies Readonly<Record<string, Bilingual>>;
