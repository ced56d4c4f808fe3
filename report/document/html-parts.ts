import { safeText } from '../figure/draw.ts';
import type { CaseContent, ContentItem, ContentTable, Said } from './content.ts';

const markHtml = (mark: string): string => ` <span class="mark">${safeText(mark)}</span>`;

/** What is in doubt is underlined, and says its grade in words of its own or in a mark after them. */
export const saidHtml = (parts: Said): string =>
  parts
    .map(({ text, certainty, mark }) => {
      const words = certainty && text ? `<span class="doubt">${safeText(text)}</span>` : safeText(text);
      return mark ? `${words}${markHtml(mark)}` : words;
    })
    .join('');

export const itemsHtml = (list: readonly ContentItem[]): string =>
  `<ul>${list
    .map(({ lead, text, marks, notes, factors }) => {
      const under = factors
        .map(({ heading, items: facts }) => `<p class="factors">${safeText(heading)}</p>${itemsHtml(facts)}`)
        .join('');
      return `<li>${lead ? `<span class="lead">${saidHtml(lead)}</span>` : ''}${saidHtml(text)}${marks.map(markHtml).join('')}${notes.map((note) => `<p class="note">${safeText(note)}</p>`).join('')}${under}</li>`;
    })
    .join('')}</ul>`;

export const bulletsHtml = (list: readonly Said[]): string =>
  `<ul>${list.map((text) => `<li>${saidHtml(text)}</li>`).join('')}</ul>`;

/** Shades of one colour, dark to light: their order is that of the cells. */
const SHADES = ['#1d4f91', '#6f9bdc', '#b3c9e8', '#dbe5f3'];

/** What the cells say, drawn beside them: whoever listens to the page hears the cells. */
function barHtml(shares: readonly number[]): string {
  let at = 0;
  const parts = shares.map((share, i) => {
    const from = at;
    at += share * 100;
    return share > 0
      ? `<rect x="${from.toFixed(2)}" y="1" width="${(share * 100).toFixed(2)}" height="8" class="b${i % SHADES.length}" fill="${SHADES[i % SHADES.length]}"/>`
      : '';
  });
  return `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
}

/** Figures as a table with bars. */
export function tableHtml({ heading, notes, head, rows }: ContentTable): string {
  const barred = rows.some(({ bar }) => bar !== undefined);
  const lines = rows.map(
    ({ name, cells, bar = [], total }) =>
      `<tr${total ? ' class="total"' : ''}><th scope="row">${safeText(name)}</th>${cells.map((cell) => `<td>${safeText(cell)}</td>`).join('')}${barred ? `<td class="bar">${barHtml(bar)}</td>` : ''}</tr>`,
  );
  const columns = head.map((column) => `<th scope="col">${safeText(column)}</th>`).join('');
  return `<div class="scroll" role="region" tabindex="0" aria-label="${safeText(heading)}"><table class="figures"><caption>${safeText(heading)}</caption><thead><tr>${columns}${barred ? '<td class="bar"></td>' : ''}</tr></thead><tbody>${lines.join('')}</tbody></table></div>${notes.map((note) => `<p class="rule">${safeText(note)}</p>`).join('')}`;
}

/** Each picture of a case, with all it says for those who do not see it. */
export const figuresHtml = ({ figures }: CaseContent): string =>
  figures.map(({ svg, alt }) => `<figure role="img" aria-label="${safeText(alt)}">${svg}</figure>`).join('');

/** What stands on the figure, as a list; nothing where there is none. */
export function labelsHtml({ labels }: CaseContent, open = true): string {
  if (labels.items.length === 0) return '';
  const lines = labels.items
    .map(({ tag, text }) => `<li>${tag ? `<strong>${safeText(tag)}</strong> ` : ''}${safeText(text)}</li>`)
    .join('');
  const inferred = labels.inferred ? `<p>${safeText(labels.inferred)}</p>` : '';
  return `<details${open ? ' open' : ''}><summary>${safeText(labels.heading)}</summary><ul>${lines}</ul>${inferred}</details>`;
}

export const summaryHtml = ({ summary }: CaseContent): string =>
  summary.length > 0 ? `<div class="summary">${bulletsHtml(summary)}</div>` : '';
