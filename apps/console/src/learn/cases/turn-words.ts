import type { CaseTurn } from '../../../../../areas/learn/cases/schema.ts';
import type { Topic } from '../../../../../areas/topics.ts';
import type { CASE } from './words.ts';

export const TURN_WORDS: Readonly<Record<CaseTurn, keyof typeof CASE>> = {
  submit: 'submit',
  return: 'return',
  approve: 'approve',
  reopen: 'reopenCase',
  withdraw: 'withdraw',
};

/** What is looked at again after a turn of a case, or a version. */
export const CASE_TOPICS = ['case', 'cases'] as const satisfies readonly Topic[];
