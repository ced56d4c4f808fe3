import { spelledBoth } from '../../../../kernel/hedges.ts';
import type { Bilingual, Language } from '../../../../kernel/language.ts';
import { nameOf, tagOf, wordsOf } from '../../../../report/figure/rules.ts';
import type { FigureData, FigureLabel } from '../../../../report/figure/schema.ts';
import { GROUP_WORDS } from '../../../learn/cases/causes/words.ts';
import { lifeWords } from '../../../learn/cases/life/words.ts';
import {
  type CaseDocument,
  CLAIM_SECTIONS,
  type Claim,
  type ClaimSection,
} from '../../../learn/cases/schema.ts';
import { claimsOf } from '../../../learn/cases/texts/rules.ts';
import { FACTOR_WORDS, MEASURE_WORDS, SECTION_WORDS } from '../../../learn/cases/words.ts';
import { PLACE_WORDS } from './words.ts';

export const PLACES = ['title', 'figure', ...CLAIM_SECTIONS, 'lessons'] as const;
export type PartPlace = (typeof PLACES)[number];

/** A part of the pages in words: where it stands, and what it says in both languages. */
export interface ShownPart {
  readonly id: string;
  readonly place: PartPlace;
  readonly words: Bilingual;
}

const both = (said: (language: Language) => string): Bilingual => ({ ja: said('ja'), en: said('en') });
const gap = (language: Language): string => (language === 'ja' ? '：' : ': ');

const labelWords = (label: FigureLabel): Bilingual =>
  both((language) => {
    const tag = tagOf(label, language);
    return `${tag}${tag ? gap(language) : ''}${wordsOf(label, language)}`;
  });

function figureParts(figure: FigureData): Omit<ShownPart, 'place'>[] {
  const names = new Map(figure.boxes.map((box) => [box.id, box]));
  const name = (id: string, language: Language): string => {
    const box = names.get(id);
    return box ? nameOf(box, language) : '';
  };
  return [
    ...figure.boxes.flatMap((box) => [
      { id: `box:${box.id}`, words: both((language) => nameOf(box, language)) },
      ...box.labels.map((label, i) => ({ id: `label:${box.id}.${label.id ?? i}`, words: labelWords(label) })),
    ]),
    ...figure.arrows.flatMap((arrow, at) => {
      const id = `arrow:${arrow.from}-${arrow.to}-${at}`;
      const words = both((language) => `${name(arrow.from, language)} → ${name(arrow.to, language)}`);
      const labels = arrow.labels.map((label, i) => ({
        id: `label:${id}.${label.id ?? i}`,
        words: labelWords(label),
      }));
      return [{ id, words }, ...labels];
    }),
    { id: 'figure', words: PLACE_WORDS.layout },
  ];
}

/** A claim as it is printed: its words, what became of it, and when. */
const claimWords = (claim: Claim, all: readonly Claim[]): Bilingual => {
  const text = spelledBoth(claim.text);
  return both((language) =>
    [
      text[language],
      ...(claim.done && claim.done !== 'done' ? [MEASURE_WORDS[claim.done][language]] : []),
      ...(claim.factor ? [FACTOR_WORDS[claim.factor.certainty][language]] : []),
      ...lifeWords(claim, all, language),
    ].join('\n'),
  );
};

/** Every part of a public edition in the order of its pages, called as its hashes call it (`anonymise/hash.ts`). */
export function shownParts(document: CaseDocument | undefined): ShownPart[] {
  if (!document) return [];
  const all = claimsOf(document);
  const listed = (kind: 'summary' | 'outline'): ShownPart[] =>
    document[kind].map((text, i) => ({ id: `${kind}:${i}`, place: 'title', words: spelledBoth(text) }));
  return [
    { id: 'title', place: 'title', words: spelledBoth(document.title) },
    { id: 'group', place: 'title', words: GROUP_WORDS[document.causeGroup] },
    ...listed('summary'),
    ...listed('outline'),
    ...figureParts(document.figure).map((part) => ({ ...part, place: 'figure' as const })),
    ...CLAIM_SECTIONS.flatMap((place: ClaimSection) =>
      document.sections[place].map((claim) => ({
        id: `claim:${claim.id}`,
        place,
        words: claimWords(claim, all),
      })),
    ),
    ...document.lessons.map(({ id, title, body, brief }) => ({
      id: `lesson:${id}`,
      place: 'lessons' as const,
      words: both((language) =>
        [title, body, ...(brief ? [brief] : [])].map((text) => spelledBoth(text)[language]).join('\n'),
      ),
    })),
  ];
}

/** What a place of the pages is called. */
export const placeWords = (place: PartPlace): Bilingual =>
  place === 'title' || place === 'figure' ? PLACE_WORDS[place] : SECTION_WORDS[place];

/** What a comment was about, where the part is not in the edition any more. */
export const wordsOfPart = (
  parts: readonly ShownPart[],
  id: string,
): { readonly where: Bilingual; readonly words: Bilingual } => {
  const part = parts.find((each) => each.id === id);
  return part
    ? { where: placeWords(part.place), words: part.words }
    : { where: PLACE_WORDS.gone, words: { ja: '', en: '' } };
};
