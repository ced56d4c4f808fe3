import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawNothing, nineCasesBook } from '../../../../test/survey-book.ts';
import { bookContent } from '../book/book-content.ts';
import type { Book } from '../schema.ts';
import { makeSite, type SiteFiles } from './make-site.ts';
import { type PublishedEdition, publishedEdition } from './published.ts';

async function published(book: Book, files: PublishedEdition['files'] = []): Promise<PublishedEdition> {
  const contents = {
    ja: await bookContent(book, 'ja', { draw: drawNothing }),
    en: await bookContent(book, 'en', { draw: drawNothing }),
  };
  const { fiscalYear, edition, date, withdrawn } = book;
  const written = JSON.stringify({
    format: 'sonae-published-edition',
    fiscalYear,
    edition,
    date,
    withdrawn: withdrawn.map(({ number }) => number),
    contents,
    files,
  });
  return publishedEdition.parse(JSON.parse(written));
}

const text = (site: SiteFiles, at: string): string => String(site.get(at) ?? `${at} is missing`);
const pagesOf = (site: SiteFiles): [string, string][] =>
  [...site].flatMap(([at, content]) =>
    at.endsWith('.html') ? [[at, String(content)] as [string, string]] : [],
  );
const ids = (html: string): Set<string> =>
  new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));

let site: SiteFiles;
let after: SiteFiles;
const report = { name: 'report-ja.pdf', sha256: 'a'.repeat(64), size: 5 };
beforeAll(async () => {
  const whole = nineCasesBook();
  const later = nineCasesBook({
    fiscalYear: 2025,
    cases: whole.cases.filter(({ number }) => number < 3),
    statistics: null,
  });
  const gone = nineCasesBook({
    edition: 2,
    cases: whole.cases.filter(({ number }) => number !== 3),
    withdrawn: [{ number: 3, group: 'cyberAttack', on: '2025-09-01' }],
  });
  const files = new Map([['2024/report-ja.pdf', Buffer.from('%PDF-')]]);
  site = await makeSite([await published(whole, [report]), await published(later)], { files });
  after = await makeSite([await published(gone), await published(later)]);
});

describe('the public site', () => {
  test('every link leads to a file that is there, and to a place in it; nothing leads elsewhere', () => {
    let looked = 0;
    for (const [at, html] of pagesOf(site))
      for (const [, , to = ''] of html.matchAll(/<(?:a|link|script)[^>]*?\s(href|src)="([^"]+)"/g)) {
        expect(to).not.toMatch(/^(?:[a-z]+:|\/)/);
        const [file = '', place] = to.split('#');
        const target = file === '' ? at : path.posix.join(path.posix.dirname(at), file);
        expect(site.has(target), `${at} → ${to}`).toBe(true);
        if (place) expect(ids(text(site, target)).has(place), `${at} → ${to}`).toBe(true);
        looked += 1;
      }
    expect(looked).toBeGreaterThan(1_000);
  });

  test('one page for each case and each lesson, in both languages, reached from the first page', () => {
    for (const language of ['ja', 'en']) {
      const names = [...site.keys()].filter((at) => at.startsWith(`${language}/2024/`));
      expect(names.filter((at) => /case-\d+\.html$/.test(at))).toHaveLength(9);
      expect(names.filter((at) => /lesson-\d+-\d+\.html$/.test(at))).toHaveLength(22);
      const seen = new Set<string>();
      const walk = [`${language}/index.html`];
      for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
        if (seen.has(at) || !at.endsWith('.html')) continue;
        seen.add(at);
        for (const [, to = ''] of text(site, at).matchAll(/<a[^>]*?\shref="([^"#]+)"/g))
          walk.push(path.posix.join(path.posix.dirname(at), to));
      }
      for (const [at] of pagesOf(site).filter(([each]) => each.startsWith(language)))
        expect(seen.has(at), at).toBe(true);
    }
  });

  test('names of files tell of years and numbers alone', () => {
    for (const at of site.keys())
      expect(at).toMatch(
        /^(?:index\.html|site\.css|search\.js|letters-(?:ja|en)\.css|(?:ja|en)\/(?:(?:index|lessons|search)\.html|feed\.atom|search-index\.js|\d{4}\/(?:index|case-\d+|lesson-\d+-\d+)\.html)|files\/\d{4}\/report-ja\.pdf)$/,
      );
  });

  test('every page has its language, one heading of the first level, a title of its own, and reads without a script', () => {
    const titles = new Set<string>();
    for (const [at, html] of pagesOf(site)) {
      expect(html).toMatch(/^<!doctype html>\n<html lang="(?:ja|en)">/);
      expect(html.match(/<h1>/g), at).toHaveLength(1);
      expect(html.match(/<main[ >]/g)).toHaveLength(1);
      expect(html.includes('<script')).toBe(at.endsWith('search.html'));
      // Heading levels are not skipped.
      let level = 0;
      for (const [, n] of html.matchAll(/<h([1-6])[ >]/g)) {
        expect(Number(n) - level, at).toBeLessThanOrEqual(1);
        level = Number(n);
      }
      const places = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(places).size, at).toBe(places.length);
      titles.add(`${at.slice(0, 2)} ${/<title>([^<]*)/.exec(html)?.[1]}`);
    }
    expect(titles.size).toBeGreaterThan(pagesOf(site).length * 0.6);
    // Without the script the page of the search is an index of everything.
    for (const [at] of pagesOf(site).filter(([each]) => /^ja\/\d{4}\/(?:case|lesson)/.test(each)))
      expect(text(site, 'ja/search.html')).toContain(`href="${at.slice(3)}"`);
  });

  test('a year offers the files that are there, with their hash', () => {
    expect(text(site, 'ja/2024/index.html')).toContain('href="../../files/2024/report-ja.pdf"');
    expect(text(site, 'en/2024/index.html')).toContain(report.sha256);
    expect(text(site, 'ja/2025/index.html')).not.toContain('files/');
  });

  test('a withdrawn case is gone from pages, search, feed and lessons; its address and number stay', () => {
    const case3 = nineCasesBook().cases[2]?.document;
    const said = [
      case3?.title.ja,
      case3?.title.en,
      ...(case3?.lessons ?? []).flatMap(({ title, body }) => [title.ja, title.en, body.ja, body.en]),
    ];
    for (const [at, content] of after)
      for (const words of said)
        expect(String(content).includes(words ?? '?'), `${words} in ${at}`).toBe(false);
    expect(text(after, 'ja/2024/case-3.html')).toContain('事例3：取り下げ');
    expect(after.has('ja/2024/lesson-3-1.html')).toBe(false);
    for (const language of ['ja', 'en']) {
      const index = text(after, `${language}/search-index.js`);
      expect(index).not.toContain('2024/case-3.html');
      expect(index).not.toContain('2024/lesson-3-');
      expect(text(after, `${language}/feed.atom`)).toContain(`urn:x-sonae-survey:2024:case-3:${language}`);
    }
    expect([...after.keys()].filter((at) => at.includes('case-'))).toEqual(
      [...site.keys()].filter((at) => at.includes('case-')),
    );
  });

  test('the feed has its address where one is told; entries keep their ids', async () => {
    const one = await published(
      nineCasesBook({ cases: nineCasesBook().cases.slice(0, 1), statistics: null }),
    );
    const feed = text(await makeSite([one], { address: 'https://survey.example/' }), 'en/feed.atom');
    expect(feed).toContain('href="https://survey.example/en/2024/case-1.html"');
    expect(feed).toContain('<id>urn:x-sonae-survey:2024:edition-1:en</id>');
    expect(feed).toContain('<updated>2025-06-20T00:00:00+09:00</updated>');
  });
});

describe('what is no published edition', () => {
  test.each([
    ['another format', { format: 'sonae-case' }],
    ['a number that is none', { edition: 0 }],
    ['a name of a file that leads elsewhere', { files: [{ ...report, name: '../x' }] }],
  ])('%s is refused', async (_, wrong) => {
    const good = await published(
      nineCasesBook({ cases: nineCasesBook().cases.slice(0, 1), statistics: null }),
    );
    expect(publishedEdition.safeParse({ ...good, ...wrong }).success).toBe(false);
    const swapped = { ...good, contents: { ja: good.contents.en, en: good.contents.ja } };
    expect(publishedEdition.safeParse(swapped).success).toBe(false);
  });
});
