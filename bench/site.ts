import os from 'node:os';
import { bookContent } from '../areas/survey/publication/book/book-content.ts';
import { makeSite } from '../areas/survey/publication/site/make-site.ts';
import { publishedEdition } from '../areas/survey/publication/site/published.ts';
import { nineCasesBook } from '../test/survey-book.ts';

const YEARS = 10;
/** What is to be had. */
const MOST_SECONDS = 10;

/** Ten years of nine cases, their figures drawn as in the product when each was published. */
export async function benchSite(): Promise<void> {
  const book = nineCasesBook();
  const contents = { ja: await bookContent(book, 'ja'), en: await bookContent(book, 'en') };
  const years = Array.from({ length: YEARS }, (_, i) =>
    publishedEdition.parse({
      format: 'sonae-published-edition',
      fiscalYear: book.fiscalYear - i,
      edition: 1,
      date: book.date,
      withdrawn: [],
      contents,
      files: [],
    }),
  );
  const begun = performance.now();
  const site = await makeSite(years);
  const seconds = (performance.now() - begun) / 1_000;
  const bytes = [...site.values()].reduce((sum, each) => sum + each.length, 0);
  console.log(
    `site: ${YEARS} years × ${book.cases.length} cases, ${site.size} files, ${(bytes / 1e6).toFixed(1)} MB`,
  );
  console.log(
    `  made in ${seconds.toFixed(1)} s (at most ${MOST_SECONDS} s; load ${(os.loadavg()[0] ?? 0).toFixed(1)})`,
  );
  if (seconds > MOST_SECONDS) throw new Error('The site takes longer than it may');
}
