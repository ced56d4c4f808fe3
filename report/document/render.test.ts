import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readCase } from '../../areas/learn/cases/read-case.ts';
import { reportContent } from '../../areas/learn/cases/report-content.ts';
import { Fault } from '../../kernel/errors.ts';
import { drawLaidOut } from '../../test/laid-out.ts';
import type { ContentItem, ReportContent } from './content.ts';
import { render } from './render.ts';

const LIBERATION = fileURLToPath(import.meta.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'));
const CASES = new URL('../../cases/', import.meta.url);
const cases = fs
  .readdirSync(CASES)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readCase(fs.readFileSync(new URL(file, CASES), 'utf8')));

const ABOUT = { issuer: 'みやま水道', programme: '計画X', date: '2026-11-29' };
/** Cover, contents, front matter and two pages of the overview come first. */
const FIRST = 5;

/** Letters alone: where a line ends, a space comes or goes. */
const bare = (text: string): string => text.normalize('NFKC').replace(/’/g, "'").replace(/[\s​]+/g, '');

/** Every text of an item as a reader finds it, its factors and marks included. */
const textsOf = ({ lead = [], text, marks, notes, factors }: ContentItem): string[] => [
  ...[...lead, ...text].flatMap((part) => [part.text, part.mark ?? '']),
  ...marks,
  ...notes,
  ...factors.flatMap(({ heading, items }) => [heading, ...items.flatMap(textsOf)]),
];

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    pages.push(bare(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  const mark = await pdf.getMarkInfo();
  const { info, metadata } = await pdf.getMetadata();
  const outline = ((await pdf.getOutline()) ?? []) as Bookmark[];
  await task.destroy();
  return { pages, outline, marked: mark instanceof Map ? mark.get('Marked') : mark?.Marked, info, metadata };
}

describe.each(['ja', 'en'] as const)('the report of nine cases in %s', (language) => {
  let content: ReportContent;
  let pdf: Uint8Array;
  beforeAll(async () => {
    content = await reportContent(cases, language, { draw: drawLaidOut, about: ABOUT });
    pdf = await render(content, 'pdf');
  });

  test('25 pages in order: cover, contents, front, two overviews, two pages a case, glossary, index', async () => {
    const { pages, marked, info, outline } = await readPdf(pdf);
    expect(pages).toHaveLength(25);
    content.cases.forEach((each, i) => {
      for (const page of [FIRST + i * 2, FIRST + 1 + i * 2])
        expect(pages[page]).toContain(bare(each.heading));
    });
    expect(marked).toBe(true);
    expect(info).toMatchObject({ Title: content.title, Author: 'みやま水道' });
    expect(pages[0]).toContain(bare(`${content.title}みやま水道`));
    for (const { value } of content.frame?.cover ?? []) expect(pages[0]).toContain(bare(value));
    expect(outline.map(({ title }) => title)).toEqual([
      content.frame?.contents,
      content.frame?.front[0]?.heading,
      content.frame?.overview.heading,
      ...new Set(content.cases.map(({ group }) => group)),
      content.frame?.glossary.heading,
      content.frame?.index.heading,
    ]);
    const nested = outline.flatMap(({ items }) => items);
    expect(nested.map(({ title }) => bare(title))).toEqual(content.cases.map(({ heading }) => bare(heading)));
    expect(nested[0]?.items.map(({ title }) => title)).toEqual(
      content.cases[0]?.sections.map(({ heading }) => heading),
    );
    expect(pages.join('')).not.toContain(bare(language === 'ja' ? '下書き' : 'Draft'));
  });

  test('every label, claim, lesson and term can be read out of the file', async () => {
    const { pages } = await readPdf(pdf);
    content.cases.forEach((each, i) => {
      const figurePage = pages[FIRST + i * 2] ?? '';
      const textPage = pages[FIRST + 1 + i * 2] ?? '';
      for (const { tag, text } of each.labels.items) {
        expect(figurePage).toContain(bare(tag));
        expect(figurePage).toContain(bare(text));
      }
      for (const { items } of each.sections)
        for (const text of items.flatMap(textsOf)) expect(textPage).toContain(bare(text));
    });
    for (const { term } of content.frame?.glossary.terms ?? []) expect(pages[23]).toContain(bare(term));
    for (const { entries } of content.frame?.index.groups ?? [])
      for (const { title } of entries)
        expect(pages.slice(24).join('')).toContain(bare(title.map(({ text }) => text).join('')));
  });

  test('carries the PDF/UA mark, its language and only our embedded typefaces', () => {
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toMatch(new RegExp(`/Lang\\s*\\(${language}`));
    const fonts = [...raw.matchAll(/\/BaseFont\s*\/([A-Z]{6}\+)?([\w-]+)/g)];
    expect(fonts.length).toBeGreaterThan(0);
    for (const [, subset, name] of fonts)
      expect(`${subset ? 'subset ' : ''}${name}`).toMatch(
        language === 'ja' ? /^subset BIZUDPGothic/ : /^subset (Inter|BIZUDPGothic)-/,
      );
    if (language === 'en') for (const face of ['+Inter-Regular', '+Inter-Bold']) expect(raw).toContain(face);
  });

  test('the same content gives the same bytes in every format', async () => {
    const again = await reportContent(cases, language, { draw: drawLaidOut, about: ABOUT });
    for (const format of ['pdf', 'html', 'md', 'json'] as const)
      expect(
        Buffer.from(await render(again, format)).equals(Buffer.from(await render(content, format))),
        format,
      ).toBe(true);
  });

  test('HTML stands alone and says the same', async () => {
    const html = Buffer.from(await render(content, 'html')).toString();
    expect(html).not.toMatch(/<script|<link|src=|url\((?!data:)(?!#)/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const words = bare(html.replace(/&#39;/g, "'").replace(/&#38;/g, '&').replace(/&#34;/g, '"'));
    for (const each of content.cases)
      for (const { items } of each.sections)
        for (const text of items.flatMap(textsOf)) expect(words).toContain(bare(text));
  });
});

describe('bad or hostile content', () => {
  const [one] = cases;
  if (!one) throw new Error('no case');

  test('a page that overflows is refused by the name of its longest section', async () => {
    const long = structuredClone(one);
    const claim = long.sections.cause[0];
    if (!claim) throw new Error('no claim');
    long.sections.cause = Array.from({ length: 30 }, (_, i) => ({
      ...claim,
      id: `long${i}`,
      text: { ja: '長い説明を繰り返す。'.repeat(25), en: 'Long. '.repeat(80) },
    }));
    const failure = await render(await reportContent([long], 'ja', { draw: drawLaidOut }), 'pdf').catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Fault);
    expect((failure as Fault).details.fields?.[0]?.mend.ja).toContain('4. 原因');
  });

  test('a summary that leaves the figure too little room is refused, rather than printed too small to read', async () => {
    const long = structuredClone(one);
    long.summary = Array.from({ length: 4 }, () => ({ ja: 'あ'.repeat(390), en: 'a '.repeat(390) }));
    const failure = await render(await reportContent([long], 'ja', { draw: drawLaidOut }), 'pdf').catch(
      (error: unknown) => error,
    );
    expect((failure as Fault).details.fields?.[0]?.mend.ja).toContain('要約');
  });

  test('code in a claim is printed, never run', async () => {
    const nasty = structuredClone(one);
    const claim = nasty.sections.cause[0];
    if (!claim) throw new Error('no claim');
    claim.text.ja = '#panic("x") *太字* $x$ <script>alert(1)</script> \u202eevil 😀 مرحبا';
    nasty.state = 'inReview';
    const content = await reportContent([nasty], 'ja', { draw: drawLaidOut });
    const { pages } = await readPdf(await render(content, 'pdf'));
    expect(pages.join('')).toContain('#panic("x")*太字*$x$<script>alert(1)</script>');
    const html = Buffer.from(await render(content, 'html')).toString();
    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u202e');
    expect(Buffer.from(await render(content, 'md')).toString()).toContain('\\<script\\>');
  });

  test('a letter no font has is refused by case and place; in a draft it stands as its number and is told', async () => {
    const rare = structuredClone(one);
    const claim = rare.sections.cause[0];
    if (!claim) throw new Error('no claim');
    claim.text.ja = '担当は𠮷田と髙﨑、번호 1‑2、が（か\u3099）、①㍻';
    const final = await reportContent([rare], 'ja', { draw: drawLaidOut });
    const failure = await render(final, 'pdf').catch((error: unknown) => error);
    expect((failure as Fault).details.fields?.map(({ field }) => field)).toEqual(['cases.0', 'cases.0']);
    expect((failure as Fault).details.fields?.[0]?.mend.ja).toMatch(/担当は.*U\+BC88/);
    const content = await reportContent([rare], 'ja', { draw: drawLaidOut, draft: true });
    const whole = (await readPdf(await render(content, 'pdf'))).pages.join('');
    expect(whole).toContain(bare('担当は𠮷田と髙﨑、〔U+BC88〕〔U+D638〕 1‐2、が（が）、①㍻'));
    expect(whole).toContain('印刷用の書体にない文字');
    const plain = await readPdf(await render(await reportContent([one], 'ja', { draw: drawLaidOut }), 'pdf'));
    expect(plain.pages.join('')).not.toContain('印刷用の書体にない文字');
    expect(plain.pages).toHaveLength(2);
  });

  test('a letter no font has is refused where it is printed: an issuer is on the cover, and in no case alone', async () => {
    const about = { issuer: 'みやま번호', programme: '計画X', date: '2026-11-29' };
    const alone = await reportContent([one], 'ja', { draw: drawLaidOut, about });
    const { info } = await readPdf(await render(alone, 'pdf'));
    expect((info as { Author?: string }).Author).toBe('みやま번호');
    const fieldsOf = async (told: typeof about & { selection?: string }) => {
      const book = await reportContent(cases.slice(0, 2), 'ja', { draw: drawLaidOut, about: told });
      const failure = await render(book, 'pdf').catch((error: unknown) => error);
      return (failure as Fault).details.fields?.map(({ field }) => field);
    };
    expect(await fieldsOf({ ...about, issuer: 'みやま번' })).toEqual(['issuer']);
    expect(await fieldsOf({ ...about, issuer: 'X', programme: '번' })).toEqual(['programme']);
    expect(await fieldsOf({ ...about, issuer: 'X', selection: '번' })).toEqual(['selection']);
  });

  test('rare kanji of a name are printed from a further typeface, in both weights and formats', async () => {
    const rare = structuredClone(one);
    const [claim] = rare.sections.cause;
    const [lesson] = rare.lessons;
    if (!claim || !lesson) throw new Error('no claim');
    claim.text.ja = '担当は𠮷田';
    lesson.title.ja = '𠮷田の指摘';
    const content = await reportContent([rare], 'ja', { draw: drawLaidOut });
    const pdf = await render(content, 'pdf');
    const whole = (await readPdf(pdf)).pages.join('');
    expect(whole).toContain('担当は𠮷田');
    expect(whole).toContain('𠮷田の指摘');
    const names = [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([\w-]+)/g),
    ];
    expect(names.filter(([, name]) => name?.startsWith('NotoSansJP')).length).toBeGreaterThanOrEqual(2);
    const html = Buffer.from(await render(content, 'html')).toString();
    expect(
      html.match(/@font-face\{font-family:'BIZ UDPGothic';font-weight:(400|700);unicode-range:U\+20bb7;/g),
    ).toHaveLength(2);
  });

  test('a further font lends its letters', async () => {
    vi.stubEnv('SONAE_FONTS', LIBERATION);
    const rare = structuredClone(one);
    const claim = rare.sections.cause[0];
    if (!claim) throw new Error('no claim');
    claim.text.ja = 'Ștefan Țuțea ►';
    const { pages } = await readPdf(
      await render(await reportContent([rare], 'ja', { draw: drawLaidOut }), 'pdf'),
    );
    vi.unstubAllEnvs();
    expect(pages.join('')).toContain(bare('Ștefan Țuțea ►'));
  });

  test('every page of a draft says so, in every format; a case alone has the number of its book', async () => {
    const draft = structuredClone(one);
    draft.state = 'draft';
    draft.order = 7;
    const content = await reportContent([draft], 'ja', { draw: drawLaidOut });
    const { pages } = await readPdf(await render(content, 'pdf'));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(page).toContain('下書き');
    expect(pages[0]).toContain('事例7:');
    for (const format of ['html', 'md'] as const)
      expect(Buffer.from(await render(content, format)).toString()).toContain('下書き');
    const loose = await reportContent([draft], 'ja', { draw: drawLaidOut, number: 'none' });
    expect(loose.cases[0]?.heading).toMatch(/^事例：/);
    const final = await reportContent([{ ...draft, state: 'reviewed' }], 'ja', {
      draw: drawLaidOut,
      number: 4,
    });
    expect(final.draft).toBeUndefined();
    expect(final.cases[0]?.heading).toMatch(/^事例4：/);
  });

  test('what is withheld is in no format', async () => {
    const secret = structuredClone(one);
    const claim = secret.sections.cause[0];
    if (!claim) throw new Error('no claim');
    secret.sections.cause.push({
      ...claim,
      id: 'secret',
      disclosure: 'withhold',
      text: { ja: '秘密の名', en: 'hush' },
    });
    const content = await reportContent([secret], 'ja', { draw: drawLaidOut });
    for (const format of ['html', 'md', 'json'] as const)
      expect(Buffer.from(await render(content, format)).toString()).not.toContain('秘密の名');
  });
});
