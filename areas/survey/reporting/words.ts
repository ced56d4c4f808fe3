import type { Bilingual } from '../../../kernel/language.ts';

export const NO_RECIPIENT: Bilingual = {
  ja: '送付先を選択してください',
  en: 'Choose who the report goes to',
};
export const ON_ITS_WAY: Bilingual = {
  ja: '前の版の受領証がまだ届いていません。届いてから送付してください',
  en: 'The version before has no receipt yet. Wait for it before you send the next',
};
export const IS_DRILL: Bilingual = {
  ja: '訓練の記録からは作成できません。実際のインシデントを選択してください',
  en: 'A drill is not reported. Choose an actual incident',
};
export const IS_WITHDRAWN: Bilingual = {
  ja: '送付先で取り下げられた情報連絡です。新しい情報連絡を作成してください',
  en: 'The recipient withdrew this report. Start a new one',
};
