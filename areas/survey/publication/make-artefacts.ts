import { createHash } from 'node:crypto';
import { LANGUAGES } from '../../../kernel/language.ts';
import { DOCUMENT_FORMATS, render } from '../../../report/document/render.ts';
import type { solveAll } from '../../../report/figure/solve-all.ts';
import { bookContent } from './book/book-content.ts';
import type { Book } from './schema.ts';
import { readEdition } from './site/read-editions.ts';
import type { Artefact } from './store.ts';

const artefact = (name: string, bytes: Uint8Array): Artefact => ({
  name,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes,
});

/**
 * Every file of an edition: the report in both languages and four formats, and all of it as data, from which the site is made. The
 * same book gives the same files.
 * @throws Fault `invalid` where a text is longer than a site takes
 */
export async function makeArtefacts(book: Book, draw: typeof solveAll): Promise<Artefact[]> {
  const contents = {
    ja: await bookContent(book, 'ja', { draw }),
    en: await bookContent(book, 'en', { draw }),
  };
  const files: Artefact[] = [];
  for (const language of LANGUAGES)
    for (const format of DOCUMENT_FORMATS)
      files.push(artefact(`report-${language}.${format}`, await render(contents[language], format)));
  const edition = {
    format: 'sonae-published-edition',
    fiscalYear: book.fiscalYear,
    edition: book.edition,
    date: book.date,
    withdrawn: book.withdrawn.map(({ number }) => number),
    contents,
    files: files.map(({ name, sha256, bytes }) => ({ name, sha256, size: bytes.length })),
  };
  const data = `${JSON.stringify(edition, null, 1)}\n`;
  // What no site can be made of is not published.
  readEdition(data);
  return [...files, artefact('edition.json', Buffer.from(data))];
}
