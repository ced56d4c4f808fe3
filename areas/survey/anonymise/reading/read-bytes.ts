import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { textsOfBytes, wordsInBytes } from './decode.ts';
import { readMarkup } from './markup.ts';
import { joined, nothingUnread, type Passage, type Reading, within } from './passage.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readJson, readYamlWords } from './structured.ts';
import { isMarkup, otherReadings } from './unescape.ts';
import { readZip } from './zip.ts';

const LARGEST = 400_000_000;
/** Files within files go no deeper. */
const DEEPEST = 6;
const BASE64 = /(?:data:[\w/+.;=-]*;base64,)?([A-Za-z0-9+/_-]{32,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*={0,2})/g;
const FONTS = ['wOFF', 'wOF2', 'OTTO', 'true', 'ttcf', '\u0000\u0001\u0000\u0000'];
const PICTURES = ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'RIFF'];
const PACKED = ['%PDF', 'PK\u0003\u0004', '\u001f\u008b'];
const isOf = (kinds: readonly string[], head: string): boolean => kinds.some((kind) => head.startsWith(kind));

/** What may be text in base64 is read as bytes of their own; letters that merely look so come out as no text. */
function packedIn(text: string, depth: number): Reading[] {
  if (depth >= DEEPEST) return [];
  return [...text.matchAll(BASE64)].flatMap(([, run = '']) => {
    const bytes = Buffer.from(run, 'base64');
    const head = bytes.toString('latin1', 0, 4);
    if (isOf(FONTS, head)) return [];
    const isFile = isOf(PICTURES, head) || isOf(PACKED, head);
    // Only what is text from its first byte to its last.
    const readable = isFile || isText(bytes);
    return readable ? [within('base64', readBytes(bytes, '', depth + 1))] : [];
  });
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[^\P{Cc}\s]|\p{Co}|\p{Cn}/u.test(text);
  } catch {
    // Any other bytes.
    return false;
  }
}

/** A text with its other readings, each a flow of its own; a picture that stands in data is read as one. */
const withReadings = (passage: Passage): Passage[] => {
  if (passage.place !== 'text' && isMarkup(passage.text))
    return readMarkup(passage.text)
      .flatMap(withReadings)
      .map((each) => ({
        ...each,
        place: `${passage.place} ${each.place}`,
        flow: `${passage.flow} ${passage.place} ${each.flow}`,
      }));
  return [
    passage,
    ...otherReadings(passage.text).map((text, i) => ({
      ...passage,
      text,
      flow: `${passage.flow} ${passage.place} read otherwise ${i}`,
    })),
  ];
};

function readText(text: string, kind: string, depth: number): Reading {
  const plain: Passage = { text, place: 'text', flow: 'whole text' };
  const looksMarked = /^\s*(?:<\?xml|<!doctype|<html|<svg|<[a-z]+[\s>])/i.test(text);
  let passages: Passage[];
  if (
    /^\.(?:html?|xhtml|svg|xml|rss|atom|rdf|opf|ncx|rels|vsdx)$/.test(kind) ||
    (looksMarked && !/^\.(?:md|ya?ml|json)$/.test(kind))
  )
    passages = readMarkup(text).flatMap((passage) => programmed(passage));
  else {
    const json =
      /^\.(?:json|jsonl|ndjson|geojson|webmanifest|map|)$/.test(kind) && /^\s*[[{"]/.test(text)
        ? readJson(text)
        : undefined;
    const yaml = /^\.(?:ya?ml)$/.test(kind) ? readYamlWords(text) : [];
    passages = json ?? [plain, ...yaml, ...(kind === '.md' ? readMarkup(text) : [])];
  }
  const packed = passages.flatMap((passage) => packedIn(passage.text, depth));
  const words = passages.map((passage) => ({
    ...passage,
    text: passage.text.replace(BASE64, (run) => (run.length > 400 ? ' ' : run)),
  }));
  return joined([nothingUnread(words.flatMap(withReadings)), ...packed]);
}

/** A program that holds data is read as data too. */
function programmed(passage: Passage): Passage[] {
  const data =
    passage.place === 'script' && /^\s*[[{]/.test(passage.text) ? readJson(passage.text) : undefined;
  return [
    passage,
    ...(data ?? []).map((each) => ({
      ...each,
      place: `script ${each.place}`,
      flow: `${passage.flow} ${each.flow}`,
    })),
  ];
}

const fileOf = (name: string): Passage[] =>
  name === '' ? [] : withReadings({ text: name, place: 'file name', flow: `file name ${name}` });

/** Finished bytes of any file, as whoever takes them apart may read them. */
export function readBytes(bytes: Buffer, name: string, depth = 0): Reading {
  if (depth > DEEPEST) return { passages: [], unread: [`${name}: nested too deeply`] };
  const head = bytes.toString('latin1', 0, 5);
  const named = nothingUnread(fileOf(path.basename(name)));
  if (bytes.subarray(0, 1024).includes('%PDF-')) {
    const { passages, unread } = readPdf(bytes, (inner, own) => readBytes(inner, own, depth + 1));
    return joined([named, { passages: passages.flatMap(withReadings), unread }]);
  }
  if (head.startsWith('\u001f\u008b')) {
    const inner = gunzipSync(bytes, { maxOutputLength: LARGEST });
    return joined([
      named,
      within('gzip', readBytes(inner, path.basename(name).replace(/\.gz$/i, ''), depth + 1)),
    ]);
  }
  if (head.startsWith('PK\u0003\u0004')) {
    const zipped = readZip(bytes);
    if (!zipped) return joined([named, { passages: [], unread: ['a ZIP without its list'] }]);
    return joined([
      named,
      ...zipped.map((entry) =>
        entry.bytes
          ? within(
              entry.name,
              joined([nothingUnread(fileOf(entry.name)), readBytes(entry.bytes, entry.name, depth + 1)]),
            )
          : { passages: [], unread: [entry.name] },
      ),
    ]);
  }
  if (isOf(FONTS, head)) return named;
  if (isOf(PICTURES, head))
    return joined([
      named,
      nothingUnread(wordsInBytes(bytes).map((text, i) => ({ text, place: 'metadata', flow: `bytes ${i}` }))),
    ]);
  const kind = path.extname(name).toLowerCase();
  return joined([named, ...textsOfBytes(bytes).map((text) => readText(text, kind, depth))]);
}
