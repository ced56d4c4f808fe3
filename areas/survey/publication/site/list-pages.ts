import type { Language } from '../../../../kernel/language.ts';
import { escapeHtml, fillIn } from '../../../../kernel/text.ts';
import { bulletsHtml, tableHtml } from '../../../../report/document/html-parts.ts';
import { dayInWords } from '../../../learn/cases/index.ts';
import { yearName } from './case-page.ts';
import { caseAt, type SiteLesson, yearAt } from './lessons.ts';
import { linkFrom, type SitePage } from './page.ts';
import type { PublishedEdition } from './published.ts';
import { SITE_WORDS as W } from './words.ts';

const sizeOf = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1_000))} KB`;

function filesHtml({ files, fiscalYear }: PublishedEdition, language: Language): string {
  if (files.length === 0) return '';
  // Files stand beside the languages, once.
  const lines = files.map(
    ({ name, size, sha256 }) =>
      `<li><a href="../../files/${fiscalYear}/${escapeHtml(name)}">${escapeHtml(name)}</a> <span class="quiet">${sizeOf(size)}</span><code>${W.fingerprint[language]} ${sha256}</code></li>`,
  );
  return `<h2>${W.download[language]}</h2><ul class="files">${lines.join('')}</ul>`;
}

/** What a year says of itself: front matter, cases at a glance, statistics, themes, words, files. */
export function yearPage(edition: PublishedEdition, language: Language): SitePage {
  const { fiscalYear, contents, date } = edition;
  const { frame, title } = contents[language];
  const at = yearAt(fiscalYear);
  const [first, second, third] = frame.overview.columns.map(escapeHtml);
  const overview = frame.overview.groups
    .map(({ heading, rows }) => {
      const lines = rows.map(
        (row) =>
          `<tr><td class="no"><a href="${linkFrom(at, caseAt(fiscalYear, row.number))}" aria-label="${escapeHtml(fillIn(W.caseNo[language], { number: row.number }))}">${row.number}</a></td><td><strong><a href="${linkFrom(at, caseAt(fiscalYear, row.number))}">${escapeHtml(row.title)}</a></strong>${bulletsHtml(row.outline)}</td><td>${row.lessons.length > 0 ? bulletsHtml(row.lessons) : ''}</td></tr>`,
      );
      return `<h3>${escapeHtml(heading)}</h3><table class="cases"><thead><tr><th scope="col">${first}</th><th scope="col">${second}</th><th scope="col">${third}</th></tr></thead><tbody>${lines.join('')}</tbody></table>`;
    })
    .join('');
  const front = frame.front
    .map(
      ({ heading, paragraphs }) =>
        `<h2>${escapeHtml(heading)}</h2>${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}`,
    )
    .join('');
  const tables = (frame.tables ?? [])
    .map(({ heading, tables: all }) => `<h2>${escapeHtml(heading)}</h2>${all.map(tableHtml).join('')}`)
    .join('');
  const terms = frame.glossary.terms
    .map(({ term, meaning }) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(meaning)}</dd>`)
    .join('');
  const dated = `${fillIn(W.edition[language], { edition: edition.edition })} · ${W.published[language]} ${dayInWords(date, language)}`;
  return {
    at,
    title: yearName(fiscalYear, language),
    description: title,
    path: [{ name: W.home[language], at: 'index.html' }],
    main: `<h1>${escapeHtml(title)}</h1><p class="quiet">${dated}</p><h2>${escapeHtml(frame.overview.heading)}</h2>${overview}${front}${tables}<h2>${escapeHtml(frame.glossary.heading)}</h2><dl class="terms">${terms}</dl>${filesHtml(edition, language)}`,
  };
}

/** The first page: what this is, and the years, newest first. */
export function homePage(
  editions: readonly PublishedEdition[],
  language: Language,
  lessons: readonly SiteLesson[],
): SitePage {
  const years = editions.map(({ fiscalYear, edition, date, contents, withdrawn }) => {
    const line = fillIn(W.yearLine[language], {
      cases: contents[language].cases.length - withdrawn.length,
      lessons: lessons.filter(({ year }) => year === fiscalYear).length,
      edition,
      date: dayInWords(date, language),
    });
    return `<li><a href="${yearAt(fiscalYear)}">${yearName(fiscalYear, language)}</a><p>${line}</p></li>`;
  });
  return {
    at: 'index.html',
    title: W.title[language],
    description: W.lead[language],
    path: [],
    main: `<h1>${W.title[language]}</h1><p class="lead-text">${W.lead[language]}</p><h2>${W.years[language]}</h2><ul class="cards">${years.join('')}</ul>`,
  };
}

/** Every lesson by theme, over all years. */
export function lessonsPage(lessons: readonly SiteLesson[], language: Language): SitePage {
  const themes = Map.groupBy(
    lessons.flatMap((lesson) => lesson.themes.map((theme) => ({ theme, lesson }))),
    ({ theme }) => theme,
  );
  const groups = [...themes].map(([theme, entries]) => {
    const lines = entries.map(
      ({ lesson }) =>
        `<li><a href="${lesson.at}">${escapeHtml(lesson.title)}</a> <span class="quiet">${yearName(lesson.year, language)} ${escapeHtml(fillIn(W.caseNo[language], { number: lesson.inCase.number }))}</span></li>`,
    );
    return `<h2>${escapeHtml(theme)}</h2><ul>${lines.join('')}</ul>`;
  });
  return {
    at: 'lessons.html',
    title: W.lessons[language],
    description: W.lead[language],
    path: [{ name: W.home[language], at: 'index.html' }],
    main: `<h1>${W.lessons[language]}</h1>${groups.join('')}`,
  };
}
