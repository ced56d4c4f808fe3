import type { CaseContent, ContentItem, ReportContent } from './content.ts';

/** Characters that would turn text into structure; headings and list markers only count at the start of a line. */
const plain = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_[\]<>|&]/g, (c) => `\\${c}`)
    .replace(/^(#+|[-+])(?=\s)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');

const list = (texts: readonly string[]): string => texts.map((text) => `- ${plain(text)}`).join('\n');

const item = ({ lead, text, marks }: ContentItem): string => {
  const hedges = marks.map((mark) => ` (${plain(mark)})`).join('');
  return `- ${lead ? `**${plain(lead)}** ` : ''}${plain(text)}${hedges}`;
};

function caseMarkdown(each: CaseContent): string {
  const labels = each.labels.items.map(
    ({ tag, text }) => `- ${tag ? `**${plain(tag)}** ` : ''}${plain(text)}`,
  );
  const sections = each.sections.map(
    ({ heading, items }) => `### ${plain(heading)}\n\n${items.map(item).join('\n')}`,
  );
  return [
    `## ${plain(each.heading)}`,
    list(each.summary),
    `### ${plain(each.labels.heading)}\n\n${labels.join('\n')}`,
    ...sections,
  ].join('\n\n');
}

function frameMarkdown({ frame }: ReportContent): { before: string[]; after: string[] } {
  if (!frame) return { before: [], after: [] };
  const cell = (texts: readonly string[]): string => texts.map(plain).join('<br>');
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
      `## ${plain(frame.glossary.heading)}`,
      frame.glossary.terms.map(({ term, meaning }) => `- **${plain(term)}** ${plain(meaning)}`).join('\n'),
    ],
  };
}

/** The words of a report without its pictures; the labels of each figure stand as a list. */
export function renderMarkdown(content: ReportContent): string {
  const { before, after } = frameMarkdown(content);
  return `${[`# ${plain(content.title)}`, ...before, ...content.cases.map(caseMarkdown), ...after].join('\n\n')}\n`;
}
