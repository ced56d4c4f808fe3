import type { Bilingual } from '../../../kernel/language.ts';
import type { REPORT_STATES } from './schema.ts';

export const REPORT_STATE_WORDS: Readonly<Record<(typeof REPORT_STATES)[number], Bilingual>> = {
  due: { ja: '未提出', en: 'due' },
  submitted: { ja: '提出済み', en: 'submitted' },
  notNeeded: { ja: '不要', en: 'not required' },
};
export const SUBMITTED = { ja: 'すでに提出済みです', en: 'Already submitted' };
