import type { Bilingual } from '../../../kernel/language.ts';

export const NEEDS_REASON: Bilingual = {
  ja: '改善に反映しない場合は、理由または代替策を入力してください',
  en: 'Enter the reason, or what is done instead',
};
export const LESSON_WITHDRAWN: Bilingual = {
  ja: 'この教訓は取り下げられたため、回答できません',
  en: 'This lesson was withdrawn and cannot be answered any more',
};
export const LESSON_CHANGED: Bilingual = {
  ja: 'この教訓または回答が変更されています。内容を確認し、もう一度回答してください',
  en: 'This lesson or its answer has changed. Read it again and answer once more',
};
export const NOT_THEIR_HASH: Bilingual = {
  ja: '教訓の内容とハッシュが一致しません。もう一度送信してもらってください',
  en: 'The lessons do not match their hash. Ask for them to be sent again',
};

/** Where an improvement comes from. */
export const sourceOf = (of: {
  readonly peer: string;
  readonly fiscalYear: number;
  readonly edition: number;
  readonly number: number;
}): Bilingual => ({
  ja: `出典：${of.peer} ${of.fiscalYear}年度報告書 第${of.edition}版 事例${of.number}`,
  en: `Source: ${of.peer}, report for fiscal year ${of.fiscalYear}, edition ${of.edition}, case ${of.number}`,
});
