import { safeText } from '../figure/draw.ts';
import type { CaseContent, ReportContent } from './content.ts';
import { facesFor, familiesIn } from './embedded-faces.ts';
import {
  bulletsHtml,
  figuresHtml,
  itemsHtml,
  labelsHtml,
  saidHtml,
  summaryHtml,
  tableHtml,
} from './html-parts.ts';

const style = (families: string): string => `
:root{--blue:#1d4f91;--grey:#54585e;--line:#b9c3d2}
*{box-sizing:border-box}
body{margin:0;font:16px/1.7 ${families},sans-serif;color:#1f2328;background:#fff;line-break:strict}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.75rem;color:var(--blue);line-height:1.35}
h2{font-size:1.35rem;color:var(--blue);border-bottom:2px solid var(--blue);padding-bottom:.3rem;margin:3rem 0 1rem;line-height:1.4}
h3{font-size:1rem;color:#fff;background:var(--blue);padding:.2rem .6rem;border-radius:2px;margin:1.4rem 0 .6rem}
ul{padding-left:1.3em;margin:.4rem 0}li{margin:.25rem 0;text-wrap:pretty;orphans:2;widows:2}
a{color:var(--blue)}
.summary{background:#f3f6fb;border:1px solid var(--blue);border-radius:2px;padding:.4rem .8rem}
figure{margin:1.2rem 0}figure svg{width:100%;height:auto;display:block}
.sections{display:grid;gap:0 2rem}
@media(min-width:60rem){.sections{display:block;columns:2;column-gap:2rem}.sections h3{margin-top:0;break-after:avoid}.sections section{margin-bottom:1.2rem}}
.mark{font-size:.78em;color:var(--grey);border:1px solid var(--grey);border-radius:3px;padding:0 .3em;white-space:nowrap}
.doubt{text-decoration:underline dotted;text-decoration-thickness:1px;text-underline-offset:.2em}
.lead{font-weight:700;display:block}.note{margin:.1rem 0 0;font-size:.9em;color:var(--grey)}.factors{margin:.3rem 0 0;font-weight:700}
caption{text-align:left;font-weight:700;color:var(--blue);padding:.3rem 0}
table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.5rem .7rem;vertical-align:top;text-align:left}
thead th{background:#e8eef7}td.no{font-weight:700;color:var(--blue);text-align:center}
.scroll{overflow-x:auto}
table.figures td,table.figures th{padding:.3rem .6rem}table.figures td{text-align:right;font-variant-numeric:tabular-nums}table.figures tbody th{font-weight:400}
table.figures tr.total th,table.figures tr.total td{font-weight:700}table.figures td.bar{width:40%;min-width:8rem;text-align:left}.bar svg{display:block;width:100%;height:.8rem}
.rule{font-size:.85rem;color:var(--grey)}
dl.cover{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.2rem}dl.cover dt{margin:0;font-weight:400;color:var(--grey)}
.draft{border:2px solid #b3261e;color:#b3261e;font-weight:700;padding:.3rem .8rem;display:inline-block}
.draft-mark{position:fixed;inset:0;display:none;align-items:center;justify-content:center;font-size:9rem;font-weight:700;color:#b3261e;opacity:.12;transform:rotate(-32deg);pointer-events:none}
dt{font-weight:700;color:var(--blue);margin-top:.8rem}dd{margin:0}
nav ol{padding-left:1.6em}
details{margin:.5rem 0 1rem}summary{cursor:pointer;color:var(--blue)}
*{print-color-adjust:exact}tr,li{break-inside:avoid}
svg{font-kerning:none}
@media(max-width:48rem){figure{overflow-x:auto}figure svg{min-width:640px}}
@media print{@page{size:A4 landscape;margin:10mm 12mm}main{max-width:none;padding:0}body{font-size:10pt;line-height:1.5}
h2{break-before:page;margin-top:0}.draft-mark{display:flex}.sections{columns:2;break-before:page}nav{display:none}figure svg{max-height:125mm}}
`;

function caseHtml(each: CaseContent): string {
  const sections = each.sections
    .map(({ heading, items }) => `<section><h3>${safeText(heading)}</h3>${itemsHtml(items)}</section>`)
    .join('');
  return `<article id="case-${each.number}"><h2>${safeText(each.heading)}</h2>${summaryHtml(each)}${figuresHtml(each)}${labelsHtml(each)}<div class="sections">${sections}</div></article>`;
}

/** Lessons by theme, each with a link to its case. */
function indexHtml({ frame, cases }: ReportContent): string {
  if (!frame || frame.index.groups.length === 0) return '';
  const headings = new Map(cases.map(({ number, heading }) => [number, heading]));
  const groups = frame.index.groups.map(({ heading, entries }) => {
    const lines = entries.map(
      ({ title, number }) =>
        `<li>${saidHtml(title)} – <a href="#case-${number}">${safeText(headings.get(number) ?? String(number))}</a></li>`,
    );
    return `<dt>${safeText(heading)}</dt><dd><ul>${lines.join('')}</ul></dd>`;
  });
  return `<h2 id="index">${safeText(frame.index.heading)}</h2><dl>${groups.join('')}</dl>`;
}

/** Who issued it and when, where that is known. */
function coverHtml({ frame, issuer, draft }: ReportContent): string {
  const facts = (frame?.cover ?? []).map(
    ({ name, value }) => `<dt>${safeText(name)}</dt><dd>${safeText(value)}</dd>`,
  );
  return [
    ...(draft ? [`<p class="draft">${safeText(draft)}</p>`] : []),
    ...(frame && issuer ? [`<p><strong>${safeText(issuer)}</strong></p>`] : []),
    ...(facts.length > 0 ? [`<dl class="cover">${facts.join('')}</dl>`] : []),
  ].join('');
}

function frameHtml(content: ReportContent): { before: string; after: string } {
  const { frame, cases } = content;
  if (!frame) return { before: '', after: '' };
  const front = frame.front
    .map(
      ({ heading, paragraphs }) =>
        `<h2>${safeText(heading)}</h2>${paragraphs.map((p) => `<p>${safeText(p)}</p>`).join('')}`,
    )
    .join('');
  const contents = `<nav><ol>${cases.map((c) => `<li><a href="#case-${c.number}">${safeText(c.heading)}</a></li>`).join('')}</ol></nav>`;
  const head = frame.overview.columns.map((column) => `<th scope="col">${safeText(column)}</th>`).join('');
  const groups = frame.overview.groups
    .map(({ heading, rows }) => {
      const body = rows
        .map(
          (row) =>
            `<tr><td class="no"><a href="#case-${row.number}">${row.number}</a></td><td><strong>${safeText(row.title)}</strong>${bulletsHtml(row.outline)}</td><td>${bulletsHtml(row.lessons)}</td></tr>`,
        )
        .join('');
      return `<h3>${safeText(heading)}</h3><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
    })
    .join('');
  const terms = frame.glossary.terms
    .map(({ term, meaning }) => `<dt>${safeText(term)}</dt><dd>${safeText(meaning)}</dd>`)
    .join('');
  return {
    before: `${front}${contents}<h2>${safeText(frame.overview.heading)}</h2>${groups}`,
    after: `${(frame.tables ?? []).map(({ heading, tables }) => `<h2>${safeText(heading)}</h2>${tables.map(tableHtml).join('')}`).join('')}<h2>${safeText(frame.glossary.heading)}</h2><dl>${terms}</dl>${indexHtml(content)}`,
  };
}

/** One self-contained page: figures inline, the letters it uses embedded, nothing fetched, no script. */
export async function renderHtml(content: ReportContent): Promise<string> {
  const { before, after } = frameHtml(content);
  const body = `<main><h1>${safeText(content.title)}</h1>${coverHtml(content)}${before}${content.cases.map(caseHtml).join('')}${after}</main>${content.draft ? `<div class="draft-mark" aria-hidden="true">${safeText(content.draft)}</div>` : ''}`;
  const faces = await facesFor(body, content.language);
  return `<!doctype html><html lang="${content.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"><title>${safeText(content.title)}</title>${content.issuer ? `<meta name="author" content="${safeText(content.issuer)}">` : ''}<style>${faces}${style(familiesIn(content.language))}</style></head><body>${body}</body></html>\n`;
}
