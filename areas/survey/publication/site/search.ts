import { spelled } from '../../../../kernel/hedges.ts';
import type { Language } from '../../../../kernel/language.ts';
import { escapeHtml } from '../../../../kernel/text.ts';
import type { CaseContent, ContentItem } from '../../../../report/document/content.ts';
import { yearName } from './case-page.ts';
import { caseAt, type SiteLesson } from './lessons.ts';
import type { SitePage } from './page.ts';
import type { PublishedEdition } from './published.ts';
import { SITE_WORDS as W } from './words.ts';

/** What can be found: where, what it is called, of what kind and year, its words. */
export interface Entry {
  readonly at: string;
  readonly title: string;
  readonly kind: string;
  readonly words: string;
}

function wordsOfCase({ summary, labels, sections }: CaseContent, language: Language): string {
  const wordsOf = ({ lead, text, notes, factors }: ContentItem): string[] => [
    ...(lead ? [spelled(lead, language)] : []),
    spelled(text, language),
    ...notes,
    ...factors.flatMap(({ items }) => items.flatMap(wordsOf)),
  ];
  return [
    ...summary.map((text) => spelled(text, language)),
    ...labels.items.map(({ text }) => text),
    ...sections.flatMap(({ items }) => items.flatMap(wordsOf)),
  ].join(' ');
}

/** Cases and lessons of all years; a case that was withdrawn is not found by anything it said. */
export function searchEntries(
  editions: readonly PublishedEdition[],
  lessons: readonly SiteLesson[],
  language: Language,
): Entry[] {
  return editions.flatMap(({ fiscalYear, contents, withdrawn }) => [
    ...contents[language].cases
      .filter(({ number }) => !withdrawn.includes(number))
      .map((each) => ({
        at: caseAt(fiscalYear, each.number),
        title: each.heading,
        kind: `${yearName(fiscalYear, language)} ${W.kindCase[language]}`,
        words: wordsOfCase(each, language),
      })),
    ...lessons
      .filter(({ year }) => year === fiscalYear)
      .map(({ at, title, item }) => ({
        at,
        title,
        kind: `${yearName(fiscalYear, language)} ${W.kindLesson[language]}`,
        words: spelled(item.text, language),
      })),
  ]);
}

/** As a file that a page from a folder may load, which it may not with data alone. */
export const searchIndex = (entries: readonly Entry[], language: Language): string =>
  `window.sonaeSearch=${JSON.stringify({
    entries: entries.map(({ at, title, kind, words }) => [at, title, kind, words]),
    found: W.found[language],
    none: W.none[language],
  }).replace(/</g, '\\u003c')};\n`;

/** Without the script it is a list of everything there is. */
export function searchPage(entries: readonly Entry[], language: Language): SitePage {
  const lines = entries.map(
    ({ at, title, kind }) =>
      `<li><a href="${at}">${escapeHtml(title)}</a><span class="quiet">${escapeHtml(kind)}</span></li>`,
  );
  return {
    at: 'search.html',
    title: W.search[language],
    description: W.lead[language],
    path: [{ name: W.home[language], at: 'index.html' }],
    searches: true,
    main: `<h1>${W.search[language]}</h1><form class="search" role="search" hidden><label for="words">${W.searchLabel[language]}</label><input id="words" type="search" autocomplete="off" spellcheck="false"></form><p id="count" class="quiet" role="status"></p><ul id="hits" class="hits"></ul><div id="all"><h2>${W.searchPlain[language]}</h2><ul class="hits">${lines.join('')}</ul></div>`,
  };
}

/** Runs on the reader's machine, on the index beside it: nothing that is typed goes anywhere. */
export const SEARCH_SCRIPT = `(() => {
  'use strict';
  const data = window.sonaeSearch;
  const form = document.querySelector('form.search');
  const box = document.getElementById('words');
  const hits = document.getElementById('hits');
  const count = document.getElementById('count');
  const all = document.getElementById('all');
  if (!data || !form || !box) return;
  const MOST = 50;
  const fold = (text) => text.normalize('NFKC').toLowerCase();
  const entries = data.entries.map(([at, title, kind, words]) => ({ at, title, kind, words, in: fold(title + ' ' + words), head: fold(title) }));
  const marked = (text, wanted) => {
    const span = document.createElement('span');
    const low = text.toLowerCase();
    let at = 0;
    while (at < text.length) {
      let next = -1;
      let length = 0;
      for (const word of wanted) {
        const found = low.indexOf(word, at);
        if (found >= 0 && (next < 0 || found < next)) { next = found; length = word.length; }
      }
      if (next < 0) break;
      span.append(text.slice(at, next));
      const mark = document.createElement('mark');
      mark.textContent = text.slice(next, next + length);
      span.append(mark);
      at = next + length;
    }
    span.append(text.slice(at));
    return span;
  };
  const around = (words, wanted) => {
    const low = words.toLowerCase();
    const at = Math.max(0, Math.min(...wanted.map((word) => low.indexOf(word)).filter((n) => n >= 0), words.length));
    const from = Math.max(0, (at === words.length ? 0 : at) - 40);
    return (from > 0 ? '…' : '') + words.slice(from, from + 140) + (words.length > from + 140 ? '…' : '');
  };
  const show = () => {
    const wanted = fold(box.value).split(/\\s+/).filter(Boolean);
    hits.replaceChildren();
    all.hidden = wanted.length > 0;
    if (wanted.length === 0) { count.textContent = ''; return; }
    const found = entries.filter((each) => wanted.every((word) => each.in.includes(word)));
    const score = (each) => wanted.filter((word) => each.head.includes(word)).length;
    found.sort((a, b) => score(b) - score(a));
    count.textContent = found.length > 0 ? data.found.replace('{n}', String(found.length)) : data.none;
    for (const each of found.slice(0, MOST)) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = each.at;
      link.append(marked(each.title, wanted));
      const kind = document.createElement('span');
      kind.className = 'quiet';
      kind.textContent = each.kind;
      const text = document.createElement('div');
      text.append(marked(around(each.words, wanted), wanted));
      item.append(link, kind, text);
      hits.append(item);
    }
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  box.addEventListener('input', show);
})();
`;
