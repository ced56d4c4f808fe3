import type { Bilingual } from '../../../kernel/language.ts';

export const BEYOND: Bilingual = {
  ja: '自分の権限を超える役割は付与できません',
  en: 'You cannot grant a role with more permissions than your own',
};
export const CHANGED: Bilingual = {
  ja: 'ほかの利用者が変更しました。再読み込みしてから変更してください',
  en: 'Someone else changed this in the meantime. Reload before making your changes',
};
