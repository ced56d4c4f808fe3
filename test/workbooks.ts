import zlib from 'node:zlib';
import { escapeHtml } from '../kernel/text.ts';
import { Zip } from '../kernel/workbook/zip.ts';

/** A ZIP whose files are not packed. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text);
    const head = Buffer.alloc(30 + name.length);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt32LE(zlib.crc32(body), 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt32LE(body.length, 22);
    head.writeUInt16LE(name.length, 26);
    head.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt32LE(zlib.crc32(body), 16);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(body.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    local.push(head, body);
    directory.push(entry);
    at += head.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(local.length / 2, 8);
  end.writeUInt16LE(local.length / 2, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...directory, end]);
}

/** The files of a workbook by their names, as texts. */
export function unzipped(bytes: Uint8Array): Record<string, string> {
  const zip = new Zip(bytes);
  return Object.fromEntries(zip.names.map((name) => [name, zip.text(name) ?? '']));
}

/** What somebody typed into a cell: a text, or a cell as a spreadsheet writes it. */
export type Typed = string | { readonly cell: string };

const typedIn = (ref: string, style: string, typed: Typed): string =>
  typeof typed === 'string'
    ? `<c r="${ref}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeHtml(typed)}</t></is></c>`
    : typed.cell.replaceAll('$ref', ref);

const columnOf = (ref: string): number =>
  [...ref.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The XML of a sheet after somebody typed into cells of it, as in B4. */
export function typing(xml: string, cells: Readonly<Record<string, Typed>>): string {
  return Object.entries(cells).reduce((sheet, [ref, typed]) => {
    const row = /\d+/.exec(ref)?.[0];
    const whole = new RegExp(`(<row r="${row}"[^>]*>)([\\s\\S]*?)(</row>)`);
    const found = whole.exec(sheet);
    const others = (found?.[2] ?? '').match(/<c [^>]*\/>|<c [^>]*>[\s\S]*?<\/c>/g) ?? [];
    const refOf = (cell: string): string => /r="([A-Z]+\d+)"/.exec(cell)?.[1] ?? '';
    const style = / s="\d+"/.exec(others.find((cell) => refOf(cell) === ref) ?? '')?.[0] ?? '';
    const kept = [...others.filter((cell) => refOf(cell) !== ref), typedIn(ref, style, typed)];
    const inOrder = kept.sort((one, other) => columnOf(refOf(one)) - columnOf(refOf(other)));
    if (found) return sheet.replace(whole, () => `${found[1]}${inOrder.join('')}${found[3]}`);
    return sheet.replace(
      '</sheetData>',
      () => `<row r="${row}">${typedIn(ref, '', typed)}</row></sheetData>`,
    );
  }, xml);
}
