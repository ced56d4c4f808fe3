import type { Language } from '../../../kernel/language.ts';
import { cutAt } from '../../../kernel/text.ts';
import type { Fallback } from './schema.ts';
import { CYBER_ASSUMPTIONS, CYBER_SUFFIX } from './words.ts';

/**
 * A fallback for a cyber attack from one for a disaster: the steps as they are, to be read again, and beside them what a
 * disaster plan takes for granted and an attack takes away (C4-P2). It was never tried.
 */
export function derivedForCyber(from: Fallback, language: Language): Fallback {
  return {
    ...from,
    key: `${from.key.slice(0, 74)}-cyber`,
    name: cutAt(`${from.name}${CYBER_SUFFIX[language]}`, 200),
    scenarios: ['cyberAttack'],
    derivedFrom: from.key,
    assumptions: [
      ...from.assumptions,
      ...CYBER_ASSUMPTIONS.map(({ was, now }) => ({ was: was[language], now: now[language] })),
    ].slice(0, 20),
    testedOn: null,
  };
}
