import type { Bilingual } from '../../../kernel/language.ts';

export const NOT_A_PEER: Bilingual = {
  ja: 'この組織の鍵は確認されていません。鍵を確認済みの組織を指定してください',
  en: 'The key of this organisation is not confirmed. Name one whose key is',
};
export const NO_PEERS: Bilingual = {
  ja: '鍵を確認済みの組織がありません。「パッケージの交換」で相手の鍵を確認してください',
  en: 'No organisation has a confirmed key. Confirm one under package exchange first',
};
