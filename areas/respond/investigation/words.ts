import type { Bilingual } from '../../../kernel/language.ts';
import type { HYPOTHESIS_STATES } from './schema.ts';

export const HYPOTHESIS_STATE_WORDS: Readonly<Record<(typeof HYPOTHESIS_STATES)[number], Bilingual>> = {
  open: { ja: '検証中', en: 'open' },
  supported: { ja: '支持', en: 'supported' },
  excluded: { ja: '棄却', en: 'ruled out' },
  undecided: { ja: '判断できない', en: 'undetermined' },
};

/** The same, said of whether it was an attack. */
export const ATTACK_STATE_WORDS: typeof HYPOTHESIS_STATE_WORDS = {
  open: HYPOTHESIS_STATE_WORDS.open,
  supported: { ja: '攻撃と判断', en: 'attack' },
  excluded: { ja: '攻撃ではない', en: 'not an attack' },
  undecided: HYPOTHESIS_STATE_WORDS.undecided,
};

/** The question no incident is closed without (C5-D2). */
export const COULD_BE_ATTACK: Bilingual = {
  ja: '攻撃の可能性はないか',
  en: 'Could this be an attack?',
};
