import type { Bilingual } from '../../../kernel/language.ts';
import type { SEVERITIES } from './schema.ts';

export const READINESS_SEVERITY_WORDS: Readonly<Record<(typeof SEVERITIES)[number], Bilingual>> = {
  high: { ja: '重大', en: 'Critical' },
  medium: { ja: '中程度', en: 'Medium' },
  low: { ja: '軽微', en: 'Minor' },
};
