import type { Bilingual } from '../../../kernel/language.ts';

export const CORRECT_OR_CONFIRM: Bilingual = {
  ja: '訂正を送付する場合は、回答を受け取ってから確認してください',
  en: 'With corrections, wait for the answer before you confirm',
};
export const NOTHING_TO_SEND: Bilingual = {
  ja: '訂正や意見を入力するか、確認を選択してください',
  en: 'Enter a correction or a view, or choose to confirm',
};
export const MINUTES_DONE: Bilingual = {
  ja: '議事録は確認済みです',
  en: 'The minutes have been confirmed',
};
