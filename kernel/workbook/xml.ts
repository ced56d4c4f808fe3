/** An element that opens, or one that closes. */
export interface Tag {
  readonly name: string;
  readonly opens: boolean;
  readonly closes: boolean;
  attribute(name: string): string | undefined;
}

/** Text, a section of it, what is left out, or a tag. */
const PART =
  /([^<]+)|<!\[CDATA\[([\s\S]*?)\]\]>|<(?:!--[\s\S]*?--|\?[\s\S]*?\?)>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/y;
const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Spreadsheets write characters that XML cannot hold by their number: _x000D_. */
const BY_NUMBER = /_x([\da-f]{4})_/gi;

const resolved = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
      })
    : text;

/** Text of a spreadsheet as it is shown. */
export const cellText = (text: string): string =>
  text.includes('_x')
    ? text.replace(BY_NUMBER, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/**
 * Goes through a document once. Prefixes of names are left out; a document that declares entities of its own is not
 * taken apart, for they could blow up to any size.
 * @throws SyntaxError where it is no well-formed XML
 */
export function walkXml(xml: string, onTag: (tag: Tag) => void, onText: (text: string) => void): void {
  PART.lastIndex = xml.startsWith('\uFEFF') ? 1 : 0;
  while (PART.lastIndex < xml.length) {
    const at = PART.lastIndex;
    const part = PART.exec(xml);
    if (!part) throw new SyntaxError(`no well-formed XML at ${at}`);
    const [, text, section, slash, name, attributes = '', empty] = part;
    if (text !== undefined) onText(resolved(text));
    else if (section !== undefined) onText(section);
    else if (name !== undefined)
      onTag({
        name,
        opens: slash === '',
        closes: slash === '/' || empty === '/',
        attribute: (wanted) => attributeIn(attributes, wanted),
      });
  }
}

const patterns = new Map<string, RegExp>();
function attributeIn(attributes: string, wanted: string): string | undefined {
  let pattern = patterns.get(wanted);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(wanted, pattern);
  }
  const found = pattern.exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : resolved(value);
}
