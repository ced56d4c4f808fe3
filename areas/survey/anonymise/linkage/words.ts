import type { Bilingual } from '../../../../kernel/language.ts';

export const DECIDE_ROW: Bilingual = {
  ja: '「{what}」から特定されるおそれがあります。理由を付けて許容するか、文を書き換えてください',
  en: '“{what}” could identify the incident. Accept it with a reason, or reword the text',
};
export const STILL_THERE: Bilingual = {
  ja: '「{what}」は書き換えることになっていますが、残っています。文を書き換えて新しい公開版を作成してください',
  en: '“{what}” was to be reworded and is still there. Reword the text and make a new public edition',
};
export const ONLY_ONE: Bilingual = {
  ja: '同じ分野・事象の類型・四半期の報告はほかにありません（{sector}、{type}、{quarter}）',
  en: 'The only report of its sector, event type and quarter ({sector}, {type}, {quarter})',
};
export const NO_ATTEMPT: Bilingual = {
  ja: '特定の試行の記録がありません。公開版を読んだ人による試行を記録してください',
  en: 'No attempt to identify the incident is logged. Have someone try with the public edition, and log it',
};
export const IDENTIFIED: Bilingual = {
  ja: '特定の試行により特定されました。文を書き換えて新しい公開版を作成してください',
  en: 'An attempt identified the incident. Reword the text and make a new public edition',
};
export const NOT_A_ROW: Bilingual = {
  ja: '最新の公開版にこの項目はありません。一覧を更新してください',
  en: 'The newest public edition has no such entry. Refresh the list',
};
export const NO_SUCH_EDITION: Bilingual = {
  ja: 'この番号の公開版はありません',
  en: 'There is no public edition of this number',
};
