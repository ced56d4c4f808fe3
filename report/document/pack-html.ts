import { escapeHtml } from '../../kernel/text.ts';
import { facesFor, familiesIn } from './embedded-faces.ts';
import type { PackContent, PackTable } from './pack-content.ts';

const style = (families: string): string => `
:root{--blue:#1d4f91;--grey:#54585e;--line:#b9c3d2;color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:16px/1.6 ${families},system-ui,sans-serif;color:#1f2328;background:#fff;font-variant-numeric:tabular-nums}
main{max-width:60rem;margin:0 auto;padding:1rem 1rem 4rem}
h1{font-size:1.5rem;color:var(--blue);margin:.2rem 0}
h2{font-size:1.2rem;color:var(--blue);border-bottom:2px solid var(--blue);padding-bottom:.2rem;margin:2rem 0 .6rem}
h3{font-size:1rem;margin:1.2rem 0 .4rem}
.dated{position:sticky;top:0;background:#f3f6fb;border:1px solid var(--blue);padding:.4rem .8rem;font-size:.9rem}
.quiet{color:var(--grey)}
nav a{display:block;padding:.55rem 0;color:var(--blue)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.3rem 0 1rem}
th,td{border:1px solid var(--line);padding:.4rem .6rem;vertical-align:top;text-align:left;overflow-wrap:anywhere;white-space:pre-line}
thead th{background:#e8eef7;white-space:nowrap}
@media(max-width:40rem){
table,tbody,tr,td{display:block}thead{display:none}
tr{border:1px solid var(--line);margin:.5rem 0;padding:.3rem .6rem}
td{border:0;padding:.1rem 0;display:grid;grid-template-columns:6.5em 1fr;gap:.5em}td::before{content:attr(data-column);font-size:.8rem;color:var(--grey)}
td:empty{display:none}}
@media print{@page{size:A4;margin:12mm}.dated{position:static}nav{display:none}tr{break-inside:avoid}}
`;

/** A telephone number can be tapped; anything else is text. Numbers begin with + or 0, which no date does. */
function cell(text: string): string {
  const linked = text.split('\n').map((line) => {
    const shown = escapeHtml(line);
    const number = /(?:^|\s)((?:\+\d|0)[\d()\- ]{6,}\d)(?=$|\s|（)/.exec(line)?.[1];
    if (number)
      return shown.replace(
        escapeHtml(number),
        `<a href="tel:${number.replace(/[^\d+]/g, '')}">${escapeHtml(number)}</a>`,
      );
    return shown;
  });
  return linked.join('\n');
}

function tableHtml({ caption, columns, rows }: PackTable): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((text, i) => `<td data-column="${escapeHtml(columns[i] ?? '')}">${text === '' ? '' : `<span>${cell(text)}</span>`}</td>`).join('')}</tr>`,
    )
    .join('');
  const title = caption === '' ? '' : `<h3>${escapeHtml(caption)}</h3>`;
  return `${title}<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** The pack as one file without scripts and without anything to fetch: it opens where there is no network. */
export async function renderPackHtml(content: PackContent): Promise<string> {
  const { language, title, organisation, dated, expires, contentsHeading, sections } = content;
  const contents = sections
    .map(({ heading }, i) => `<a href="#s${i + 1}">${escapeHtml(heading)}</a>`)
    .join('');
  const body = sections
    .map(
      ({ heading, note, tables }, i) =>
        `<section id="s${i + 1}"><h2>${escapeHtml(heading)}</h2>${note ? `<p class="quiet">${escapeHtml(note)}</p>` : ''}${tables.map(tableHtml).join('')}</section>`,
    )
    .join('');
  const page = `<main><div class="dated">${escapeHtml(dated)} · <strong>${escapeHtml(expires)}</strong></div><h1>${escapeHtml(title)}</h1><p>${escapeHtml(organisation)}</p>
<nav aria-label="${escapeHtml(contentsHeading)}">${contents}</nav>${body}</main>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"><title>${escapeHtml(title)}</title><style>${await facesFor(page, content.language)}${style(familiesIn(content.language))}</style></head>
<body>${page}</body></html>
`;
}
