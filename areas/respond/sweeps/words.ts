import type { Bilingual } from '../../../kernel/language.ts';

/** What a sweep finds at a host. */
export const SWEEP_RESULT_WORDS = {
  pending: { ja: '未点検', en: 'not checked' },
  clean: { ja: '異常なし', en: 'clean' },
  found: { ja: '検出', en: 'found' },
  excluded: { ja: '対象外', en: 'excluded' },
} as const satisfies Readonly<Record<string, Bilingual>>;
