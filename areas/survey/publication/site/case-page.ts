import { spelled } from '../../../../kernel/hedges.ts';
import type { Language } from '../../../../kernel/language.ts';
import { escapeHtml, fillIn } from '../../../../kernel/text.ts';
import type { CaseContent } from '../../../../report/document/content.ts';
import {
  figuresHtml,
  itemsHtml,
  labelsHtml,
  saidHtml,
  summaryHtml,
} from '../../../../report/document/html-parts.ts';
import { caseAt, type SiteLesson, yearAt } from './lessons.ts';
import { linkFrom, type SitePage } from './page.ts';
import type { PublishedEdition } from './published.ts';
import { SITE_WORDS as W } from './words.ts';

export const yearName = (year: number, language: Language): string => fillIn(W.year[language], { year });
const home = (language: Language) => ({ name: W.home[language], at: 'index.html' });
export const pathTo = (year: number, language: Language) => [
  home(language),
  { name: yearName(year, language), at: yearAt(year) },
];

/** To the cases beside it, in the order of the book. */
function pager(cases: readonly CaseContent[], at: number, year: number, from: string, language: Language) {
  const link = (one: CaseContent | undefined, word: string, rel: string): string =>
    one
      ? `<a rel="${rel}" href="${linkFrom(from, caseAt(year, one.number))}">${word}: ${escapeHtml(one.heading)}</a>`
      : '';
  return `<div class="pager">${link(cases[at - 1], W.before[language], 'prev')}${link(cases[at + 1], W.next[language], 'next')}</div>`;
}

function told(each: CaseContent, own: readonly SiteLesson[], from: string): string {
  const last = each.sections.length - 1;
  const sections = each.sections
    .slice(0, last)
    .map(({ heading, items }) => `<section><h2>${escapeHtml(heading)}</h2>${itemsHtml(items)}</section>`)
    .join('');
  const lessons = own
    .map(
      ({ at, title, item }) =>
        `<h3><a href="${linkFrom(from, at)}">${escapeHtml(title)}</a></h3><p>${saidHtml(item.text)}</p>`,
    )
    .join('');
  const figures = figuresHtml(each);
  const picture = figures
    ? `<div class="picture" role="region" tabindex="0" aria-label="${escapeHtml(each.labels.heading)}">${figures}</div>`
    : '';
  return `${summaryHtml(each)}${picture}${labelsHtml(each, false)}<div class="sections two">${sections}</div><h2>${escapeHtml(each.sections[last]?.heading ?? '')}</h2>${lessons}`;
}

/** Where a case was that is told of no more. */
const gone = (each: CaseContent): string =>
  `<div class="gone">${each.sections.map(({ items }) => itemsHtml(items)).join('')}</div>`;

/** A page for each number of a year; one that was withdrawn keeps its address and says so. */
export function casePages(
  { fiscalYear, contents, withdrawn }: PublishedEdition,
  language: Language,
  lessons: readonly SiteLesson[],
): SitePage[] {
  const { cases } = contents[language];
  return cases.map((each, i) => {
    const at = caseAt(fiscalYear, each.number);
    const isGone = withdrawn.includes(each.number);
    const own = lessons.filter(({ inCase, year }) => year === fiscalYear && inCase.number === each.number);
    const group = each.group ? `<p class="quiet">${escapeHtml(each.group)}</p>` : '';
    return {
      at,
      title: each.heading,
      description: each.summary.map((text) => spelled(text, language)).join(' ') || each.heading,
      path: pathTo(fiscalYear, language),
      main: `<h1>${escapeHtml(each.heading)}</h1>${group}${isGone ? gone(each) : told(each, own, at)}${pager(cases, i, fiscalYear, at, language)}`,
    };
  });
}

/** A page for each lesson: what it says, where it comes from, what else is said on its themes. */
export function lessonPages(lessons: readonly SiteLesson[], language: Language): SitePage[] {
  return lessons.map(({ at, title, item, year, inCase, themes }) => {
    const alike = lessons.filter(
      (other) => other.at !== at && other.themes.some((theme) => themes.includes(theme)),
    );
    const near = alike
      .map(
        (other) =>
          `<li><a href="${linkFrom(at, other.at)}">${escapeHtml(other.title)}</a><p>${escapeHtml(`${yearName(other.year, language)} ${other.inCase.heading}`)}</p></li>`,
      )
      .join('');
    const on =
      themes.length > 0
        ? `<p class="quiet">${W.themes[language]}: ${themes.map(escapeHtml).join(language === 'ja' ? '、' : ', ')}</p>`
        : '';
    return {
      at,
      title,
      description: spelled(item.text, language),
      path: [
        ...pathTo(year, language),
        { name: fillIn(W.caseNo[language], { number: inCase.number }), at: caseAt(year, inCase.number) },
      ],
      main: `<h1>${escapeHtml(title)}</h1>${on}<p>${saidHtml(item.text)}</p><h2>${W.fromCase[language]}</h2><ul><li><a href="${linkFrom(at, caseAt(year, inCase.number))}">${escapeHtml(inCase.heading)}</a></li></ul>${near ? `<h2>${W.sameTheme[language]}</h2><ul class="cards">${near}</ul>` : ''}`,
    };
  });
}
