import type { Passage } from './passage.ts';

/** Elements that break no word: what stands around their tags goes on. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rb ruby s samp small span strong sub sup time tspan tt u var wbr textpath w:t w:r w:rpr t r'.split(
    ' ',
  ),
);
const RAW = new Set(['script', 'style', 'textarea', 'title', 'desc', 'xmp', 'noscript']);
/** Where things stand and how large they are, which no word is written in. */
const DRAWN =
  /^(?:d|points|transform|gradienttransform|viewbox|[xy][12]?|[cdr][xy]|r|width|height|offset|stroke-\w+|font-size|font-weight|letter-spacing|opacity|fill-opacity|textlength|colspan|rowspan)$/i;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  middot: '·',
  hyphen: '‐',
  ndash: '–',
  mdash: '—',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
};
const ACCENTED = /&([a-z])(?:acute|grave|circ|uml|tilde|ring|cedil|slash|caron|macr|breve);/gi;
const codeOf = (code: number): string => (code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '');

/** Characters that mark-up writes by number or name. */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text
        .replace(/&#x([\da-f]{1,6});?/gi, (_, hex: string) => codeOf(Number.parseInt(hex, 16)))
        .replace(/&#(\d{1,7});?/g, (_, digits: string) => codeOf(Number(digits)))
        .replace(ACCENTED, '$1')
        .replace(/&(\w{2,8});/g, (all, name: string) => NAMED[name.toLowerCase()] ?? all)
    : text;

const TOKEN =
  /<!--([\s\S]*?)(?:-->|$)|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?]([^>]*)>|<(\/?)([a-zA-Z][\w:.-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

class Markup {
  readonly #passages: Passage[] = [];
  #text = '';
  #ruby = '';
  #hidden: string | undefined;

  read(source: string): Passage[] {
    let at = 0;
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
      this.#words(source.slice(at, match.index));
      at = TOKEN.lastIndex;
      const [, comment, cdata, declared, closes, name = '', attributes = ''] = match;
      if (comment !== undefined) this.#add(comment, 'comment');
      else if (cdata !== undefined) this.#words(cdata.replaceAll('&', '&amp;'));
      else if (declared !== undefined) this.#add(declared, 'declaration');
      else {
        this.#tag(name.toLowerCase(), closes === '/');
        if (closes !== '/') this.#attributes(attributes);
        if (closes !== '/' && RAW.has(name.toLowerCase()) && !attributes.endsWith('/'))
          at = this.#raw(source, at, name);
        TOKEN.lastIndex = at;
      }
    }
    this.#words(source.slice(at));
    this.#add(this.#text, 'text', 'text');
    this.#add(this.#ruby, 'reading', 'reading');
    return this.#passages;
  }

  #words(text: string): void {
    const words = withoutEntities(text);
    if (this.#hidden) this.#ruby += words;
    else this.#text += words;
  }

  #tag(name: string, closes: boolean): void {
    if (name === 'rt' || name === 'rp') this.#hidden = closes ? undefined : name;
    else if (!INLINE.has(name)) {
      this.#hidden = undefined;
      this.#text += '\n';
    } else if (name === 'ruby' || name === 'rb') this.#hidden = undefined;
  }

  #attributes(attributes: string): void {
    for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
      const value = double ?? single ?? bare ?? '';
      if (!DRAWN.test(name)) this.#add(withoutEntities(value), `attribute ${name}`);
      if (/^data-/.test(name)) this.#add(name, 'attribute name');
    }
  }

  /** What a program, a style or a title holds, up to its end. */
  #raw(source: string, at: number, name: string): number {
    const closing = new RegExp(`</${name}`, 'gi');
    closing.lastIndex = at;
    const to = closing.exec(source)?.index ?? source.length;
    this.#add(withoutEntities(source.slice(at, to)), name.toLowerCase());
    return to;
  }

  #add(text: string, place: string, flow = `${place} ${this.#passages.length}`): void {
    if (text.trim() !== '') this.#passages.push({ text, place, flow });
  }
}

/** HTML, SVG and other XML as somebody reads it who looks into the file as well. */
export const readMarkup = (source: string): Passage[] => new Markup().read(source);
