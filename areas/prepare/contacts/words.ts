import type { Bilingual } from '../../../kernel/language.ts';
import type { Cause } from './schema.ts';

export const CAUSE_WORDS: Readonly<Record<Cause, Bilingual>> = {
  systemFailure: { ja: 'システム障害', en: 'System failure' },
  cyberAttack: { ja: 'サイバー攻撃', en: 'Cyber attack' },
  naturalDisaster: { ja: '自然災害', en: 'Natural disaster' },
};
