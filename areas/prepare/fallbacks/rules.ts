import type { Language } from '../../../kernel/language.ts';
import { cutAt } from '../../../kernel/text.ts';
import type { Fallback } from './schema.ts';
import { CYBER_ASSUMPTIONS, CYBER_SUFFIX } from './words.ts';

/** What its steps say, without what is empty. */
const written = ({ steps }: Fallback): string[] => steps.map(({ text }) => text.trim()).filter(Boolean);

/** Whether it says how to go on: without a step it is a title. */
export const saysHow = (fallback: Fallback): boolean => written(fallback).length > 0;

/**
 * Whether it was considered for a cyber attack (C4-P2): it is not the steps of one for something else over again, and
 * where one serves both, it says what no longer holds.
 */
export function isForCyber(fallback: Fallback, all: readonly Fallback[]): boolean {
  if (!fallback.scenarios.includes('cyberAttack') || !saysHow(fallback)) return false;
  if (fallback.scenarios.length > 1) return fallback.assumptions.some(({ now }) => now.trim() !== '');
  const same = written(fallback).join('\n');
  return !all.some((other) => !other.scenarios.includes('cyberAttack') && written(other).join('\n') === same);
}

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
