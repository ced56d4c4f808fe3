import { spelled } from '../../../../kernel/hedges.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { CaseContent, ContentItem } from '../../../../report/document/content.ts';
import type { PublishedEdition } from './published.ts';

/** A lesson of a published case, with its place on the site. */
export interface SiteLesson {
  readonly at: string;
  readonly title: string;
  readonly item: ContentItem;
  readonly year: number;
  readonly inCase: CaseContent;
  readonly themes: readonly string[];
}

export const caseAt = (year: number, number: number): string => `${year}/case-${number}.html`;
export const yearAt = (year: number): string => `${year}/index.html`;

/** The lessons of a year in the order of the book: the last section of each case that still tells something. */
export function lessonsOf(
  { fiscalYear, withdrawn, contents }: PublishedEdition,
  language: Language,
): SiteLesson[] {
  const { cases, frame } = contents[language];
  return cases
    .filter(({ number }) => !withdrawn.includes(number))
    .flatMap((inCase) =>
      (inCase.sections.at(-1)?.items ?? []).map((item, i) => {
        const title = spelled(item.lead ?? item.text, language);
        return {
          at: `${fiscalYear}/lesson-${inCase.number}-${i + 1}.html`,
          title,
          item,
          year: fiscalYear,
          inCase,
          themes: frame.index.groups
            .filter(({ entries }) =>
              entries.some(
                (entry) => entry.number === inCase.number && spelled(entry.title, language) === title,
              ),
            )
            .map(({ heading }) => heading),
        };
      }),
    );
}
