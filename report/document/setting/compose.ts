import { Fault } from '../../../kernel/errors.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import type { ReportContent } from '../content.ts';
import {
  type CasePage,
  casePages,
  fits,
  type LooseCase,
  labelOf,
  lessonsOf,
  looseCase,
  tooLong,
} from './cases.ts';
import {
  columnPages,
  type FramePage,
  frontGroups,
  glossaryGroups,
  indexGroups,
  type LooseGroup,
  looseOverview,
  onePage,
  overviewPages,
  type Piece,
  tooHigh,
} from './front.ts';
import { plain } from './items.ts';
import { linesOf, paragraphOf } from './lines.ts';
import { COLUMN, ENTRY, PITCHES, SIZES, type Type, WIDE } from './measures.ts';
import { tablePages } from './tables.ts';
import { titleLines } from './titles.ts';

/** A report ready to print: every page, every line. What prints it decides nothing. */
export interface SetReport {
  readonly language: ReportContent['language'];
  readonly title: string;
  readonly issuer?: string;
  readonly date?: string;
  readonly draft?: string;
  readonly continued: string;
  readonly type: Type;
  readonly pages: readonly (CasePage | FramePage)[];
}

function overflow(index: number, number: number, section: string): Fault {
  const mend: Bilingual = {
    ja: `事例${number}の本文がページに収まりません。最も長いのは「${section}」です。短くしてください`,
    en: `Case ${number} does not fit its page. Shorten “${section}”, the longest section`,
  };
  return new Fault('invalid', { fields: [{ field: `cases.${index}.sections`, mend }] });
}

/** A row of the overview is not parted. */
function highRow(index: number, number: number, part: 'outline' | 'lessons', heading: string): Fault {
  const mend: Bilingual = {
    ja: `「${heading}」の事例${number}の行が1ページに収まりません。${part === 'outline' ? '一覧用の概要' : '教訓の「一覧用の一文」'}を短くするか、減らしてください`,
    en: `The row of case ${number} in “${heading}” does not fit on a page. Shorten its ${part === 'outline' ? 'outline' : 'lessons'} for the overview, or use fewer`,
  };
  return new Fault('invalid', { fields: [{ field: `cases.${index}.${part}`, mend }] });
}

/** The largest size at which every case fits its pages, and the most air between lines: one for the whole book. */
function typeFor(
  cases: readonly LooseCase[],
  groups: readonly LooseGroup[],
  { frame, language, summaryName }: ReportContent,
): Type {
  const pitches = PITCHES[language];
  const tight = pitches.at(-1) as number;
  const size = SIZES.find(
    (each) =>
      (!frame || !tooHigh(groups, frame.overview, language, each)) &&
      cases.every((one) => fits(one, { size: each, pitch: tight })),
  );
  if (size === undefined) {
    const smallest = { size: SIZES.at(-1) as number, pitch: tight };
    const index = cases.findIndex((one) => !fits(one, smallest));
    const one = cases[index];
    const row = frame && tooHigh(groups, frame.overview, language, smallest.size);
    if (!one && frame && row) {
      const at = cases.findIndex(({ content }) => content.number === row.number);
      throw highRow(at, row.number, row.part, frame.overview.heading);
    }
    if (!one) throw new Error('every page fits, and the book does not');
    throw overflow(index, one.content.number, tooLong(one, smallest, summaryName));
  }
  return { size, pitch: pitches.find((pitch) => cases.every((one) => fits(one, { size, pitch }))) ?? tight };
}

const tablesOf = (index: number): string => `tables-${index + 1}`;

/** Headings that the list of contents names, with the page each stands on. */
function entriesOf(
  { frame, cases, language }: ReportContent,
  type: Type,
  pageOf: ReadonlyMap<string, number>,
  column: number,
): Piece[][] {
  if (!frame) return [];
  const width = column - (ENTRY.number + ENTRY.dots) * type.size;
  const entry = (text: string, to: string, under: boolean): Piece => ({
    lines: linesOf(
      paragraphOf(plain(text), [], language, !under),
      type.size,
      under ? width - ENTRY.indent * type.size : width,
    ),
    look: under ? 'under' : 'entry',
    above: type.size * (under ? ENTRY.gap : 1.1),
    page: pageOf.get(to) ?? 0,
    to,
  });
  const groups = [...new Set(cases.map(({ group }) => group))];
  return [
    ...frame.front.slice(0, 1).map(({ heading }) => [entry(heading, 'front', false)]),
    [entry(frame.overview.heading, 'overview', false)],
    ...groups.map((group) => {
      const own = cases.filter((each) => each.group === group);
      const under = own.map(({ heading, number }) => entry(heading, labelOf(number), true));
      const [first] = own;
      return group && first
        ? [{ ...entry(group, labelOf(first.number), false), look: 'heading' as const }, ...under]
        : under;
    }),
    ...(frame.tables ?? []).map(({ heading }, i) => [entry(heading, tablesOf(i), false)]),
    [entry(frame.glossary.heading, 'glossary', false)],
    ...(frame.index.groups.length > 0 ? [[entry(frame.index.heading, 'index', false)]] : []),
  ];
}

/**
 * Breaks every line and places every part of a report.
 * @throws Fault `invalid` naming the case and the section when a page overflows
 */
export function compose(content: ReportContent): SetReport {
  const { language, frame, continued } = content;
  const loose = content.cases.map((each) => looseCase(each, language));
  const groups = frame ? looseOverview(frame.overview, language) : [];
  const type = typeFor(loose, groups, content);
  const how = { language, type, continued };
  const seen = new Set<string>();
  const cases = loose.flatMap((one) => {
    const { group } = one.content;
    const opens = frame && group && !seen.has(group) ? group : undefined;
    if (opens) seen.add(opens);
    return casePages(one, type, { language, group: opens, level: frame ? 2 : 1 });
  });
  const { title, issuer, date, draft } = content;
  const told = {
    language,
    title,
    ...(issuer && { issuer }),
    ...(date && { date }),
    ...(draft && { draft }),
    continued,
    type,
  };
  if (!frame) return { ...told, pages: cases };
  const cover: FramePage = {
    kind: 'cover',
    title: titleLines(title, language),
    ...(issuer && { issuer }),
    facts: frame.cover,
  };
  const front = columnPages(frame.front[0]?.heading ?? title, frontGroups(frame.front, language, type), {
    ...how,
    label: 'front',
  });
  const overview = overviewPages(groups, frame.overview, { ...how, label: 'overview' });
  const tables = (frame.tables ?? []).flatMap((each, i) => tablePages(each, { ...how, label: tablesOf(i) }));
  const glossary = columnPages(frame.glossary.heading, glossaryGroups(frame.glossary.terms, language, type), {
    ...how,
    label: 'glossary',
  });
  const index = (pageOf: (number: number) => number) =>
    columnPages(frame.index.heading, indexGroups(frame.index, language, type, pageOf, lessonsOf), {
      ...how,
      label: 'index',
    });
  const contents = (pages: ReadonlyMap<string, number>): FramePage[] => {
    const page = { ...how, label: 'contents' };
    const wide = onePage(frame.contents, entriesOf(content, type, pages, WIDE), page);
    return wide ? [wide] : columnPages(frame.contents, entriesOf(content, type, pages, COLUMN), page);
  };
  // How many pages a list takes does not hang on the numbers in it: they have a place of their own.
  const before = 1 + contents(new Map()).length;
  const body = [...front, ...overview, ...cases, ...tables, ...glossary, ...index(() => 0)];
  const pages = new Map(
    body.flatMap((page, i) => {
      const { label, anchor } = page.kind === 'cover' ? {} : page.title;
      return [label, anchor].flatMap((to) => (to ? [[to, before + i + 1] as const] : []));
    }),
  );
  return {
    ...told,
    pages: [
      cover,
      ...contents(pages),
      ...front,
      ...overview,
      ...cases,
      ...tables,
      ...glossary,
      ...index((number) => pages.get(lessonsOf(number)) ?? 0),
    ],
  };
}
