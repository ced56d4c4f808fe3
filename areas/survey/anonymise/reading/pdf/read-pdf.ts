import { readMarkup } from '../markup.ts';
import { joined, nothingUnread, type Passage, type Reading, within } from '../passage.ts';
import { PdfFile, type PdfObject } from './objects.ts';
import { PageText, type Shown } from './page-text.ts';
import { asArray, asDict, asName, asRef, asString, type PdfDict, type PdfValue } from './values.ts';

/** Text of a dictionary: UTF-16, UTF-8 or one byte a letter. */
function wordsOf(bytes: string): string {
  if (bytes.startsWith('\u00fe\u00ff'))
    return new TextDecoder('utf-16be').decode(Buffer.from(bytes, 'latin1'));
  if (bytes.startsWith('\u00ff\u00fe'))
    return new TextDecoder('utf-16le').decode(Buffer.from(bytes, 'latin1'));
  const utf8 = new TextDecoder('utf-8').decode(Buffer.from(bytes, 'latin1'));
  return utf8.includes('\ufffd') ? bytes : utf8;
}

const PLACES: Readonly<Record<string, string>> = {
  Alt: 'alt text',
  ActualText: 'alt text',
  E: 'alt text',
  Contents: 'annotation',
  URI: 'annotation',
  RC: 'annotation',
  Subj: 'annotation',
  T: 'annotation',
  TU: 'annotation',
  V: 'annotation',
  F: 'attachment',
  UF: 'attachment',
  Desc: 'attachment',
  Dest: 'destination',
  D: 'destination',
};
const placeOf = (key: string, dict: PdfDict): string => {
  if (
    key === 'Title' &&
    (dict['Parent'] !== undefined || dict['Dest'] !== undefined || dict['A'] !== undefined)
  )
    return 'bookmark';
  if (key === 'T' && dict['S'] !== undefined) return 'structure';
  return PLACES[key] ?? 'metadata';
};
/** Bytes that are no words. */
const BINARY = new Set(['ID', 'CheckSum', 'O', 'U', 'OE', 'UE', 'Perms']);

/** Every text of a dictionary and of all within it, with what it is. */
function textsIn(value: PdfValue | undefined, key: string, dict: PdfDict): Passage[] {
  const words = asString(value);
  if (words !== undefined) {
    const place = placeOf(key, dict);
    return BINARY.has(key) ? [] : [{ text: wordsOf(words), place, flow: `${place} of the file` }];
  }
  const name = asName(value);
  if (name !== undefined && name.length > 3)
    return [{ text: wordsOf(name), place: 'name', flow: `name ${name}` }];
  const list = asArray(value);
  if (list) return list.flatMap((each) => textsIn(each, key, dict));
  const inner = asDict(value);
  if (!inner) return [];
  return Object.entries(inner).flatMap(([own, each]) => textsIn(each, own, inner));
}

/** Letters in the order they were written, a line each where they stand on one. */
function inOrder(shown: readonly Shown[]): string {
  let text = '';
  let y: number | undefined;
  for (const each of shown) {
    if (y !== undefined) text += Math.abs(each.y - y) > 1 ? '\n' : ' ';
    text += each.text;
    y = each.y;
  }
  return text;
}

/** As the eye goes: from the top, and along each line. */
const byPlace = (shown: readonly Shown[]): string =>
  inOrder(shown.toSorted((a, b) => (Math.abs(a.y - b.y) > 1 ? b.y - a.y : a.x - b.x)));

function pagesIn(file: PdfFile): PdfObject[] {
  const pages: PdfObject[] = [];
  const seen = new Set<number>();
  const walk = (value: PdfValue | undefined): void => {
    const object = file.object(value);
    const dict = asDict(object?.value);
    if (!object || !dict || seen.has(object.number)) return;
    seen.add(object.number);
    const kids = file.array(dict['Kids']);
    if (kids) for (const kid of kids) walk(kid);
    else pages.push(object);
  };
  for (const { value } of file.all) {
    const dict = asDict(value);
    if (dict && asName(dict['Type']) === 'Catalog') walk(dict['Pages']);
  }
  // Pages of earlier editions hang on no tree any more.
  const lost = file.all.filter(
    (object) => asName(asDict(object.value)?.['Type']) === 'Page' && !pages.includes(object),
  );
  return [...pages, ...lost];
}

function inherited(file: PdfFile, page: PdfDict, key: string): PdfValue | undefined {
  let here: PdfDict | undefined = page;
  for (let steps = 0; here && steps < 64; steps++) {
    if (here[key] !== undefined) return here[key];
    here = file.dict(here['Parent']);
  }
  return undefined;
}

function readPage(file: PdfFile, object: PdfObject, page: number): Reading {
  const dict = asDict(object.value) ?? {};
  const contents = file.array(dict['Contents']) ?? (dict['Contents'] === undefined ? [] : [dict['Contents']]);
  const bytes = contents.flatMap((each) => {
    const stream = file.object(each);
    return (stream && file.bytesOf(stream)) ?? [];
  });
  const text = new PageText(file);
  text.run(
    Buffer.concat(bytes.flatMap((each) => [each, Buffer.from('\n')])),
    file.dict(inherited(file, dict, 'Resources')) ?? {},
  );
  return {
    passages: [
      { text: inOrder(text.shown), place: 'text', page, flow: 'pages' },
      { text: byPlace(text.shown), place: 'text', page, flow: 'pages by line' },
      ...text.spoken.map(
        (each): Passage => ({ text: wordsOf(each), place: 'alt text', page, flow: `alt text ${page}` }),
      ),
    ],
    unread: text.mute ? [`page ${page}: letters without a table`] : [],
  };
}

/** What lies in a PDF besides its pages: files within it, and metadata. */
function readStream(
  file: PdfFile,
  object: PdfObject,
  names: ReadonlyMap<number, string>,
  read: (bytes: Buffer, name: string) => Reading,
): Reading {
  const dict = asDict(object.value) ?? {};
  const type = asName(file.resolve(dict['Type'])) ?? '';
  const name = names.get(object.number);
  if (type === 'EmbeddedFile' || name !== undefined) {
    const bytes = file.bytesOf(object);
    return bytes ? within('attachment', read(bytes, name ?? '')) : nothingUnread([]);
  }
  const bytes = type === 'Metadata' ? file.bytesOf(object) : undefined;
  if (bytes)
    return nothingUnread(
      readMarkup(bytes.toString('utf8')).map((each) => ({
        ...each,
        place: 'metadata',
        flow: `XMP ${each.flow}`,
      })),
    );
  return nothingUnread([]);
}

/**
 * The words of a PDF: of each page as they are written and as they stand, and all besides that lies in the file.
 * @param read reads a file that lies within
 */
export function readPdf(bytes: Buffer, read: (bytes: Buffer, name: string) => Reading): Reading {
  const file = new PdfFile(bytes);
  if (file.encrypted) return { passages: [], unread: ['the file is encrypted'] };
  const pages = pagesIn(file);
  if (pages.length === 0) return { passages: [], unread: ['the file has no pages that can be read'] };
  const names = new Map<number, string>();
  for (const { value } of file.all) {
    const dict = asDict(value);
    for (const each of Object.values(file.dict(dict?.['EF']) ?? {})) {
      const ref = asRef(each);
      if (ref !== undefined) names.set(ref, wordsOf(asString(dict?.['UF'] ?? dict?.['F']) ?? ''));
    }
  }
  const values = [...file.all.map(({ value }) => value), ...file.trailers];
  const texts = values.flatMap((value) => textsIn(value, '', {}));
  const once = [...new Map(texts.map((each) => [`${each.place} ${each.text}`, each])).values()];
  const reading = joined([
    ...pages.map((page, i) => readPage(file, page, i + 1)),
    nothingUnread(once),
    ...file.all.filter(({ stream }) => stream).map((object) => readStream(file, object, names, read)),
  ]);
  return { ...reading, unread: [...reading.unread, ...file.unread] };
}
