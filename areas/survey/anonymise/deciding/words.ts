import type { Bilingual } from '../../../../kernel/language.ts';

export const DECIDE: Bilingual = {
  ja: '「{word}」は公開済みの文書にない語です。問題のない語か、伏せる対象かを選択してください',
  en: '“{word}” is in nothing published so far. Decide whether it is harmless or a name to withhold',
};
export const NOT_ASKED: Bilingual = {
  ja: '「{word}」は判断を求めている語ではありません。一覧を更新してください',
  en: '“{word}” is not waiting for a decision. Refresh the list',
};
export const NOT_LISTED: Bilingual = {
  ja: '伏せる対象の一覧にありません。一覧を更新してください',
  en: 'This is not on the list of names. Refresh the list',
};
