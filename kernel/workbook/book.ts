import { Fault } from '../errors.ts';
import type { Bilingual } from '../language.ts';
import { builtInFormat } from './number-format.ts';
import { cellText, type Tag, walkXml } from './xml.ts';
import { Zip } from './zip.ts';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

export interface Book {
  readonly zip: Zip;
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  readonly texts: readonly string[];
  /** Format by the number of a style. */
  readonly formats: readonly string[];
}

export const unreadable = (detail: Bilingual, cause?: unknown): Fault =>
  new Fault('malformed', { detail, cause });
export const NO_WORKBOOK: Bilingual = {
  ja: 'XLSXとして読み取れません。Excelブック（.xlsx）で保存し直してください',
  en: 'This is not a valid XLSX file. Save it as an Excel workbook (.xlsx)',
};
const DAMAGED: Bilingual = {
  ja: 'ファイルが途中で切れているか、破損しています。元のファイルをもう一度送信または保存してください',
  en: 'The file is cut off or damaged. Send or save the original again',
};
const OLD: Bilingual = {
  ja: '旧形式（.xls）のブックです。Excelブック（.xlsx）で保存し直してください',
  en: 'This is an old .xls workbook. Save it as an Excel workbook (.xlsx)',
};
const OLD_OR_LOCKED: Bilingual = {
  ja: '旧形式（.xls）、またはパスワード付きのブックです。パスワードを解除し、Excelブック（.xlsx）で保存し直してください',
  en: 'This is an old .xls workbook or has a password. Remove the password and save it as .xlsx',
};
const LOCKED: Bilingual = {
  ja: 'パスワード付きのブックです。パスワードを解除し、Excelブック（.xlsx）で保存し直してください',
  en: 'This workbook has a password. Remove the password and save it as .xlsx',
};
const OPEN_DOCUMENT: Bilingual = {
  ja: 'OpenDocument形式（.ods等）のファイルです。Excelブック（.xlsx）で保存し直してください',
  en: 'This is an OpenDocument file, such as .ods. Save it as an Excel workbook (.xlsx)',
};
const BINARY: Bilingual = {
  ja: 'Excelバイナリブック（.xlsb）です。Excelブック（.xlsx）で保存し直してください',
  en: 'This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx)',
};
const NO_SHEETS: Bilingual = {
  ja: '表計算のファイルではありません。Excelブック（.xlsx）を指定してください',
  en: 'This file is not a spreadsheet. Choose an Excel workbook (.xlsx)',
};
const PLAIN_TEXT: Bilingual = {
  ja: 'CSV等のテキストファイルであり、XLSXではありません。Excelブック（.xlsx）で保存し直してください',
  en: 'This is a text file, such as CSV, and not XLSX. Save it as an Excel workbook (.xlsx)',
};
const EMPTY: Bilingual = { ja: 'ファイルが空です', en: 'The file is empty' };

/** Workbooks of old, and those with a password, are kept in this. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP_BEGINS = [0x50, 0x4b, 0x03, 0x04];
/** Names of what lies in such a file. */
const [ENCRYPTED, WORKBOOK] = ['EncryptedPackage', 'Workbook'].map((name) => Buffer.from(name, 'utf16le'));
const begins = (content: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, i) => content[i] === byte);
const isText = (content: Uint8Array): boolean => {
  const head = content.subarray(0, 4_096);
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
};

function compound(content: Uint8Array): Bilingual {
  const holds = (name: Buffer | undefined): boolean =>
    name !== undefined && Buffer.from(content).includes(name);
  if (holds(ENCRYPTED)) return LOCKED;
  return holds(WORKBOOK) ? OLD : OLD_OR_LOCKED;
}

/** What a file is that is no workbook of this kind, and how it becomes one. */
function otherKind(content: Uint8Array, zip: Zip): Bilingual | undefined {
  if (content.length === 0) return EMPTY;
  if (begins(content, COMPOUND_FILE)) return compound(content);
  if (!zip.isZip) return begins(content, ZIP_BEGINS) ? DAMAGED : isText(content) ? PLAIN_TEXT : NO_WORKBOOK;
  if (zip.has('xl/workbook.xml')) return undefined;
  if (zip.has('xl/workbook.bin')) return BINARY;
  if (zip.has('content.xml') && zip.has('mimetype')) return OPEN_DOCUMENT;
  return zip.has('[Content_Types].xml') ? NO_SHEETS : NO_WORKBOOK;
}

export function partsOf(
  zip: Zip,
  path: string,
  onTag: (tag: Tag) => void,
  onText: (text: string) => void = () => {},
): boolean {
  const xml = zip.text(path);
  if (xml !== undefined) walkXml(xml, onTag, onText);
  return xml !== undefined;
}

function sharedTexts(zip: Zip): string[] {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let reading = 0;
  partsOf(
    zip,
    'xl/sharedStrings.xml',
    ({ name, opens, closes }) => {
      // How a name is read aloud is written beside it, and is no part of it.
      if (name === 'rPh') reading += opens && !closes ? 1 : opens ? 0 : -1;
      if (name === 't') inText = opens && !closes;
      if (name !== 'si') return;
      if (opens) text = '';
      if (closes) texts.push(cellText(text));
    },
    (part) => {
      if (inText && reading === 0) text += part;
    },
  );
  return texts;
}

function formatsOf(zip: Zip): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let within = false;
  partsOf(zip, 'xl/styles.xml', ({ name, opens, closes, attribute }) => {
    if (name === 'numFmt' && opens)
      own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? 'General');
    if (name === 'cellXfs') within = opens && !closes;
    if (name === 'xf' && opens && within) {
      const id = Number(attribute('numFmtId') ?? 0);
      formats.push(own.get(id) ?? builtInFormat(id));
    }
  });
  return formats;
}

/** A part by its name in the file: it is told from the folder of the workbook, or from the top. */
const withinBook = (target: string): string =>
  decodeURIComponent(new URL(target, 'file:///xl/').pathname).slice(1);

/**
 * What a workbook (ECMA-376) consists of.
 * @param mostUnpacked bytes that all of it may take, unpacked
 * @throws Fault `malformed` that says what the file is instead, `too-large`; RangeError or SyntaxError of a part that is damaged
 */
export function openBook(content: Uint8Array, mostUnpacked: number, tooLarge: Bilingual): Book {
  const zip = new Zip(content);
  const other = otherKind(content, zip);
  if (other) throw unreadable(other);
  if (zip.unpackedSize > mostUnpacked) throw new Fault('too-large', { detail: tooLarge });
  const paths = new Map<string, string>();
  partsOf(zip, 'xl/_rels/workbook.xml.rels', ({ name, opens, attribute }) => {
    if (name !== 'Relationship' || !opens) return;
    paths.set(attribute('Id') ?? '', withinBook(attribute('Target') ?? ''));
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  partsOf(zip, 'xl/workbook.xml', ({ name, opens, attribute }) => {
    if (!opens) return;
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    if (name !== 'sheet') return;
    const path = paths.get(attribute('id') ?? '');
    const hidden = (attribute('state') ?? 'visible') !== 'visible';
    if (path?.includes('worksheets/')) sheets.push({ name: attribute('name') ?? '', hidden, path });
  });
  if (sheets.length === 0) throw unreadable(NO_WORKBOOK);
  return { zip, sheets, from1904, texts: sharedTexts(zip), formats: formatsOf(zip) };
}

/** Whatever went wrong while a workbook was read, as a fault: a part that is damaged, or not as it should be. */
export function faultOf(cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  return unreadable(cause instanceof RangeError ? DAMAGED : NO_WORKBOOK, cause);
}
