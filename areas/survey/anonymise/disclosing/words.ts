import type { Bilingual } from '../../../../kernel/language.ts';

export const NEEDS_REASON: Bilingual = {
  ja: '一般化または非公開とする理由を記録してください',
  en: 'Record why this is generalised or withheld',
};
export const NEEDS_APPROVAL: Bilingual = {
  ja: '一般化または非公開とする判断の承認が必要です',
  en: 'That this is generalised or withheld needs an approval',
};
export const NO_SUCH_PART: Bilingual = {
  ja: 'この文は現在の事例にありません。一覧を更新してください',
  en: 'The case has no such text now. Refresh the list',
};
export const CLAIM_SAYS: Bilingual = {
  ja: '記述の公開の扱いと一般化した文は、事例の編集画面で変更してください',
  en: 'Change how a claim is disclosed, and its general wording, in the case itself',
};
export const NOT_TO_WITHHOLD: Bilingual = {
  ja: 'この文は非公開にできません。一般化してください',
  en: 'This text cannot be withheld. Generalise it',
};
export const NEEDS_GENERAL: Bilingual = {
  ja: '一般化した文を日本語と英語で入力してください',
  en: 'Enter the general wording in Japanese and English',
};
export const OWN_APPROVAL: Bilingual = {
  ja: '自身の判断を承認する理由を入力してください',
  en: 'Enter why you approve your own decision',
};
