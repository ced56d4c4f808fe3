import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readCase } from '../areas/learn/cases/read-case.ts';
import { reportContent } from '../areas/learn/cases/report-content.ts';
import { claimsOf, textsOf } from '../areas/learn/cases/texts/rules.ts';
import { FACTOR_WORDS } from '../areas/learn/cases/words.ts';
import { DOUBTS, type Hedged } from '../kernel/certainty.ts';
import { type Part, partsOf, spelled } from '../kernel/hedges.ts';
import { LANGUAGES, type Language } from '../kernel/language.ts';
import { readYaml } from '../kernel/yaml.ts';
import type { CaseContent, ContentItem } from '../report/document/content.ts';
import { render } from '../report/document/render.ts';

const here = (name: string): string => fs.readFileSync(new URL(name, import.meta.url), 'utf8');
const table = z
  .record(
    z.string().regex(/^C\d(-[A-Z]\d+| (title|summary\.\d|outline\.\d|figure\.\S+))$/),
    z.array(
      z.strictObject({ source: z.string().min(2), ours: z.enum(DOUBTS), ja: z.string(), en: z.string() }),
    ),
  )
  .parse(readYaml(here('certainty/hedges.yaml'), 1_000_000));

const nine = fs
  .readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file, i) => ({ file, n: i + 1, document: readCase(here(file)) }));

/** A doubt as it is compared: its grade and the words it is printed by. */
const told = (certainty: string, words: string): string => `${certainty}: ${words}`;
const wanted = (keys: readonly string[], language: Language): string[] =>
  keys.flatMap((key) => (table[key] ?? []).map((entry) => told(entry.ours, entry[language])));
const doubtsIn = (parts: readonly Part[], language: Language): string[] =>
  parts.flatMap((part) => (part.certainty ? [told(part.certainty, spelled([part], language))] : []));
const doubtsOf = (text: Hedged | undefined, language: Language): string[] =>
  text ? doubtsIn(partsOf(text, language), language) : [];
const once = (list: readonly string[]): string[] => [...new Set(list)].sort();

describe.each(nine)('$file', ({ n, document }) => {
  const statements = once([...claimsOf(document), ...document.lessons].flatMap(({ covers }) => covers));

  test('every statement of the source has its line in the table, and no line is of anything else', () => {
    const lines = Object.keys(table).filter((key) => key.startsWith(`C${n}-`));
    expect(lines.sort()).toEqual(statements);
  });

  test.each(LANGUAGES)(
    'each text says what the table says it leaves open, no more and no less: %s',
    (language) => {
      for (const { text, factor, covers } of claimsOf(document)) {
        const relation =
          factor && factor.certainty !== 'confirmed'
            ? [told(factor.certainty, FACTOR_WORDS[factor.certainty][language])]
            : [];
        expect(once([...doubtsOf(text, language), ...relation]), text.ja).toEqual(
          once(wanted(covers, language)),
        );
      }
      for (const { title, body, brief, covers } of document.lessons)
        expect(once([title, body, brief].flatMap((text) => doubtsOf(text, language))), title.ja).toEqual(
          once(wanted(covers, language)),
        );
      for (const { path, text } of textsOf(document).filter(({ path }) =>
        /^(title|summary|outline|figure)/.test(path),
      ))
        expect(doubtsOf(text, language), path).toEqual(wanted([`C${n} ${path}`], language));
    },
  );
});

/** Every doubt a printed case shows, in its sections and its summary; a heading over factors is one for each of them. */
function printedDoubts({ summary, sections }: CaseContent, language: Language): string[] {
  const grade = new Map(DOUBTS.map((each) => [FACTOR_WORDS[each][language], each]));
  const ofItem = ({ lead = [], text, factors }: ContentItem): string[] => [
    ...doubtsIn([...lead, ...text], language),
    ...factors.flatMap(({ heading, items }) =>
      items.flatMap((item) => [told(grade.get(heading) ?? 'confirmed', heading), ...ofItem(item)]),
    ),
  ];
  return [
    ...summary.flatMap((parts) => doubtsIn(parts, language)),
    ...sections.flatMap(({ items }) => items.flatMap(ofItem)),
  ];
}

test.each(LANGUAGES)(
  'the report prints exactly the doubts of the table, overview and labels with it: %s',
  async (language) => {
    const content = await reportContent(
      nine.map(({ document }) => document),
      language,
      { figures: false, draw: async () => [] },
    );
    const rows = content.frame?.overview.groups.flatMap((group) => group.rows) ?? [];
    const printed = content.cases.flatMap((each, i) => [
      ...printedDoubts(each, language),
      ...[...(rows[i]?.outline ?? []), ...(rows[i]?.lessons ?? [])].flatMap((parts) =>
        doubtsIn(parts, language),
      ),
    ]);
    const elsewhere = Object.keys(table).filter((key) => / (title|figure)/.test(key));
    const inText = Object.keys(table).filter((key) => !elsewhere.includes(key));
    expect(once(printed)).toEqual(once(wanted(inText, language)));
    const read = JSON.parse(Buffer.from(await render(content, 'json')).toString()) as typeof content;
    const doubtsTold = (cases: readonly CaseContent[]) =>
      cases.flatMap((each) => printedDoubts(each, language));
    expect(doubtsTold(read.cases)).toEqual(doubtsTold(content.cases));
    const markdown = Buffer.from(await render(content, 'md'))
      .toString()
      .replace(/\\/g, '');
    for (const doubt of wanted(inText, language))
      expect(markdown).toContain(doubt.slice(doubt.indexOf(': ') + 2));
    // A title and a label are words alone: those of the table stand in them.
    for (const key of elsewhere) {
      const each = content.cases[Number(key[1]) - 1];
      const words = [each?.heading, ...(each?.labels.items ?? []).map(({ text }) => text)].join('\n');
      for (const entry of table[key] ?? []) expect(words).toContain(entry[language]);
      expect(each?.figures).toEqual([]);
    }
  },
);
