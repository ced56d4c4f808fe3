import type { Bilingual, Language } from '../../kernel/language.ts';
import { type HardDefects, SMALLEST_TYPE } from './quality.ts';

const DEFECT_WORDS: Readonly<Record<keyof HardDefects, Bilingual>> = {
  boxOverlap: { ja: '枠の重なり', en: 'boxes overlap' },
  labelOverlap: { ja: 'ラベルの重なり', en: 'labels overlap' },
  labelOnFrame: { ja: '枠の角を隠すラベル', en: 'a label hides the corner of a frame' },
  arrowThroughBox: { ja: '枠を横切る矢印', en: 'an arrow runs through a box' },
  arrowThroughLabel: { ja: 'ラベルを横切る矢印', en: 'an arrow runs through a label' },
  arrowMissing: { ja: '引けない矢印', en: 'an arrow finds no way' },
  labelDetached: { ja: '矢印から離れたラベル', en: 'a label stands off its arrow' },
  headHidden: { ja: '隠れた矢印の先', en: 'the head of an arrow is hidden' },
  oblique: { ja: '斜めの矢印', en: 'an arrow is slanted' },
  textOverflow: { ja: '枠からはみ出す文字', en: 'text is wider than its box' },
  badBreak: { ja: '不適切な改行', en: 'a line breaks in the wrong place' },
  labelMiscounted: { ja: '描けないラベル', en: 'a label is left out' },
  outOfPage: { ja: '図の外に出る要素', en: 'parts lie outside the figure' },
  smallType: {
    ja: `${SMALLEST_TYPE}ポイント未満の文字`,
    en: `type is smaller than ${SMALLEST_TYPE} pt`,
  },
};

/** What keeps figures from being printed, each once, as people call it. */
export function defectsInWords(hard: readonly HardDefects[], language: Language): string {
  const found = (Object.keys(DEFECT_WORDS) as (keyof HardDefects)[]).filter((defect) =>
    hard.some((counts) => counts[defect] > 0),
  );
  return found.map((defect) => DEFECT_WORDS[defect][language]).join(language === 'ja' ? '、' : ', ');
}
