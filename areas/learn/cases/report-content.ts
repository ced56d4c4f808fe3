import type { Hedged } from '../../../kernel/certainty.ts';
import { Fault } from '../../../kernel/errors.ts';
import { partsOf, spelledText } from '../../../kernel/hedges.ts';
import type { Language } from '../../../kernel/language.ts';
import { fillIn } from '../../../kernel/text.ts';
import type {
  CaseContent,
  ContentItem,
  OverviewGroup,
  ReportContent,
  Said,
} from '../../../report/document/content.ts';
import { defectsInWords } from '../../../report/figure/defect-words.ts';
import type { DrawnFigure } from '../../../report/figure/draw-sheets.ts';
import { figurePage } from '../../../report/figure/room.ts';
import { inferredOf, labelsOf, tagOf, wordsOf } from '../../../report/figure/rules.ts';
import { solveAll } from '../../../report/figure/solve-all.ts';
import { editionFor, sortedBefore } from './causes/rules.ts';
import { GROUP_WORDS } from './causes/words.ts';
import { publicText } from './disclosing/rules.ts';
import { ledClaims } from './factors/rules.ts';
import { lifeWords } from './life/words.ts';
import { coverOf, indexOf, isDraft } from './report/frame.ts';
import { type CaseDocument, CLAIM_SECTIONS, type Claim, type ReportAbout } from './schema.ts';
import { claimsOf } from './texts/rules.ts';
import {
  DISCLOSURE_WORDS,
  FACTOR_WORDS,
  MEASURE_WORDS,
  REPORT_GLOSSARY,
  REPORT_WORDS,
  SECTION_WORDS,
} from './words.ts';

/** C0-M9: groups in their order, numbers running on; within a group by the numbers that were given, where they were. */
export function inReportOrder(
  cases: readonly CaseDocument[],
  numbers?: ReadonlyMap<string, number>,
): CaseDocument[] {
  const placeOf = ({ id, order }: CaseDocument): number => numbers?.get(id) ?? order;
  return editionFor(cases).groups.flatMap((group) =>
    cases
      .filter((each) => each.causeGroup === group)
      .sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1)),
  );
}

/**
 * C0-M5, for whom a report is: for anybody it holds what may be published, for the house everything, with what is withheld or
 * told in general words marked.
 */
export const EDITIONS = ['public', 'internal'] as const;
export type Edition = (typeof EDITIONS)[number];

const said = (text: Hedged, language: Language): Said => partsOf(text, language);

/** What the house reads beside a claim that others do not see as it stands. */
function disclosureOf(claim: Claim, language: Language): { marks: string[]; notes: string[] } {
  if (claim.disclosure === 'publish') return { marks: [], notes: [] };
  const general = claim.disclosure === 'generalise' ? claim.general?.[language] : undefined;
  return {
    marks: [DISCLOSURE_WORDS[claim.disclosure][language]],
    notes: general ? [fillIn(REPORT_WORDS.publicWording[language], { text: general })] : [],
  };
}

function itemOf(claim: Claim, all: readonly Claim[], { language, edition }: Reader): ContentItem {
  const house = edition === 'internal';
  const disclosure = house ? disclosureOf(claim, language) : { marks: [], notes: [] };
  return {
    text: said(house ? claim.text : publicText(claim), language),
    marks: [
      ...(claim.done && claim.done !== 'done' ? [MEASURE_WORDS[claim.done][language]] : []),
      ...disclosure.marks,
    ],
    notes: [...lifeWords(claim, all, language), ...disclosure.notes],
    factors: [],
  };
}

/** Who reads, and in which language. */
interface Reader {
  readonly language: Language;
  readonly edition: Edition;
}

/** The claims of a section as they are printed; a factor whose lead is not printed stands for itself, with its grade. */
const itemsOf = (claims: readonly Claim[], all: readonly Claim[], reader: Reader): ContentItem[] =>
  ledClaims(
    claims.filter(({ disclosure }) => reader.edition === 'internal' || disclosure !== 'withhold'),
  ).map(({ claim, factors }) => {
    const { language } = reader;
    const item = itemOf(claim, all, reader);
    return {
      ...item,
      marks: [...item.marks, ...(claim.factor ? [FACTOR_WORDS[claim.factor.certainty][language]] : [])],
      factors: factors.map(({ certainty, claims: facts }) => ({
        heading: FACTOR_WORDS[certainty][language],
        items: facts.map((fact) => itemOf(fact, all, reader)),
      })),
    };
  });

/** A case that stands in no book yet has no number. */
function headingOf(number: number | undefined, title: string, language: Language): string {
  if (number === undefined) return language === 'ja' ? `事例：${title}` : `Case: ${title}`;
  return language === 'ja' ? `事例${number}：${title}` : `Case ${number}: ${title}`;
}

/** Labels in reading order: background, events, responses, then relations; one that sits twice is read once. */
function labelList(document: CaseDocument, language: Language): { tag: string; text: string }[] {
  const ranks = ['background', 'event', 'response', 'relation'];
  const items = labelsOf(document.figure)
    .map(({ label }) => label)
    .sort(
      (a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0),
    )
    .map((label) => ({ tag: tagOf(label, language), text: wordsOf(label, language) }));
  return items.filter((item, i) => items.findIndex((o) => o.tag === item.tag && o.text === item.text) === i);
}

function caseContent(
  document: CaseDocument,
  number: number | undefined,
  reader: Reader,
  svgs: readonly string[],
): CaseContent {
  const { language } = reader;
  const heading = headingOf(number, spelledText(document.title, language), language);
  const labels = labelList(document, language);
  const inferred = inferredOf(document.figure, language);
  const told = [
    ...labels.map(({ tag, text }) => (tag ? `${tag} ${text}` : text)),
    ...(inferred ? [inferred] : []),
  ];
  const alt = `${heading} — ${REPORT_WORDS.figureOf[language]}. ${told.join(language === 'ja' ? '。' : '. ')}`;
  const sections = CLAIM_SECTIONS.map((section, i) => ({
    heading: `${i + 1}. ${SECTION_WORDS[section][language]}`,
    items: itemsOf(document.sections[section], claimsOf(document), reader),
  }));
  const lessons = {
    heading: `6. ${SECTION_WORDS.lessons[language]}`,
    items: document.lessons.map((lesson) => ({
      lead: said(lesson.title, language),
      text: said(lesson.body, language),
      marks: [],
      notes: [],
      factors: [],
    })),
  };
  return {
    number: number ?? 1,
    group: GROUP_WORDS[document.causeGroup][language],
    heading,
    summary: document.summary.map((each) => said(each, language)),
    figures: svgs.map((svg) => ({ svg, alt })),
    labels: { heading: REPORT_WORDS.figureList[language], items: labels, ...(inferred && { inferred }) },
    sections: [...sections, lessons],
  };
}

function overviewGroups(
  ordered: readonly CaseDocument[],
  language: Language,
  numberOf: (i: number) => number,
): OverviewGroup[] {
  return editionFor(ordered).groups.flatMap((group) => {
    const rows = ordered.flatMap((document, i) =>
      document.causeGroup === group
        ? [
            {
              number: numberOf(i),
              title: spelledText(document.title, language),
              outline: document.outline.map((each) => said(each, language)),
              lessons: document.lessons.flatMap(({ brief }) => (brief ? [said(brief, language)] : [])),
            },
          ]
        : [],
    );
    return rows.length > 0 ? [{ heading: GROUP_WORDS[group][language], rows }] : [];
  });
}

/** Told where cases were sorted by different editions: an older group may mean more than it does now. */
function editionNote(cases: readonly CaseDocument[], language: Language): string[] {
  const count = sortedBefore(cases);
  if (count === 0) return [];
  return [fillIn(REPORT_WORDS.olderEdition[language], { edition: editionFor(cases).edition, count })];
}

interface ContentOptions {
  /** False for what prints no figures: laying them out takes most of the time. */
  readonly figures?: boolean;
  readonly about?: ReportAbout;
  /** Marked on every page, as what holds a case that was not reviewed is anyway. */
  readonly draft?: boolean;
  /** For anybody unless told. */
  readonly edition?: Edition;
  /** The number in the book of a case that is printed alone; what its own order says unless told. */
  readonly number?: number | 'none';
  /** Numbers that cases were given once, by their ids; what has them is a book, be it of one case. */
  readonly numbers?: ReadonlyMap<string, number>;
  /** Called after each figure with how many of how many are laid out. */
  readonly onFigure?: (done: number, of: number) => void;
  /** Who lays them out; worker threads unless somebody has them already. */
  readonly draw?: typeof solveAll;
}

/** @throws Fault `invalid` where a figure came out with something hidden, overlapping or too small to read */
function refuseDefects(drawn: readonly (readonly DrawnFigure[])[]): void {
  const fields = drawn.flatMap((figures, i) => {
    if (figures.every(({ quality }) => quality.hardTotal === 0)) return [];
    const hard = figures.map(({ quality }) => quality.hard);
    return [
      {
        field: `cases.${i}.figure`,
        mend: {
          ja: `図を1枚に配置できません（${defectsInWords(hard, 'ja')}）。ラベルを短くするか、枠や矢印を減らしてください`,
          en: `The figure does not fit (${defectsInWords(hard, 'en')}). Shorten labels, or use fewer boxes and arrows`,
        },
      },
    ];
  });
  if (fields.length > 0) throw new Fault('invalid', { fields });
}

/**
 * Turns cases into what a document prints, laying their figures out on worker threads. A single case comes without
 * front matter, overview, glossary and index.
 */
export async function reportContent(
  cases: readonly CaseDocument[],
  language: Language,
  {
    figures = true,
    onFigure,
    draw = solveAll,
    about = {},
    draft = false,
    edition = 'public',
    number,
    numbers,
  }: ContentOptions = {},
): Promise<ReportContent> {
  const ordered = inReportOrder(cases, numbers);
  const [single] = ordered.length === 1 && !numbers ? ordered : [];
  const inBook = (i: number): number => numbers?.get(ordered[i]?.id ?? '') ?? i + 1;
  const numberOf = (i: number): number | undefined =>
    single ? (number === 'none' ? undefined : (number ?? single.order)) : inBook(i);
  const drawn = await draw(
    (figures ? ordered : []).map((document, i) => ({
      figure: document.figure,
      language,
      title: headingOf(numberOf(i), spelledText(document.title, language), language),
      prefix: `c${i + 1}-`,
      page: figurePage(document),
    })),
    (done) => onFigure?.(done, ordered.length),
  );
  refuseDefects(drawn);
  const printed = ordered.map((document, i) =>
    caseContent(
      document,
      numberOf(i),
      { language, edition },
      (drawn[i] ?? []).map(({ svg }) => svg),
    ),
  );
  const w = (key: keyof typeof REPORT_WORDS): string => REPORT_WORDS[key][language];
  const told = {
    language,
    ...(about.issuer && { issuer: about.issuer }),
    ...(about.date && { date: about.date }),
    ...(edition === 'internal'
      ? { draft: w('internal') }
      : (draft || isDraft(ordered)) && { draft: w('draft') }),
    summaryName: w('summary'),
    continued: w('continued'),
    cases: printed,
  };
  if (single) return { ...told, title: spelledText(single.title, language) };
  return {
    ...told,
    title: w('title'),
    frame: {
      cover: coverOf(about, language),
      contents: w('contents'),
      front: [
        { heading: w('about'), paragraphs: [w('purpose'), ...editionNote(ordered, language)] },
        {
          heading: w('reading'),
          paragraphs: [w('readingPages'), w('readingFigure'), w('readingCertainty'), w('readingNames')],
        },
        ...(about.selection
          ? [{ heading: w('selection'), paragraphs: about.selection.split(/\s*\n\s*/) }]
          : []),
      ],
      overview: {
        heading: w('overview'),
        columns: [w('case'), w('outline'), w('mainLessons')],
        groups: overviewGroups(ordered, language, inBook),
      },
      glossary: {
        heading: w('glossary'),
        terms: REPORT_GLOSSARY.map(({ term, meaning }) => ({
          term: term[language],
          meaning: meaning[language],
        })),
      },
      index: indexOf(ordered, language, inBook),
    },
  };
}
