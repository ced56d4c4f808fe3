import { spelled } from '../../kernel/hedges.ts';
import type { Language } from '../../kernel/language.ts';
import type { CaseContent, ContentItem, ContentTable, ReportContent, Said } from './content.ts';

/** Characters that would turn text into structure; headings and list markers only count at the start of a line. */
const plain = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_[\]<>|&]/g, (c) => `\\${c}`)
    .replace(/^(#+|[-+])(?=\s)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');

const list = (texts: readonly Said[], language: Language): string =>
  texts.map((text) => `- ${plain(spelled(text, language))}`).join('\n');

const item = (
  { lead, text, marks, notes, factors }: ContentItem,
  language: Language,
  indent = '',
): string => {
  const states = marks.map((mark) => ` (${plain(mark)})`).join('');
  const own = `${indent}- ${lead ? `**${plain(spelled(lead, language))}** ` : ''}${plain(spelled(text, language))}${states}`;
  const deeper = `${indent}  `;
  const under = factors.flatMap(({ heading, items }) => [
    `${deeper}- **${plain(heading)}**`,
    ...items.map((fact) => item(fact, language, `${deeper}  `)),
  ]);
  return [own, ...notes.map((note) => `${deeper}- ${plain(note)}`), ...under].join('\n');
};

function caseMarkdown(each: CaseContent, language: Language): string {
  const labels = each.labels.items.map(
    ({ tag, text }) => `- ${tag ? `**${plain(tag)}** ` : ''}${plain(text)}`,
  );
  const sections = each.sections.map(
    ({ heading, items }) => `### ${plain(heading)}\n\n${items.map((one) => item(one, language)).join('\n')}`,
  );
  return [
    `## ${plain(each.heading)}`,
    ...(each.summary.length > 0 ? [list(each.summary, language)] : []),
    ...(labels.length > 0 ? [`### ${plain(each.labels.heading)}\n\n${labels.join('\n')}`] : []),
    ...(each.labels.inferred ? [plain(each.labels.inferred)] : []),
    ...sections,
  ].join('\n\n');
}

function tableMarkdown({ heading, notes, head, rows }: ContentTable): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  const bold = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => `**${plain(cell)}**`).join(' | ')} |`;
  const ruler = `| --- |${' ---: |'.repeat(head.length - 1)}`;
  const lines = rows.map(({ name, cells, total }) => (total ? bold : line)([name, ...cells]));
  return [`### ${plain(heading)}`, [line(head), ruler, ...lines].join('\n'), ...notes.map(plain)];
}

/** Lessons by theme, each with the number of its case. */
function indexMarkdown({ index }: NonNullable<ReportContent['frame']>, language: Language): string[] {
  const groups = index.groups.map(({ heading, entries }) => {
    const lines = entries.map(({ title, number }) => `- ${plain(spelled(title, language))} (${number})`);
    return `### ${plain(heading)}\n\n${lines.join('\n')}`;
  });
  return groups.length > 0 ? [`## ${plain(index.heading)}`, ...groups] : [];
}

/** Under the title: that it is a draft, who issued it, when. */
function headMarkdown({ draft, issuer, frame }: ReportContent): string[] {
  const facts = (frame?.cover ?? []).map(({ name, value }) => `${plain(name)}: ${plain(value)}`);
  const told = [...(frame && issuer ? [`**${plain(issuer)}**`] : []), ...facts];
  return [...(draft ? [`**${plain(draft)}**`] : []), ...(told.length > 0 ? [told.join('  \n')] : [])];
}

function frameMarkdown({ frame, language }: ReportContent): { before: string[]; after: string[] } {
  if (!frame) return { before: [], after: [] };
  const cell = (texts: readonly Said[]): string =>
    texts.map((text) => plain(spelled(text, language))).join('<br>');
  const [first, second, third] = frame.overview.columns.map(plain);
  const groups = frame.overview.groups.map(({ heading, rows }) => {
    const lines = rows.map(
      (row) => `| ${row.number} | **${plain(row.title)}**<br>${cell(row.outline)} | ${cell(row.lessons)} |`,
    );
    return `### ${plain(heading)}\n\n| ${first} | ${second} | ${third} |\n| --- | --- | --- |\n${lines.join('\n')}`;
  });
  return {
    before: [
      ...frame.front.flatMap(({ heading, paragraphs }) => [`## ${plain(heading)}`, ...paragraphs.map(plain)]),
      `## ${plain(frame.overview.heading)}`,
      ...groups,
    ],
    after: [
      ...(frame.tables ?? []).flatMap(({ heading, tables }) => [
        `## ${plain(heading)}`,
        ...tables.flatMap(tableMarkdown),
      ]),
      ...indexMarkdown(frame, language),
      `## ${plain(frame.glossary.heading)}`,
      frame.glossary.terms.map(({ term, meaning }) => `- **${plain(term)}** ${plain(meaning)}`).join('\n'),
    ],
  };
}

/** The words of a report without its pictures; the labels of each figure stand as a list. */
export function renderMarkdown(content: ReportContent): string {
  const { before, after } = frameMarkdown(content);
  return `${[`# ${plain(content.title)}`, ...headMarkdown(content), ...before, ...content.cases.map((each) => caseMarkdown(each, content.language)), ...after].join('\n\n')}\n`;
}
