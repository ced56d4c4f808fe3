import type { Bilingual } from '../../../kernel/language.ts';
import type { Way } from './schema.ts';

export const WAY_WORDS: Readonly<Record<Way, Bilingual>> = {
  direct: { ja: '事業者から直接', en: 'Directly' },
  ministry: { ja: '所管省庁経由', en: 'By the ministry' },
  ceptoar: { ja: 'セプター経由', en: 'By the CEPTOAR' },
};
export const SAME_NAME: Bilingual = {
  ja: '同じ名称の事業者が登録されています。名称を区別してください',
  en: 'An operator of this name is registered. Tell the names apart',
};
export const NOT_LISTED: Bilingual = {
  ja: '一覧にない項目です。一覧から選択してください',
  en: 'This is not on the list. Choose one from the list',
};
export const HOW_NEEDED: Bilingual = {
  ja: '確認した方法を入力してください',
  en: 'Enter how it was verified',
};
