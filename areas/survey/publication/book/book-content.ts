import type { Language } from '../../../../kernel/language.ts';
import { fillIn } from '../../../../kernel/text.ts';
import type { CaseContent, ReportContent } from '../../../../report/document/content.ts';
import type { solveAll } from '../../../../report/figure/solve-all.ts';
import { GROUP_WORDS } from '../../../learn/cases/causes/words.ts';
import { dayInWords, reportContent } from '../../../learn/cases/index.ts';
import { REPORT_WORDS } from '../../../learn/cases/words.ts';
import type { Book, Tombstone } from '../schema.ts';
import { statisticsTables } from './statistics.ts';
import { themesTables } from './themes.ts';
import { BOOK_WORDS as W } from './words.ts';

type Frame = NonNullable<ReportContent['frame']>;

/** What the survey says of itself, on one page: purpose and plan, how it went, how cases were chosen, how to read them. */
function frontOf({ front, window, criteria, errata }: Book, base: Frame, language: Language): Frame['front'] {
  const { plan, purpose } = front;
  const on = (date: string): string => dayInWords(date, language);
  const reading = base.front.find(({ heading }) => heading === REPORT_WORDS.reading[language]);
  return [
    {
      heading: W.about[language],
      paragraphs: [
        purpose[language],
        fillIn(W.plan[language], {
          plan: plan.name[language],
          by: plan.decidedBy[language],
          date: on(plan.decidedOn),
        }),
      ],
    },
    { heading: W.conduct[language], paragraphs: [W.hearings[language], W.consent[language]] },
    {
      heading: W.criteria[language],
      paragraphs: [
        fillIn(W.window[language], { from: on(window.from), until: on(window.until) }),
        ...criteria.map(({ name, help }) =>
          fillIn(W.criterion[language], { name: name[language], help: help[language] }),
        ),
        W.alsoWeighed[language],
      ],
    },
    ...(reading ? [reading] : []),
    ...(errata.length > 0
      ? [
          {
            heading: W.errata[language],
            paragraphs: errata.map(({ number, on: date, text }) =>
              number === null
                ? fillIn(W.erratumOfReport[language], { date: on(date), text: text[language] })
                : fillIn(W.erratum[language], { case: number, date: on(date), text: text[language] }),
            ),
          },
        ]
      : []),
  ];
}

const headingOf = (number: number, language: Language): string =>
  language === 'ja' ? `事例${number}：${W.withdrawn.ja}` : `Case ${number}: ${W.withdrawn.en.toLowerCase()}`;

/** Where a case was, its number and since when it is gone: nothing of what it told. */
const stone = ({ number, group, on }: Tombstone, language: Language): CaseContent => ({
  number,
  group: GROUP_WORDS[group][language],
  heading: headingOf(number, language),
  summary: [],
  figures: [],
  labels: { heading: REPORT_WORDS.figureList[language], items: [] },
  sections: [
    {
      heading: W.withdrawn[language],
      items: [
        {
          text: [{ text: fillIn(W.withdrawnOn[language], { date: dayInWords(on, language) }) }],
          marks: [],
          notes: [],
          factors: [],
        },
      ],
    },
  ],
});

/** Numbers that were withdrawn stand among the others of their group, in cases and overview. */
function withStones(content: ReportContent, frame: Frame, book: Book): ReportContent {
  const { language } = content;
  const stones = book.withdrawn.map((each) => stone(each, language));
  const headings = [
    ...new Set([
      ...frame.overview.groups.map(({ heading }) => heading),
      ...stones.flatMap(({ group }) => group ?? []),
    ]),
  ];
  const order = Object.values(GROUP_WORDS).map((words) => words[language]);
  const groups = headings.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const cases = groups.flatMap((group) =>
    [...content.cases, ...stones].filter((each) => each.group === group).sort((a, b) => a.number - b.number),
  );
  const rowsOf = (group: string) => [
    ...frame.overview.groups.filter(({ heading }) => heading === group).flatMap(({ rows }) => rows),
    ...stones
      .filter((each) => each.group === group)
      .map(({ number, sections }) => ({
        number,
        title: W.withdrawn[language],
        outline: sections.flatMap(({ items }) => items.map(({ text }) => text)),
        lessons: [],
      })),
  ];
  const overview = {
    ...frame.overview,
    groups: groups.map((heading) => ({
      heading,
      rows: rowsOf(heading).sort((a, b) => a.number - b.number),
    })),
  };
  return { ...content, cases, frame: { ...frame, overview } };
}

/**
 * The report of a survey as content: front matter, overview, cases under the numbers they were given once, statistics, themes,
 * glossary, index of lessons.
 */
export async function bookContent(
  book: Book,
  language: Language,
  options: { readonly figures?: boolean; readonly draw?: typeof solveAll } = {},
): Promise<ReportContent> {
  const cases = book.cases.map(({ number, document }) => ({
    ...document,
    id: `c${number}`,
    state: 'reviewed' as const,
  }));
  const numbers = new Map(book.cases.map(({ number }) => [`c${number}`, number]));
  const issuer = book.front.issuer[language];
  const base = await reportContent(cases, language, {
    numbers,
    about: { date: book.date, fiscalYear: book.fiscalYear, ...(issuer && { issuer }) },
    ...options,
  });
  if (!base.frame) throw new Error('A book has a frame');
  const tables = [
    ...(book.statistics ? [statisticsTables(book.statistics, language)] : []),
    ...(book.cases.length > 0 ? [themesTables(book, language)] : []),
  ];
  const frame: Frame = {
    ...base.frame,
    cover: [
      ...base.frame.cover,
      { name: W.edition[language], value: fillIn(W.editionValue[language], { number: book.edition }) },
    ],
    front: frontOf(book, base.frame, language),
    tables,
  };
  const title = fillIn(W.title[language], { year: book.fiscalYear });
  return withStones({ ...base, title }, frame, book);
}
