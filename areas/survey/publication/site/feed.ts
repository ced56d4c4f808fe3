import { spelled } from '../../../../kernel/hedges.ts';
import type { Language } from '../../../../kernel/language.ts';
import { escapeHtml } from '../../../../kernel/text.ts';
import { caseAt, yearAt } from './lessons.ts';
import type { PublishedEdition } from './published.ts';
import { SITE_WORDS as W } from './words.ts';

/** The zone in which days of a survey are told. */
const at = (date: string): string => `${date}T00:00:00+09:00`;

interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly date: string;
  readonly summary: string;
}

/** Each edition and each case; one that was withdrawn is still told of, as withdrawn, so that readers who keep entries lose it. */
function entriesOf(
  { fiscalYear, edition, date, contents, withdrawn }: PublishedEdition,
  language: Language,
): FeedEntry[] {
  const { cases, title } = contents[language];
  const id = (rest: string): string => `urn:x-sonae-survey:${fiscalYear}:${rest}:${language}`;
  return [
    { id: id(`edition-${edition}`), title, link: yearAt(fiscalYear), date, summary: title },
    ...cases.map((each) => ({
      id: id(`case-${each.number}`),
      title: each.heading,
      link: caseAt(fiscalYear, each.number),
      date,
      summary: withdrawn.includes(each.number)
        ? W.withdrawn[language]
        : each.summary.map((text) => spelled(text, language)).join(' '),
    })),
  ];
}

/** What is new, as Atom. Links are those of the site unless its address is told. */
export function feedOf(
  editions: readonly PublishedEdition[],
  language: Language,
  { address, issuer }: { readonly address: string; readonly issuer: string },
): string {
  const entries = editions
    .flatMap((each) => entriesOf(each, language))
    .map(
      ({ id, title, link, date, summary }) =>
        `<entry><id>${escapeHtml(id)}</id><title>${escapeHtml(title)}</title><link href="${escapeHtml(address ? `${address}/${language}/${link}` : link)}"/><updated>${at(date)}</updated><summary>${escapeHtml(summary)}</summary></entry>`,
    );
  const newest =
    editions
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '1970-01-01';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>urn:x-sonae-survey:${language}</id><title>${escapeHtml(W.title[language])}</title><updated>${at(newest)}</updated><author><name>${escapeHtml(issuer || W.title[language])}</name></author><link rel="self" href="${escapeHtml(address ? `${address}/${language}/feed.atom` : 'feed.atom')}"/>
${entries.join('\n')}
</feed>
`;
}
