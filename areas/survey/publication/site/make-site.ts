import { LANGUAGES, type Language } from '../../../../kernel/language.ts';
import { facesFor, familiesIn } from '../../../../report/document/embedded-faces.ts';
import { casePages, lessonPages } from './case-page.ts';
import { feedOf } from './feed.ts';
import { lessonsOf, type SiteLesson } from './lessons.ts';
import { homePage, lessonsPage, yearPage } from './list-pages.ts';
import { drawPage, type SitePage } from './page.ts';
import type { PublishedEdition } from './published.ts';
import { type Entry, SEARCH_SCRIPT, searchEntries, searchIndex, searchPage } from './search.ts';
import { SITE_STYLE } from './style.ts';
import { SITE_WORDS as W } from './words.ts';

/** Files of a site by their path; names tell of years and numbers, nothing else. */
export type SiteFiles = ReadonlyMap<string, string | Uint8Array>;

export interface SiteOptions {
  /** Where it will stand, for the feed; links of pages need none. */
  readonly address?: string;
  /** The bytes of files an edition names, by `2024/report-ja.pdf`. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

function pagesIn(
  editions: readonly PublishedEdition[],
  lessons: readonly SiteLesson[],
  entries: readonly Entry[],
  language: Language,
): SitePage[] {
  return [
    homePage(editions, language, lessons),
    lessonsPage(lessons, language),
    searchPage(entries, language),
    ...editions.flatMap((each) => [yearPage(each, language), ...casePages(each, language, lessons)]),
    ...lessonPages(lessons, language),
  ];
}

/** Where a reader comes in who said no language. */
const entrance = (): string => `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${W.title.ja} / ${W.title.en}</title><link rel="stylesheet" href="letters-ja.css"><link rel="stylesheet" href="site.css"></head>
<body><div class="wrap"><main><h1>${W.title.ja}<br><span lang="en">${W.title.en}</span></h1><ul class="cards"><li><a href="ja/index.html" hreflang="ja">日本語</a></li><li lang="en"><a href="en/index.html" hreflang="en">English</a></li></ul></main></div></body></html>
`;

/** Everything of one language, with the letters it is written in. */
async function filesIn(
  editions: readonly PublishedEdition[],
  language: Language,
  address: string,
): Promise<[string, string][]> {
  const issuer = editions[0]?.contents[language].issuer ?? '';
  const lessons = editions.flatMap((each) => lessonsOf(each, language));
  const entries = searchEntries(editions, lessons, language);
  const drawn = pagesIn(editions, lessons, entries, language).map((page): [string, string] => [
    `${language}/${page.at}`,
    drawPage(page, { language, issuer }),
  ]);
  // Search shows nothing that no page shows, but a mark between.
  const letters = [...drawn.map(([, text]) => text), entrance(), '…'].join('');
  return [
    ...drawn,
    [`${language}/search-index.js`, searchIndex(entries, language)],
    [`${language}/feed.atom`, feedOf(editions, language, { address, issuer })],
    [
      `letters-${language}.css`,
      `${await facesFor(letters, language)}:root{--faces:${familiesIn(language)}}\n`,
    ],
  ];
}

/**
 * The public site as plain files: it works from any web server and from a folder, is read without a script and searched without a
 * network. The same editions give the same files.
 */
export async function makeSite(
  given: readonly PublishedEdition[],
  options: SiteOptions = {},
): Promise<SiteFiles> {
  const has = options.files ?? new Map<string, Uint8Array>();
  const editions = given
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear)
    .map((each) => ({
      ...each,
      files: each.files.filter(({ name }) => has.has(`${each.fiscalYear}/${name}`)),
    }));
  const address = (options.address ?? '').replace(/\/+$/, '');
  const files = new Map<string, string | Uint8Array>([
    ['index.html', entrance()],
    ['site.css', SITE_STYLE],
    ['search.js', SEARCH_SCRIPT],
  ]);
  const parts = await Promise.all(LANGUAGES.map((language) => filesIn(editions, language, address)));
  for (const [at, text] of parts.flat()) files.set(at, text);
  for (const [at, bytes] of has) files.set(`files/${at}`, bytes);
  return files;
}
