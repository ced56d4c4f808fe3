import { CERTAINTY_WORDS } from '../../../../kernel/certainty.ts';
import type { Bilingual, Language } from '../../../../kernel/language.ts';
import { shorten } from '../../../../kernel/text.ts';
import { isLabelOf, labelsOf, tagOf } from '../../../../report/figure/rules.ts';
import type { FigureData, LabelKind } from '../../../../report/figure/schema.ts';
import { estimateWords, LATER_WORDS, timesWords } from '../life/words.ts';
import type { Claim } from '../schema.ts';
import { DISCLOSURE_WORDS, MEASURE_WORDS, OUTCOME_WORDS } from '../words.ts';

/** What can be known of a claim besides its words. */
export const FACETS = [
  'labels',
  'hedges',
  'factor',
  'times',
  'estimates',
  'later',
  'source',
  'outcome',
  'done',
  'disclosure',
] as const;
export type Facet = (typeof FACETS)[number];

export const FACET_WORDS: Readonly<Record<Facet, Bilingual>> = {
  labels: { ja: '図のラベル', en: 'Figure label' },
  hedges: { ja: '確かさ', en: 'Certainty' },
  factor: { ja: '要因', en: 'Cause of' },
  times: { ja: '時刻', en: 'Time' },
  estimates: { ja: '見込み', en: 'Estimate' },
  later: { ja: 'その後の訂正', en: 'Later correction' },
  source: { ja: '出所', en: 'Source' },
  outcome: { ja: '効果', en: 'Outcome' },
  done: { ja: '進捗', en: 'Progress' },
  disclosure: { ja: '公開の扱い', en: 'Disclosure' },
};

/** One thing known of a claim, as it stands behind its words. */
export interface Chip {
  readonly facet: Facet;
  readonly words: string;
  /** The kind of label it stands for: it has its colour. */
  readonly label?: LabelKind;
}

const TEXT_ONLY: Bilingual = { ja: '本文のみ', en: 'Text only' };
const LONGEST_PHRASE = 16;

function labelChips({ labels }: Claim, figure: FigureData, language: Language): Chip[] {
  const all = labelsOf(figure).map(({ label }) => label);
  return labels.map((reference): Chip => {
    const label = all.find((each) => isLabelOf(each, reference));
    if (!label) return { facet: 'labels', words: `${FACET_WORDS.labels[language]} ?` };
    const series = label.kind === 'event' || label.kind === 'response';
    // A label with several numbers is named by the one that is meant.
    const only = series
      ? {
          ...label,
          numbers: label.numbers.filter((n) => reference === `${label.kind === 'event' ? 'e' : 'r'}${n}`),
        }
      : label;
    return {
      facet: 'labels',
      words: tagOf(only, language) || shorten(label.text[language], LONGEST_PHRASE),
      label: label.kind,
    };
  });
}

/** What is known of a claim in a word or two each, in the order people look for it. */
export function chipsOf(claim: Claim, figure: FigureData, language: Language): Chip[] {
  const hedges = (claim.text.hedges ?? []).map(({ certainty, words }): Chip => {
    const phrase = words?.[language];
    const grade = CERTAINTY_WORDS[certainty][language];
    if (!phrase) return { facet: 'hedges', words: grade };
    const short = shorten(phrase, LONGEST_PHRASE);
    return { facet: 'hedges', words: language === 'ja' ? `「${short}」${grade}` : `“${short}” ${grade}` };
  });
  const chip = (facet: Facet, words: string | undefined): Chip[] => (words ? [{ facet, words }] : []);
  return [
    ...labelChips(claim, figure, language),
    ...chip('labels', claim.textOnly ? TEXT_ONLY[language] : undefined),
    ...hedges,
    ...chip(
      'factor',
      claim.factor && `${FACET_WORDS.factor[language]}・${CERTAINTY_WORDS[claim.factor.certainty][language]}`,
    ),
    ...claim.times.map((time): Chip => ({ facet: 'times', words: timesWords([time], language) })),
    ...claim.estimates.map(
      (each): Chip => ({ facet: 'estimates', words: estimateWords(each, claim.times, language) }),
    ),
    ...chip('later', claim.later && LATER_WORDS[claim.later.how][language]),
    ...chip('outcome', claim.outcome && OUTCOME_WORDS[claim.outcome][language]),
    ...chip('done', claim.done && MEASURE_WORDS[claim.done][language]),
    ...chip(
      'disclosure',
      claim.disclosure === 'publish' ? undefined : DISCLOSURE_WORDS[claim.disclosure][language],
    ),
    ...chip('source', claim.source && FACET_WORDS.source[language]),
  ];
}
