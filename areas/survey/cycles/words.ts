export { CYCLE_STATE_WORDS } from '../terms/words.ts';

import type { Bilingual } from '../../../kernel/language.ts';
import type { Unpublishable } from './rules.ts';

export const MISSING_TO_PUBLISH: Readonly<Record<Unpublishable, Bilingual>> = {
  purpose: { ja: '公表するには、調査の目的を入力してください', en: 'Enter the purpose before publishing' },
  'plan.name': {
    ja: '公表するには、補完する計画の名称を入力してください',
    en: 'Enter the plan this supplements before publishing',
  },
  'plan.decidedBy': {
    ja: '公表するには、計画を決定した機関を入力してください',
    en: 'Enter who decided the plan before publishing',
  },
  'plan.decidedOn': {
    ja: '公表するには、計画の決定日を入力してください',
    en: 'Enter when the plan was decided before publishing',
  },
};
export const SAME_YEAR: Bilingual = {
  ja: 'この年度の調査は登録されています。登録済みの調査を開いてください',
  en: 'There is a survey of this fiscal year. Open that one',
};
export const WINDOW_FIXED: Bilingual = {
  ja: '評価が始まっているため、対象期間は変更できません',
  en: 'Rating has started. The period stays as it is',
};
export const CRITERIA_FIXED: Bilingual = {
  ja: '評価が始まっているため、選定の観点は変更できません',
  en: 'Rating has started. The criteria stay as they are',
};
export const BACK_NEEDS_REASON: Bilingual = {
  ja: '前の段階に戻す理由を入力してください',
  en: 'Enter why it goes back a step',
};
export const BY_SELECTION: Bilingual = {
  ja: '評価の開始、選定の署名、選定のやり直しで進める段階です。選定の画面で操作してください',
  en: 'This step is taken by starting the rating, or by signing or reopening the selection. Do it there',
};
export const BY_PUBLICATION: Bilingual = {
  ja: '「公表済み」には、報告書の版を作成すると進みます。公表の画面で作成してください',
  en: 'A survey becomes published by making an edition of its report. Do it under Publication',
};
