import type { Bilingual } from '../../../kernel/language.ts';

export const NOT_ITS_HASH: Bilingual = {
  ja: '公開版の内容と識別値が一致しません。もう一度送信してもらってください',
  en: 'The edition does not match its hash. Ask for it to be sent again',
};
export const EDITION_DIFFERS: Bilingual = {
  ja: 'この版は、以前に別の内容で確認を依頼されています。版を新しくして依頼してもらってください',
  en: 'This edition was asked about before with other contents. Ask for a new edition to be sent',
};
export const CONSENT_ON_ITS_WAY: Bilingual = {
  ja: '同意は送付済みで、受領証を待っています',
  en: 'The consent has been sent and waits for its receipt',
};
export const WITHDRAWAL_ON_ITS_WAY: Bilingual = {
  ja: '撤回は送付済みで、受領証を待っています',
  en: 'The withdrawal has been sent and waits for its receipt',
};
export const REVIEW_OVER: Bilingual = {
  ja: '確認の期限は終了しました。依頼元に連絡してください',
  en: 'The time for this review is over. Contact the organisation that asked',
};
