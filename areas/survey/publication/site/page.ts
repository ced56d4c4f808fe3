import type { Language } from '../../../../kernel/language.ts';
import { escapeHtml } from '../../../../kernel/text.ts';
import { SITE_WORDS as W } from './words.ts';

/** A page of the site before it is dressed: where it stands below its language, and what it says. */
export interface SitePage {
  /** Below the folder of a language, as in `2024/case-3.html`; the same in every language. */
  readonly at: string;
  readonly title: string;
  readonly description: string;
  /** From the first page to this one. */
  readonly path: readonly { readonly name: string; readonly at: string }[];
  readonly main: string;
  /** Loads the search of this language. */
  readonly searches?: boolean;
}

/** What every page of a language shares. */
export interface Around {
  readonly language: Language;
  readonly issuer: string;
}

/** From one page to another, both below the folder of a language: links work in a folder as they do on a server. */
export function linkFrom(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${to}`;
}

const MENU = [
  { at: 'index.html', word: W.years },
  { at: 'lessons.html', word: W.lessons },
  { at: 'search.html', word: W.search },
] as const;

/** Each language by its own name, for whoever reads no other. */
const OWN_NAMES: Readonly<Record<Language, string>> = { ja: '日本語', en: 'English' };
export const otherThan = (language: Language): Language => (language === 'ja' ? 'en' : 'ja');

/** Nothing is fetched from elsewhere, and nothing runs but the search beside the page. */
const POLICY =
  "default-src 'none'; style-src 'self' file:; font-src data:; img-src 'self' file: data:; script-src 'self' file:; base-uri 'none'; form-action 'none'";

/** A page as a file: head, menu, way back, what it says, who published it. */
export function drawPage(page: SitePage, { language, issuer }: Around): string {
  const to = (at: string): string => linkFrom(page.at, at);
  const other = otherThan(language);
  const there = `../${'../'.repeat(page.at.split('/').length - 1)}${other}/${page.at}`;
  const root = `../${'../'.repeat(page.at.split('/').length - 1)}`;
  const t = (word: { readonly ja: string; readonly en: string }): string => escapeHtml(word[language]);
  const menu = MENU.map(
    ({ at, word }) =>
      `<li><a href="${to(at)}"${at === page.at ? ' aria-current="page"' : ''}>${t(word)}</a></li>`,
  ).join('');
  const trail = page.path
    .map(({ name, at }) => `<li><a href="${to(at)}">${escapeHtml(name)}</a></li>`)
    .join('');
  const title = page.at === 'index.html' ? W.title[language] : `${page.title} – ${W.title[language]}`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer"><title>${escapeHtml(title)}</title><meta name="description" content="${escapeHtml(page.description)}"><link rel="stylesheet" href="${root}letters-${language}.css"><link rel="stylesheet" href="${root}site.css"><link rel="alternate" hreflang="${other}" href="${there}"><link rel="alternate" type="application/atom+xml" title="${t(W.feed)}" href="${to('feed.atom')}"></head>
<body><a class="skip" href="#content">${t(W.skip)}</a>
<header class="site"><div class="wrap"><a class="name" href="${to('index.html')}">${t(W.title)}</a><nav class="menu" aria-label="${t(W.menu)}"><ul>${menu}<li><a href="${there}" lang="${other}" hreflang="${other}">${OWN_NAMES[other]}</a></li></ul></nav></div></header>
<div class="wrap">${trail ? `<nav class="path" aria-label="${t(W.path)}"><ul>${trail}</ul></nav>` : ''}
<main id="content" tabindex="-1">${page.main}</main></div>
<footer class="site"><div class="wrap">${issuer ? `<p>${escapeHtml(issuer)}</p>` : ''}<nav aria-label="${t(W.feed)}"><a href="${to('feed.atom')}">${t(W.feed)}</a></nav></div></footer>${page.searches ? `<script src="${to('search-index.js')}"></script><script src="${root}search.js"></script>` : ''}
</body></html>
`;
}
