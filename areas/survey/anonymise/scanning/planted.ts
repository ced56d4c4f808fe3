import { deflateSync, gzipSync } from 'node:zlib';

/** Where a name may be left in a file that is shipped; `halves` stand in two pieces of it where it has pieces. */
export interface Place {
  /** The name the file would have. */
  readonly file: string;
  readonly bytes: (name: string) => Buffer;
}

const text = (words: string): Buffer => Buffer.from(words, 'utf8');
const escaped = (words: string): string =>
  words.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
const numbered = (words: string): string =>
  [...words].map((letter) => `&#x${letter.codePointAt(0)?.toString(16)};`).join('');
const units = (words: string): string =>
  Array.from(
    { length: words.length },
    (_, i) => `\\u${words.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
/** In two pieces, at a whole letter that stands by itself. */
function halves(words: string): [string, string] {
  const graphemes = [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(words)].map(
    ({ segment }) => segment,
  );
  const middle = graphemes.length >> 1;
  return [graphemes.slice(0, middle).join(''), graphemes.slice(middle).join('')];
}
const html = (body: string, head = ''): Buffer =>
  text(
    `<!doctype html><html lang="ja"><head><meta charset="utf-8">${head}</head><body><p>前文。</p>${body}<p>後文。</p></body></html>`,
  );
const svg = (body: string): Buffer =>
  text(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0L36000 20230704"/>${body}</svg>`,
  );

/** Every place of a text file. */
export const TEXT_PLACES: Readonly<Record<string, Place>> = {
  'Markdown text': { file: 'a.md', bytes: (name) => text(`# 報告\n\n本文、${name}。\n`) },
  'Markdown set apart': {
    file: 'a.md',
    bytes: (name) => text(`- **${halves(name)[0]}**${halves(name)[1]}\n`),
  },
  'HTML text': { file: 'a.html', bytes: (name) => html(`<p>本文、${escaped(name)}。</p>`) },
  'HTML over elements': {
    file: 'a.html',
    bytes: (name) => html(`<p><b>${escaped(halves(name)[0])}</b><i>${escaped(halves(name)[1])}</i></p>`),
  },
  'HTML over lines of a cell': {
    file: 'a.html',
    bytes: (name) =>
      html(`<table><tr><td>${escaped(halves(name)[0])}<br>${escaped(halves(name)[1])}</td></tr></table>`),
  },
  'HTML by numbers of letters': { file: 'a.html', bytes: (name) => html(`<p>${numbered(name)}</p>`) },
  'HTML alt text': { file: 'a.html', bytes: (name) => html(`<img alt="${escaped(name)}" src="x.png">`) },
  'HTML description': {
    file: 'a.html',
    bytes: (name) => html('', `<meta name="description" content="${escaped(name)}">`),
  },
  'HTML title': { file: 'a.html', bytes: (name) => html('', `<title>${escaped(name)}</title>`) },
  'HTML comment': { file: 'a.html', bytes: (name) => html(`<!-- ${name} -->`) },
  'HTML program': {
    file: 'a.html',
    bytes: (name) => html(`<script type="application/json">{"a":"${units(name)}"}</script>`),
  },
  'HTML address': {
    file: 'a.html',
    bytes: (name) => html(`<a href="/q?n=${encodeURIComponent(name)}">先</a>`),
  },
  'SVG text': { file: 'a.svg', bytes: (name) => svg(`<text x="1">${escaped(name)}</text>`) },
  'SVG over spans': {
    file: 'a.svg',
    bytes: (name) =>
      svg(
        `<text><tspan x="1" y="1">${escaped(halves(name)[0])}</tspan><tspan x="1" y="2">${escaped(halves(name)[1])}</tspan></text>`,
      ),
  },
  'SVG title': { file: 'a.svg', bytes: (name) => svg(`<title>${escaped(name)}</title>`) },
  'SVG description': { file: 'a.svg', bytes: (name) => svg(`<desc>${escaped(name)}</desc>`) },
  'SVG label': { file: 'a.svg', bytes: (name) => svg(`<g aria-label="${escaped(name)}"/>`) },
  'JSON value': { file: 'a.json', bytes: (name) => text(JSON.stringify({ a: ['前', name, '後'] })) },
  'JSON by numbers of letters': { file: 'a.json', bytes: (name) => text(`{"a":"${units(name)}"}`) },
  'JSON key': { file: 'a.json', bytes: (name) => text(JSON.stringify({ [name]: 1 })) },
  'JSON over values': {
    file: 'a.json',
    bytes: (name) => text(JSON.stringify({ text: halves(name).map((part) => ({ text: part })) })),
  },
  'JSON holding a picture': {
    file: 'a.json',
    bytes: (name) => text(JSON.stringify({ svg: svg(`<text>${escaped(name)}</text>`).toString() })),
  },
  'search index': { file: 'index.json', bytes: (name) => text(JSON.stringify([{ t: name, u: '/1' }])) },
  'YAML value': { file: 'a.yaml', bytes: (name) => text(`a: ${JSON.stringify(name)}\n`) },
  'YAML block': { file: 'a.yaml', bytes: (name) => text(`a: |\n  ${name.replaceAll('\n', '\n  ')}\n`) },
  'YAML comment': { file: 'a.yaml', bytes: (name) => text(`a: 1 # ${name.replaceAll('\n', '\n# ')}\n`) },
  feed: {
    file: 'feed.xml',
    bytes: (name) =>
      text(
        `<?xml version="1.0"?><feed><entry><title>${escaped(name)}</title><summary><![CDATA[${name}]]></summary></entry></feed>`,
      ),
  },
  'packed text': { file: 'a.txt.gz', bytes: (name) => gzipSync(text(`本文、${name}。`)) },
  'text in base64': {
    file: 'a.json',
    bytes: (name) =>
      text(JSON.stringify({ a: Buffer.from(`前の文がここに並ぶ。${name}。後の文。`).toString('base64') })),
  },
  'UTF-16': { file: 'a.txt', bytes: (name) => Buffer.from(`\ufeff本文、${name}。`, 'utf16le') },
};

interface Parts {
  readonly shown: readonly string[];
  readonly title?: string;
  readonly bookmark?: string;
  readonly alt?: string;
  readonly xmp?: string;
  readonly note?: string;
  readonly attached?: string;
}
const utf16 = (words: string): string => `<FEFF${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`;

/** A PDF by hand: a font of two-byte numbers with a table, objects packed into streams as most writers do. */
function pdf({
  shown,
  title = '報告',
  bookmark = '章',
  alt = '図',
  xmp = '',
  note = '注',
  attached,
}: Parts): Buffer {
  const letters = [...new Set(shown.join(''))];
  const codes = new Map(letters.map((letter, i) => [letter, (i + 1).toString(16).padStart(4, '0')] as const));
  const table = `1 begincodespacerange <0000> <ffff> endcodespacerange ${letters.length} beginbfchar ${letters
    .map((letter) => `<${codes.get(letter)}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`)
    .join('\n')} endbfchar`;
  const lines = shown.map(
    (words, i) =>
      `1 0 0 1 50 ${700 - i * 14} Tm <${[...words].map((letter) => codes.get(letter)).join('')}> Tj`,
  );
  const streams: [string, Buffer][] = [
    ['', text(`BT /F1 10 Tf ${lines.join('\n')} ET`)],
    ['', text(table)],
    ['/Type /Metadata /Subtype /XML', text(`<x:xmpmeta><dc:title>${escaped(xmp)}</dc:title></x:xmpmeta>`)],
    ['/Type /EmbeddedFile', text(attached ?? '無し')],
  ];
  const objects = [
    '<< /Type /Catalog /Pages 11 0 R /Outlines 15 0 R /Metadata 3 0 R /StructTreeRoot 17 0 R >>',
    '<< /Type /Pages /Kids [12 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 11 0 R /Contents 1 0 R /Resources << /Font << /F1 13 0 R >> >> /Annots [18 0 R] >>',
    '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 2 0 R >>',
    `<< /Title ${utf16(title)} >>`,
    '<< /First 16 0 R >>',
    `<< /Title ${utf16(bookmark)} /Parent 15 0 R /Dest [12 0 R /Fit] >>`,
    `<< /Type /StructTreeRoot /K << /S /Figure /Alt ${utf16(alt)} >> >>`,
    `<< /Type /Annot /Subtype /Text /Contents ${utf16(note)} >>`,
    '<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 4 0 R >> >>',
  ];
  const packed = objects.join('\n');
  let at = 0;
  const offsets = objects.map((object, i) => {
    const pair = `${10 + i} ${at}`;
    at += Buffer.byteLength(object, 'latin1') + 1;
    return pair;
  });
  const head = `${offsets.join(' ')} `;
  streams.push([
    `/Type /ObjStm /N ${objects.length} /First ${head.length}`,
    Buffer.from(head + packed, 'latin1'),
  ]);
  const bodies = streams.map(([dict, bytes], i) => {
    const flat = deflateSync(bytes);
    return Buffer.concat([
      text(`${i + 1} 0 obj\n<< ${dict} /Filter /FlateDecode /Length ${flat.length} >>\nstream\n`),
      flat,
      text('\nendstream\nendobj\n'),
    ]);
  });
  return Buffer.concat([
    text('%PDF-1.7\n'),
    ...bodies,
    text('trailer\n<< /Root 10 0 R /Info 14 0 R >>\n%%EOF'),
  ]);
}

/** Every place of a PDF. */
export const PDF_PLACES: Readonly<Record<string, Place>> = {
  text: { file: 'a.pdf', bytes: (name) => pdf({ shown: [`本文、${name}。`] }) },
  'text over lines': { file: 'a.pdf', bytes: (name) => pdf({ shown: ['前文', ...halves(name), '後文'] }) },
  title: { file: 'a.pdf', bytes: (name) => pdf({ shown: ['文'], title: name }) },
  bookmark: { file: 'a.pdf', bytes: (name) => pdf({ shown: ['文'], bookmark: name }) },
  'alt text': { file: 'a.pdf', bytes: (name) => pdf({ shown: ['文'], alt: name }) },
  metadata: { file: 'a.pdf', bytes: (name) => pdf({ shown: ['文'], xmp: name }) },
  note: { file: 'a.pdf', bytes: (name) => pdf({ shown: ['文'], note: name }) },
  'attached file': { file: 'a.pdf', bytes: (name) => pdf({ shown: ['文'], attached: `本文、${name}。` }) },
};
