import type { Bilingual } from '../../../kernel/language.ts';
import type { SEVERITIES } from './schema.ts';

export const READINESS_SEVERITY_WORDS: Readonly<Record<(typeof SEVERITIES)[number], Bilingual>> = {
  high: { ja: '重い', en: 'Grave' },
  medium: { ja: '中くらい', en: 'Medium' },
  low: { ja: '軽い', en: 'Light' },
};
