import { describe, expect, test } from 'vitest';
import { builtInFormat, shownNumber } from '../../../../kernel/workbook/number-format.ts';
import { zipOf } from '../../../../test/workbooks.ts';
import { readTable } from './read-table.ts';

const FORMATS = [
  'General',
  '0000',
  'yyyy/m/d',
  'h:mm',
  '[$-411]ggge"年"m"月"d"日"',
  '0.00',
  '0%',
  '0.0%',
  '@',
  '000-0000',
];
interface SheetOf {
  readonly name: string;
  readonly state?: string;
  readonly rows: string;
  readonly rest?: string;
  readonly target?: string;
}
function bookOf(sheets: readonly SheetOf[], texts: readonly string[] = [], properties = ''): Uint8Array {
  const id = (n: number) => `rId${n + 1}`;
  return zipOf({
    'xl/workbook.xml': `<workbook>${properties}<sheets>${sheets.map(({ name, state }, n) => `<sheet name="${name}" ${state ? `state="${state}"` : ''} r:id="${id(n)}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map(({ target }, n) => `<Relationship Id="${id(n)}" Target="${target ?? `worksheets/sheet${n + 1}.xml`}"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts.map((each) => `<si>${each}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${FORMATS.map((code, n) => `<numFmt numFmtId="${200 + n}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${FORMATS.map((_, n) => `<xf numFmtId="${200 + n}"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, rest = '' }, n) => [
        `xl/worksheets/sheet${n + 1}.xml`,
        `<x:worksheet><x:sheetData>${rows}</x:sheetData>${rest}</x:worksheet>`,
      ]),
    ),
  });
}
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (ref: string, value: number | string, format = 'General') =>
  `<c r="${ref}" s="${FORMATS.indexOf(format)}"><v>${value}</v></c>`;
const row = (r: number, cells: string, more = '') => `<row r="${r}" ${more}>${cells}</row>`;
const HEAD = row(1, text('A1', 'key') + text('B1', 'name') + text('C1', 'version'));
const read = (content: Uint8Array, reading = {}) => readTable('xlsx', content, reading);
const csv = (content: string | Uint8Array) =>
  readTable('csv', typeof content === 'string' ? Buffer.from(content) : content);
const cellsOf = ({ rows }: ReturnType<typeof read>) => rows.map(({ cells }) => Object.values(cells)); // biome-ignore format: at one look

describe('a workbook is read as it is shown', () => {
  test.each([
    ['a leading zero', number('B2', 7, '0000'), '0007'],
    ['a date', number('B2', 46357, 'yyyy/m/d'), '2026/12/1'],
    ['a date of an era', number('B2', 46357, '[$-411]ggge"年"m"月"d"日"'), '令和8年12月1日'],
    ['a time', number('B2', 1 / 6, 'h:mm'), '4:00'],
    ['midnight', number('B2', 0, 'h:mm'), '0:00'],
    ['one point one zero', number('B2', 1.1, '0.00'), '1.10'],
    ['a percentage', number('B2', 0.5, '0%'), '50%'],
    ['a part of a percentage', number('B2', 0.1234, '0.0%'), '12.3%'],
    ['a number as text', number('B2', 12, '@'), '12'],
    ['a postal code', number('B2', 1000001, '000-0000'), '100-0001'],
    ['true', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['a sum that is not exact', number('B2', '0.30000000000000004'), '0.3'],
    ['twelve digits', number('B2', 123456789012), '123456789012'],
    ['a formula by its value', '<c r="B2" t="str"><f>A1&amp;"x"</f><v>a&amp;b</v></c>', 'a&b'],
    ['text with its reading', '<c r="B2" t="s"><v>0</v></c>', '東京駅'],
    ['a formula whose result is an empty text and one of a number', '<c r="C2" t="str"><f>""</f><v></v></c><c r="B2"><f>1+1</f><v>2</v></c>', '2'],
    ['entities and line ends', text('B2', 'a&#10;&lt;b&gt;_x000D_'), 'a\n<b>\r'],
  ])('%s', (_, cell, wanted) => {
    const reading = '<r><t>東京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><r><t>駅</t></r>';
    const { rows } = read(bookOf([{ name: 's', rows: HEAD + row(2, text('A2', 'a') + cell) }], [reading]));
    expect(rows).toEqual([{ row: 2, cells: { key: 'a', name: wanted, version: '' }, faults: [] }]);
  });

  test.each([
    ['an error', '<c r="B2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a formula nobody worked out', '<c r="B2"><f>A2&amp;"x"</f></c>', '数式の計算結果'],
    ['a shared formula nobody worked out', '<c r="B2"><f t="shared" si="0"/><v></v></c>', '数式の計算結果'],
    ['more digits than are kept', number('B2', '1234567890123456'), '文字列'],
    ['a day that was not', number('B2', 60, 'yyyy/m/d'), '日付として扱えません'],
    ['the day of an empty cell', number('B2', 0, 'yyyy/m/d'), '日付として扱えません'],
    ['the day of an empty cell in an era', number('B2', 0, '[$-411]ggge"年"m"月"d"日"'), '日付として扱えません'],
    ['a day before all', number('B2', -1, 'yyyy/m/d'), '日付として扱えません'],
  ])('%s is a fault of its row', (_, cell, said) => {
    const { rows } = read(bookOf([{ name: 's', rows: HEAD + row(2, text('A2', 'a') + cell) }]));
    expect(rows[0]?.faults).toEqual([{ mend: { ja: expect.stringContaining(said), en: expect.any(String) }, headers: ['name'] }]);
  });

  test('titles stand above the headers; rows keep the numbers of the file', () => {
    const rows = row(1, text('A1', '設備台帳')) + row(3, text('A3', '管理番号') + text('B3', '名称')) + row(4, text('A4', 'a') + text('B4', 'A')) + row(7, text('A7', 'b'));
    const table = read(bookOf([{ name: 's', rows }]));
    expect([table.headerRow, table.headers, table.rows.map(({ row: n }) => n)]).toEqual([3, ['管理番号', '名称'], [4, 7]]);
  });

  test('what is merged downwards is each row’s; across columns it is a fault', () => {
    const rows = HEAD + row(2, text('A2', 'a') + text('C2', '1')) + row(3, text('A3', 'b')) + row(5, text('A5', 'c'));
    const rest = '<mergeCells><mergeCell ref="C2:C4"/><mergeCell ref="A5:B5"/></mergeCells>';
    const table = read(bookOf([{ name: 's', rows, rest }]));
    expect(cellsOf(table)).toEqual([['a', '', '1'], ['b', '', '1'], ['c', '', '']]);
    expect(table.rows.map(({ faults }) => faults.length)).toEqual([0, 0, 1]);
  });

  test('a fault stands under its headers, and what is merged across some under all of them', () => {
    const head = row(1, text('A1', 'key') + text('B1', 'name') + text('C1', 'version') + text('D1', '計算'));
    const error = (ref: string) => `<c r="${ref}" t="e"><v>#REF!</v></c>`;
    const rows = head + row(2, text('A2', 'a') + error('D2')) + row(3, text('A3', 'b') + text('B3', 'x')) + row(4, text('A4', 'c') + error('F4'));
    const rest = '<mergeCells><mergeCell ref="B3:C3"/></mergeCells>';
    const { rows: found } = read(bookOf([{ name: 's', rows, rest }]));
    expect(found.map(({ faults }) => faults.map(({ headers }) => headers))).toEqual([[['計算']], [['name', 'version']], [[]]]);
  });

  test('headers of two rows, some merged across or downwards', () => {
    const rows = row(1, text('A1', 'key') + text('B1', '構成')) + row(2, text('B2', 'name') + text('C2', 'version')) + row(3, text('A3', 'a') + text('B3', 'A') + text('C3', '1'));
    const rest = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>';
    const table = read(bookOf([{ name: 's', rows, rest }]));
    expect([table.headers, table.rows]).toEqual([['key', 'name', 'version'], [{ row: 3, cells: { key: 'a', name: 'A', version: '1' }, faults: [] }]]);
  });

  test('days are counted from 1904 where the book says so', () => {
    const rows = HEAD + row(2, text('A2', 'a') + number('B2', 44_895, 'yyyy/m/d')) + row(3, text('A3', 'b') + number('B3', 0, 'yyyy/m/d'));
    expect(cellsOf(read(bookOf([{ name: 's', rows }], [], '<workbookPr date1904="1"/>'))).map(([, name]) => name)).toEqual(['2026/12/1', '1904/1/1']);
  });

  test.each([
    ['a cover', row(1, text('A1', '設備台帳の記入方法')) + row(2, text('A2', '1')), '台帳'],
    ['an empty sheet', '', '台帳'],
    ['a table of something else', row(1, text('A1', '区分') + text('B1', '説明')) + row(2, text('A2', 'x') + text('B2', 'y')), '台帳'],
    ['a table of the same', HEAD + row(2, text('A2', 'z')), '表紙'],
  ])('behind %s the table is found', (_, first, wanted) => {
    const table = read(bookOf([{ name: '表紙', rows: first }, { name: '控え', state: 'hidden', rows: HEAD + row(2, text('A2', 'h')) }, { name: '台帳', rows: HEAD + row(2, text('A2', 'a')) }]));
    expect([table.sheet, table.headers[0]]).toEqual([wanted, 'key']);
  });

  test('a sheet or a row of headers that is not there is refused by name', () => {
    const book = bookOf([{ name: '台帳', rows: HEAD + row(2, text('A2', 'a')) }]);
    expect(() => read(book, { sheet: 'Sheet9' })).toThrow(/Sheet9.*台帳/);
    for (const headerRow of [3, 50]) expect(() => read(book, { headerRow })).toThrow(`Row ${headerRow} holds no headers`);
  });

  test.each(['./worksheets/sheet1.xml', '../xl/worksheets/sheet1.xml', '/xl/worksheets/sheet1.xml'])('a sheet that is told as %s', (target) => {
    expect(cellsOf(read(bookOf([{ name: 's', target, rows: HEAD + row(2, text('A2', 'a')) }])))).toEqual([['a', '', '']]);
  });

  test('the first sheet that is seen, or the one that is named; what is hidden is told', () => {
    const sheet = (name: string, key: string, state?: string) => ({ name, rows: HEAD + row(2, text('A2', key), 'hidden="1"'), ...(state && { state }) });
    const book = bookOf([sheet('旧', 'old', 'hidden'), sheet('今', 'now'), sheet('別', 'other')]);
    const table = read(book);
    expect([table.sheet, table.sheets, cellsOf(table)[0]?.[0]]).toEqual(['今', ['旧', '今', '別'], 'now']);
    expect(table.remarks.map(({ ja }) => ja).join()).toMatch(/別.*旧.*非表示の行も読み取りました：2/);
    expect(cellsOf(read(book, { sheet: '旧' }))[0]?.[0]).toBe('old');
  });

  test('a cell far out, an old workbook and one with a password are answered', () => {
    expect(() => read(bookOf([{ name: 's', rows: row(1_048_576, text('A1048576', 'x')) }]))).toThrow('100,000');
    expect(() => read(bookOf([{ name: 's', rows: row(1, text('XFD1', 'x')) }]))).toThrow('200 columns');
    expect(() => read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toThrow('password');
  });

  test('a file that is something else says what, and a damaged one that it is', () => {
    const compound = (name: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(name, 'utf16le')]);
    expect(() => read(compound('Workbook'))).toThrow('old .xls');
    expect(() => read(compound('EncryptedPackage'))).toThrow('has a password');
    expect(() => read(zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }))).toThrow('OpenDocument');
    expect(() => read(zipOf({ 'xl/workbook.bin': 'x' }))).toThrow('.xlsb');
    expect(() => read(zipOf({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }))).toThrow('not a spreadsheet');
    expect(() => read(Buffer.from('key,name\na,A\n'))).toThrow('text file');
    expect(() => read(Buffer.alloc(0))).toThrow('empty');
    const whole = Buffer.from(bookOf([{ name: 's', rows: HEAD + row(2, text('A2', 'abc')) }]));
    expect(read(whole).rows).toHaveLength(1);
    expect(() => read(whole.subarray(0, whole.length - 30))).toThrow('cut off or damaged');
    const changed = Buffer.from(whole);
    changed.write('x', changed.indexOf('abc'));
    expect(() => read(changed)).toThrow('cut off or damaged');
    const twice = Buffer.from(zipOf({ 'xl/workbook.xml': '<a/>', 'xl/workbook.xmk': '<b/>' }).map((byte) => (byte === 0x6b ? 0x6c : byte)));
    expect(() => read(twice)).toThrow('cut off or damaged');
  });
}); // biome-ignore format: sheets at one look

test.each([
  [45_000, 14, '2023/3/15'],
  [45_000.75, 22, '2023/3/15 18:00'],
  [43_586, 57, 'R1.5.1'],
  [43_585, 58, '平成31年4月30日'],
  [1, 14, '1900/1/1'],
  [61, 14, '1900/3/1'],
  [-1234.5, 4, '-1,234.50'],
  [1234567, 3, '1,234,567'],
  [12345, 11, '1.23E+04'],
  [-5, 37, '(5)'],
  [1.5, 46, '36:00:00'],
  [0.999999, 20, '0:00'],
])('%d by the format %d is %s', (value, id, wanted) =>
  expect(shownNumber(value, builtInFormat(id), false)).toBe(wanted),
);

test.each([
  ['0"台"', 3, '3台'], ['[>=100]"多い";"少ない"', 5, '少ない'], ['#,##0.0,', 12_345, '12.3'], ['#', 0, ''], ['0.##', 1.5, '1.5'], ['0.00;[Red]-0.00', -2, '-2.00'],
  ['yyyy-mm-dd"T"hh:mm:ss', 45_000.5, '2023-03-15T12:00:00'], ['m/d(aaa)', 45_000, '3/15(水)'], ['dddd, mmmm d', 45_000, 'Wednesday, March 15'], ['h:mm AM/PM', 0.5, '12:00 PM'],
  ['[$-ja-JP-x-gannen]ggge"年"', 43_586, '令和元年'], ['mm:ss', 1 / 1_440, '01:00'], [';;;', 5, ''], ['0;0;"-"', 0, '-'], ['"Ver."0.0', 2, 'Ver.2.0'], ['[$¥-411]#,##0', 1_500, '¥1,500'], ['[$USD] 0', 5, 'USD 5'],
])('%s shows %d as %s', (code, value, wanted) => expect(shownNumber(value, code, false)).toBe(wanted)); // biome-ignore format: a table

describe('text in whatever way it was saved', () => {
  const JAPANESE = 'key,名称,備考\na,料金システム,ﾎﾟﾝﾌﾟ\n';
  const EUC = '6b65792cccbebece2cc8f7b9cd0a612ccec1b6e2a5b7a5b9a5c6a5e02c8ece8edf8edd8ecc8edf0a';
  const SJIS = '6b65792c96bc8fcc2c94f58d6c0a612c97bf8be083568358836583802ccedfddccdf0a';
  const JIS = '6b65792c1b24424c3e3e4e1b28422c1b24424877394d1b28420a612c1b24424e41366225372539254625601b28422c1b2442255d257325571b28420a';
  const utf16 = Buffer.from(`\ufeff${JAPANESE}`, 'utf16le');
  test.each([
    ['UTF-8', Buffer.from(JAPANESE)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${JAPANESE}`)],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['UTF-16LE without its mark', Buffer.from('key,name,note\na,A,b\n'.repeat(3), 'utf16le')],
    ['EUC-JP', Buffer.from(EUC, 'hex')],
    ['Shift_JIS', Buffer.from(SJIS, 'hex')],
    ['ISO-2022-JP', Buffer.from(JIS, 'hex')],
  ])('%s', (name, bytes) => {
    const { headers, rows } = csv(bytes);
    expect(headers[0]).toBe('key');
    if (!name.includes('without')) expect(Object.values(rows[0]?.cells ?? {})).toEqual(['a', '料金システム', name === 'ISO-2022-JP' ? 'ポンプ' : 'ﾎﾟﾝﾌﾟ']);
  });

  test('Shift_JIS, also of nothing but kana in half width', () => {
    const sjis = Buffer.from('6b65792c96bc8fcc0a612c', 'hex');
    expect(csv(Buffer.concat([sjis, Buffer.from([0xce, 0xdf, 0xdd, 0xcc, 0xdf])])).rows[0]?.cells).toEqual({ key: 'a', 名称: 'ﾎﾟﾝﾌﾟ' });
    expect(csv(Buffer.concat([Buffer.from('key,name\na,'), Buffer.from([0xbb, 0xb0, 0xca, 0xde])])).rows[0]?.cells).toEqual({ key: 'a', name: 'ｻｰﾊﾞ' });
  });

  test.each([
    ['letters of Western Europe', Buffer.concat([Buffer.from('key,name\na,M'), Buffer.from([0xfc]), Buffer.from('ller\nb,K'), Buffer.from([0xe4]), Buffer.from('se\n')])],
    ['no text at all', Buffer.from('k\0ey,\x01\n')],
    ['bytes of nothing', Buffer.from([0x6b, 0x2c, 0xff, 0xfe, 0xfd, 0x80, 0x0a])],
  ])('%s is refused, and the encodings are named', (_, bytes) => expect(() => csv(bytes)).toThrow(/UTF-8.*Shift_JIS.*EUC-JP/));

  test('a few kanji of EUC-JP are never taken for kana in half width', () => {
    const euc = (hex: string) => csv(Buffer.concat([Buffer.from('key,name\na,'), Buffer.from(hex, 'hex')]));
    // The one reads as kana that no word has; the other, 山田, as some that one might.
    expect(euc('b0c2c3a3').rows[0]?.cells['name']).toBe('安達');
    expect(() => euc('bbb3c5c4')).toThrow(/EUC-JP/);
  });

  test('a mark of UTF-8 before a file of Shift_JIS says nothing of it; before one that is damaged it does', () => {
    const marked = (rest: Buffer) => csv(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), rest]));
    expect(marked(Buffer.from(SJIS, 'hex')).rows[0]?.cells).toMatchObject({ key: 'a', 名称: '料金システム' });
    const cut = marked(Buffer.concat([Buffer.from('key,名称\na,配水ポンプ\nb,配水ポン').subarray(0, -1), Buffer.from('\n')]));
    expect(cut.rows.map(({ faults }) => faults.map(({ headers }) => headers))).toEqual([[], [['名称']]]);
  });

  test.each([
    ['texts that are kept from being numbers', 'key,name\n="0012",="1.10"\n"=""0013""",\n', [['0012', '1.10'], ['0013', '']]],
    ['quotes within cells', 'key,name\na,19" モニター\nb,"C, D"\n', [['a', '19" モニター'], ['b', 'C, D']]],
    ['blanks before quotes', 'key, "name"\na, "B, C"\n', [['a', 'B, C']]],
    ['lines that end in several ways', 'key,name\r\na,A\nb,"B\nB"\rc,C\r\n', [['a', 'A'], ['b', 'B\nB'], ['c', 'C']]],
    ['an end of file of old', 'key,name\r\na,A\r\n\u001a', [['a', 'A']]],
    ['an end of file filled up', 'key,name\r\na,A\r\n\u001a\u001a\r\n\u001a', [['a', 'A']]],
    ['files that were put together with the end of each', 'key,name\r\na,A\r\n\u001ab,B\r\n\u001a', [['a', 'A'], ['b', 'B']]],
    ['tabs and quotes', 'key\tname\na\t19" モニター\nb\t\n', [['a', '19" モニター'], ['b', '']]],
  ])('%s', (_, file, wanted) => expect(csv(file).rows.map(({ cells }) => [cells['key'], cells['name']])).toEqual(wanted));

  test('a quote that is never closed is refused with its line', () => {
    expect(() => csv('key,name\na,A\nb,"open\nc,C\n')).toThrow('unclosed quote');
  });

  test('a header that was cut in two is refused with its row', () => {
    const cut = Buffer.concat([Buffer.from('key,名称').subarray(0, -1), Buffer.from('\na,配水ポンプ\n')]);
    expect(() => csv(cut)).toThrow('row 1');
  });

  test.each([
    ['a comma', 'key,name,depends on\na,A,b;c\nb,B,\nc,C,\n'],
    ['a tab', 'key\tname\tdepends on\na\tA\tb,c\n'],
    ['a semicolon', 'key;name;depends on\na;A;"b;c"\n'],
    ['a semicolon that is said', 'sep=;\nkey;name;depends on\na;A;"b;c"\n'],
    ['a bar', 'key|name|depends on\na|A|b;c\n'],
  ])('cells are parted by %s', (_, file) => {
    const { headers, rows } = csv(file);
    expect(headers).toEqual(['key', 'name', 'depends on']);
    expect(rows[0]?.cells['name']).toBe('A');
    expect(rows[0]?.cells['depends on']).toMatch(/^b[;,]c$/);
  });

  test('quotes, blank lines and headers written alike', () => {
    const { headers, rows } = csv('\nkey,name,name,\n"a","x, ""y""\nz",2,\n\nb,B,3,\n');
    expect(headers).toEqual(['key', 'name', 'name (2)']);
    expect(rows.map(({ row: n, cells }) => [n, cells['name'], cells['name (2)']])).toEqual([[3, 'x, "y"\nz', '2'], [5, 'B', '3']]);
  });

  test('apostrophes that keep a cell from being a formula are taken off, and no others', () => {
    const { rows } = csv("key,name,note\na,'=1+1,''=x\nb,'tis,'\n");
    expect(rows.map(({ cells }) => [cells['name'], cells['note']])).toEqual([['=1+1', "'=x"], ["'tis", "'"]]);
  });
}); // biome-ignore format: files at one look

describe('bills of materials as other programs write them', () => {
  const bill = (value: object) =>
    readTable('cyclonedx', Buffer.from(JSON.stringify({ bomFormat: 'CycloneDX', ...value })));
  test('null is nothing, a group tells two of one name apart, a service has its version', () => {
    const part = (group: string) => ({ type: 'library', group, name: 'core', version: '1', purl: null });
    const { rows } = bill({
      metadata: null,
      components: [part('a'), part('b')],
      services: [{ name: 'pay', version: '3' }],
    });
    expect(rows.map(({ cells }) => [cells['key'], cells['productVersion'], cells['note']])).toEqual([
      ['a-core-1', '1', 'library a'],
      ['b-core-1', '1', 'library b'],
      ['pay-3', '3', 'service'],
    ]);
  });

  test('what shares its reference with something else is told, and not lost in silence', () => {
    const { rows, remarks } = bill({ components: ['a', 'b', 'a'].map((name) => ({ 'bom-ref': 'x', name })) });
    expect(rows).toHaveLength(1);
    expect(remarks.map(({ ja }) => ja)).toEqual([expect.stringMatching(/：b$/)]);
  });

  test('what one thing needs may be told in parts; what the file does not hold is told, and nothing of it is lost in silence', () => {
    const named = (name: string) => ({ 'bom-ref': name, name });
    const { rows, remarks } = bill({
      components: [named('a'), named('b'), named('c'), { 'bom-ref': '', name: 'd', version: '1' }],
      dependencies: [{ ref: 'a', dependsOn: ['b'] }, { ref: 'a', dependsOn: ['c', 'gone'] }, { ref: 'elsewhere' }],
    });
    expect(rows.map(({ cells }) => [cells['key'], cells['dependsOn']])).toEqual([['a', 'b;c'], ['b', ''], ['c', ''], ['d-1', '']]);
    expect(remarks.map(({ en }) => en)).toEqual([expect.stringContaining('gone, elsewhere')]);
  });

  test.each([
    [{ spdxVersion: 'SPDX-2.3', packages: [] }, 'SPDX'],
    [{ '@context': 'https://spdx.org/rdf/3.0.0/spdx-context.jsonld', '@graph': [] }, 'SPDX'],
    [{ bomFormat: 'CycloneDX', components: [{ name: 'a' }, { name: 5 }] }, 'components.1.name'],
    [{ bomFormat: 'Other' }, 'bomFormat'],
    [[], 'bomFormat'],
  ])('%j is refused by what is wrong with it', (value, said) =>
    expect(() => readTable('cyclonedx', Buffer.from(JSON.stringify(value)))).toThrow(said),
  );

  test('XML and what is nested without end are refused', () => {
    expect(() => readTable('cyclonedx', Buffer.from('<?xml version="1.0"?><bom/>'))).toThrow('XML');
    const deep = '{"name":"n","components":['.repeat(5_000) + ']}'.repeat(5_000);
    expect(() =>
      readTable('cyclonedx', Buffer.from(`{"bomFormat":"CycloneDX","components":[${deep}]}`)),
    ).toThrow(expect.objectContaining({ code: 'malformed' }));
  });
}); // biome-ignore format: at one look
