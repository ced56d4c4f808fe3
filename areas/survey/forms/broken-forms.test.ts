import zlib from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { Fault } from '../../../kernel/errors.ts';
import { seededRandom } from '../../../kernel/random.ts';
import { typing, unzipped, zipOf } from '../../../test/workbooks.ts';
import { type ReportContent, reportContent } from '../content/schema.ts';
import { firstLists } from './choices.ts';
import { readFormOnThread } from './index.ts';
import { printForm } from './print-form.ts';
import { letterOf } from './printing/sheet.ts';
import { readForm } from './read-form.ts';
import { readFormBook } from './reading/form-book.ts';
import { type FormReading, formReading } from './schema.ts';

/** A thousand forms that are broken in a thousand ways, the same on every machine. */
const SEED = Number(process.env['SONAE_SEED'] ?? 16);
const lists = firstLists();
const value = (told: unknown) => ({ is: 'value', value: told });
const whole = reportContent.parse({
  operator: { name: '東西電力' },
  sector: value('power'),
  title: '端末の停止',
  outline: value('約300台が停止した。\n復旧に4時間を要した。'),
  times: { noticed: value({ at: '2024-05-01T09:00:00+09:00' }) },
  eventType: value('unavailable'),
  causes: value(['vulnerability', 'contractorError']),
  effect: { users: value({ low: 100, high: 200 }) },
  steps: [{ id: 's1', text: '切り離し' }],
  parties: [{ id: 'p1', name: 'A社', kind: 'contractor' }],
});
let form: Uint8Array = new Uint8Array();
let parts: Record<string, string> = {};
beforeAll(async () => {
  form = await printForm(lists, 'ja', whole);
  parts = unzipped(form);
});

function answerTo(bytes: Uint8Array): FormReading {
  try {
    return readForm({ book: readFormBook(bytes) }, lists, 'ja');
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return readForm({ refused: fault.details.detail }, lists, 'ja');
  }
}

/** Of the processor: a machine that is busy is merely slow. */
const LONGEST_MS = 3_000;
const worked = (): number => process.cpuUsage().user / 1_000;
/** Whatever came: an answer soon, a report that is one, and faults that say where and what to do. */
function answered(bytes: Uint8Array, what: string): FormReading {
  const begun = worked();
  const answer = answerTo(bytes);
  expect([what, worked() - begun < LONGEST_MS]).toEqual([what, true]);
  expect(formReading.parse(answer)).toEqual(answer);
  for (const { cell, text, field } of answer.faults)
    expect([
      what,
      /^(?:[A-Z]+[1-9]\d*)?$/.test(cell),
      text.length > 5 && !/\{(?!given\} \$1)\w+\}/.test(text),
      field !== '',
    ]).toEqual([what, true, true, true]);
  return answer;
}

const random = (kind: number) => {
  const next = seededRandom(SEED * 1_000 + kind);
  const below = (most: number): number => Math.floor(next() * most);
  return { below, one: <T>(all: readonly T[]): T => all[below(all.length)] as T };
};

/** What may stand in a cell that nobody should have put there. */
const CELLS: readonly string[] = [
  '<c r="$ref" t="str"><f>SUM(A1:A9)</f><v>電力</v></c>', '<c r="$ref"><f>WEBSERVICE("http://127.0.0.1/")</f></c>', '<c r="$ref"><f t="array" ref="A1:Z99">1</f><v>1</v></c>',
  '<c r="$ref" t="e"><v>#DIV/0!</v></c>', '<c r="$ref" t="s"><v>999999</v></c>', '<c r="$ref" t="s"><v>-1</v></c>', '<c r="$ref"><v>1e308</v></c>', '<c r="$ref"><v>NaN</v></c>', '<c r="$ref"><v>-5</v></c>',
  '<c r="$ref" t="b"><v>7</v></c>', '<c r="$ref" t="zz"><v>x</v></c>', '<c r="$ref" s="99999"><v>60</v></c>', '<c r="$ref" t="inlineStr"><is><t>不明</t></is></c>', '<c r="$ref" t="inlineStr"><is><t>2024/13/45</t></is></c>',
  '<c r="$ref" t="inlineStr"><is><t>sonae:steps</t></is></c>', '<c r="$ref" t="inlineStr"><is><t>{given} $1 %s</t></is></c>', '<c r="$ref" t="inlineStr"><is><t>-1～-5</t></is></c>',
  `<c r="$ref" t="inlineStr"><is><t>${'長'.repeat(40_000)}</t></is></c>`, '<c r="$ref" t="inlineStr"><is><t>__proto__</t></is></c>', '<c r="$ref" t="inlineStr"><is><t>_xD800_</t></is></c>', '<c r="$ref" t="inlineStr"><is><t>_x0000_</t></is></c>',
]; // biome-ignore format: a table

test('350 with wrong cells: each is answered, and no formula is ever taken for an answer', () => {
  const { below, one } = random(1);
  for (let n = 0; n < 350; n += 1) {
    const changed = { ...parts };
    const formulas = new Set<string>();
    for (let times = below(4); times >= 0; times -= 1) {
      const path = `xl/worksheets/sheet${1 + below(7)}.xml`;
      const ref = `${letterOf(below(10))}${1 + below(50)}`;
      const cell = one(CELLS);
      changed[path] = typing(changed[path] ?? '', { [ref]: { cell } });
      if (cell.includes('<f') && /sheet[1-5]\.xml$/.test(path)) formulas.add(`${path} ${ref}`);
      else formulas.delete(`${path} ${ref}`);
    }
    const { faults, report } = answered(zipOf(changed), `cells ${n}`);
    if (report.sector.is === 'value') expect(report.sector.value).toBe('power');
    expect([n, faults.length > 0 || formulas.size === 0]).toEqual([n, true]);
  }
}); // biome-ignore format: at one look

/** What somebody with a hammer does to a text. */
const XML: readonly ((xml: string, below: (most: number) => number) => string)[] = [
  (xml, below) => xml.slice(0, below(xml.length)),
  (xml, below) => xml.slice(below(xml.length)),
  (xml, below) => { const at = below(xml.length); return xml.slice(0, at) + xml.slice(at + 1 + below(60)); },
  (xml, below) => { const at = below(xml.length); return xml.slice(0, at) + xml.slice(at, at + 200) + xml.slice(at); },
  (xml, below) => xml.replaceAll(/r="([A-Z]+)(\d+)"/g, (all, column) => (below(40) === 0 ? `r="${column}${below(9) * 999_999_999}"` : all)),
  (xml, below) => xml.replaceAll(/<\/?(\w+)/g, (all) => (below(200) === 0 ? '<x' : all)),
  (xml) => `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${xml.replace(/>[^<]+</, '>&b;<')}`,
  (xml) => `<!DOCTYPE a SYSTEM "file:///etc/passwd">${xml}`,
  () => '', () => '<a>', () => '\u0000\u0001', () => `${'<a>'.repeat(100_000)}`, () => `<a ${'b="c" '.repeat(100_000)}/>`, () => `<a b="${'x'.repeat(1_000_000)}`, () => `<!--${'-'.repeat(500_000)}`,
  (xml) => xml.replace('</sheetData>', `${'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'.repeat(50)}</sheetData>`),
  (xml) => xml.replace('</sheetData>', `${Array.from({ length: 40_000 }, (_, n) => `<row r="${n + 200}"><c r="B${n + 200}"><v>1</v></c></row>`).join('')}</sheetData>`),
  (xml) => xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="C7"/><mergeCell ref="x"/></mergeCells>'),
  (xml) => xml.replaceAll('sheet1.xml', '../../../../etc/passwd').replaceAll('state="hidden"', ''),
  (xml) => xml.replaceAll(/Target="[^"]*"/g, 'Target="http://127.0.0.1:1/a%zz"'),
  (xml) => xml.replaceAll(/<t[^>]*>[^<]*<\/t>/g, '<t>&#x110000;&#55296;&undefined;</t>'),
]; // biome-ignore format: a table

test('350 with parts that were damaged: each is answered', () => {
  const { below, one } = random(2);
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'));
  for (let n = 0; n < 350; n += 1) {
    const name = n % 3 === 0 ? 'xl/worksheets/sheet1.xml' : one(names);
    const hammer = XML[n % XML.length] ?? ((xml: string) => xml);
    answered(zipOf({ ...parts, [name]: hammer(parts[name] ?? '', below) }), `part ${n} ${name}`);
  }
});

/** Bytes of the file itself; nobody may take a changed answer for the one that was given. */
function damaged(bytes: Buffer, n: number, below: (most: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  if (n % 6 === 0) return copy.subarray(0, below(copy.length));
  if (n % 6 === 1) return Buffer.concat([copy.subarray(below(copy.length))]);
  if (n % 6 === 2)
    return Buffer.concat([copy, Buffer.from(Array.from({ length: below(300) }, () => below(256)))]);
  if (n % 6 === 3) {
    const end = copy.length - 22 + 4 + below(18);
    copy[end] = below(256);
    return copy;
  }
  for (let times = 1 + below(8); times > 0; times -= 1) copy[below(copy.length)] = below(256);
  return copy;
}

test('280 with bytes that were changed: each is answered, and what is read without a fault is what was written', () => {
  const { below } = random(3);
  let told = 0;
  const same = (report: ReportContent) => expect(report).toEqual(whole);
  for (let n = 0; n < 280; n += 1) {
    const { report, faults } = answered(damaged(Buffer.from(form), n, below), `bytes ${n}`);
    if (faults.length === 0) same(report);
    else told += 1;
  }
  expect(told).toBeGreaterThan(140);
});

/** A ZIP with one file that says it is as large as it is told to say. */
function bomb(said: number, content: Buffer): Buffer {
  const name = 'xl/workbook.xml';
  const packed = zlib.deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(zlib.crc32(content), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(said, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(head.length + name.length + packed.length, 16);
  return Buffer.concat([head, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

test('20 on the thread: bombs, other programs’ files and good forms; memory stays where it was', async () => {
  const before = process.memoryUsage().rss;
  const compound = (name: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(2_000),
      Buffer.from(name, 'utf16le'),
    ]);
  const zeros = Buffer.alloc(300_000_000);
  const files: readonly (readonly [Uint8Array, string])[] = [
    [bomb(zeros.length, zeros), 'too large'], [bomb(1_000, zeros), 'damaged'], [bomb(0xffffffff, zeros.subarray(0, 9)), 'too large'],
    [compound('EncryptedPackage'), 'password'], [compound('Workbook'), '.xls'], [Buffer.from('%PDF-1.7\n\u0000'), 'XLSX'], [Buffer.from('a,b\r\n'), 'text file'], [new Uint8Array(), 'empty'],
    [Buffer.alloc(11_000_000), 'too large'], [Buffer.from(form).subarray(0, 9_000), 'cut off'], [zipOf({ 'xl/workbook.bin': 'x' }), '.xlsb'], [zipOf({ 'word/document.xml': 'x', '[Content_Types].xml': 'x' }), 'not a spreadsheet'],
    [zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': 'x' }), 'OpenDocument'], [zipOf({ ...parts, 'xl/vbaProject.bin': 'x' }), 'macros'], [zipOf({ ...parts, 'xl/macrosheets/sheet1.xml': '<a/>' }), 'macros'],
    [zipOf({ a: 'b' }), 'XLSX'], [zipOf({ ...parts, 'xl/sharedStrings.xml': `<!DOCTYPE a [<!ENTITY a "b">]>${parts['xl/sharedStrings.xml']}` }), 'XLSX'],
    [zipOf({ ...parts, 'xl/worksheets/sheet9.bin': Buffer.alloc(41_000_000) }), 'too large'], [zipOf({ ...parts, 'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${'<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(31_000)}</sheetData></worksheet>` }), 'too large'],
    [form, ''],
  ]; // biome-ignore format: a table
  for (const [bytes, said] of files) {
    const { report, faults } = await readFormOnThread(bytes, 'en');
    expect([said, faults.map(({ text }) => text)]).toEqual([
      said,
      said === '' ? [] : [expect.stringContaining(said)],
    ]);
    expect(report).toEqual(said === '' ? whole : reportContent.parse({}));
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(900_000_000);
});
