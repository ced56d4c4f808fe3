import { z } from 'zod';
import { CERTAINTIES } from '../../../../kernel/certainty.ts';
import type { ReportContent } from '../../../../report/document/content.ts';

const text = z.string().max(20_000);
const part = z.object({
  text,
  certainty: z.enum(CERTAINTIES).exclude(['confirmed']).exactOptional(),
  mark: text.exactOptional(),
});
const said = z.array(part).readonly();
const list = <T extends z.ZodType>(of: T) => z.array(of).max(2_000).readonly();
const fact = z.object({ lead: said.exactOptional(), text: said, marks: list(text), notes: list(text) });
const factor = z.object({ heading: text, items: list(fact.extend({ factors: list(z.never()) })) });
const item = fact.extend({ factors: list(factor) });
const section = z.object({ heading: text, items: list(item) });
const number = z.number().int().positive();

const caseShape = z.object({
  number,
  group: text.exactOptional(),
  heading: text,
  summary: list(said),
  figures: list(z.object({ svg: z.string().max(5_000_000), alt: text })),
  labels: z.object({
    heading: text,
    items: list(z.object({ tag: text, text })),
    inferred: text.exactOptional(),
  }),
  sections: list(section),
});
const table = z.object({
  heading: text,
  notes: list(text),
  head: list(text),
  rows: list(
    z.object({
      name: text,
      cells: list(text),
      bar: list(z.number()).exactOptional(),
      total: z.boolean().exactOptional(),
    }),
  ),
});

/** A report as its JSON says it, where it has the frame of a book. */
const content = z.object({
  language: z.enum(['ja', 'en']),
  title: text,
  issuer: text.exactOptional(),
  date: z.iso.date().exactOptional(),
  draft: text.exactOptional(),
  summaryName: text,
  continued: text,
  frame: z.object({
    cover: list(z.object({ name: text, value: text })),
    contents: text,
    front: list(z.object({ heading: text, paragraphs: list(text) })),
    overview: z.object({
      heading: text,
      columns: z.tuple([text, text, text]),
      groups: list(
        z.object({
          heading: text,
          rows: list(z.object({ number, title: text, outline: list(said), lessons: list(said) })),
        }),
      ),
    }),
    tables: list(z.object({ heading: text, tables: list(table) })).exactOptional(),
    glossary: z.object({ heading: text, terms: list(z.object({ term: text, meaning: text })) }),
    index: z.object({
      heading: text,
      groups: list(z.object({ heading: text, entries: list(z.object({ title: said, number })) })),
    }),
  }),
  cases: list(caseShape),
}) satisfies z.ZodType<ReportContent>;

/** One file of an edition that can be taken along. */
const file = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().nonnegative(),
});

/** An edition as it was published: all that a site needs of a year. */
export const publishedEdition = z
  .object({
    format: z.literal('sonae-published-edition'),
    fiscalYear: z.number().int().min(1900).max(2999),
    edition: number,
    date: z.iso.date(),
    /** Numbers that were withdrawn: the case is told of no more, its number stays. */
    withdrawn: list(number),
    contents: z.object({ ja: content, en: content }),
    files: list(file),
  })
  .refine(({ contents: { ja, en } }) => ja.language === 'ja' && en.language === 'en', { path: ['contents'] });
export type PublishedEdition = z.infer<typeof publishedEdition>;
