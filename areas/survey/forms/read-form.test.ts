import { beforeAll, describe, expect, test } from 'vitest';
import { type Typed, typing, unzipped, zipOf } from '../../../test/workbooks.ts';
import { type ReportContent, reportContent } from '../content/schema.ts';
import { firstLists } from './choices.ts';
import { printForm } from './print-form.ts';
import { letterOf } from './printing/sheet.ts';
import { readForm } from './read-form.ts';
import { type FormBook, readFormBook } from './reading/form-book.ts';
import { FAULT_WORDS } from './words.ts';

const lists = firstLists();
let parts: Record<string, string> = {};
let form: FormBook = { sheets: [], external: false };
beforeAll(async () => {
  parts = unzipped(await printForm(lists, 'ja'));
  form = readFormBook(zipOf(parts));
});

const SHEETS = ['report', 'contacts', 'steps', 'parties', 'systems'];
/** `outline`, `outline/state`, `steps 2/text`: the cell that a key and a column name. */
function cellAt(where: string): [sheet: number, ref: string] {
  const [key = '', column = 'value'] = where.split('/');
  const [sheet = '', entry] = key.split(' ');
  const at = entry === undefined ? 0 : SHEETS.indexOf(sheet);
  const cells = form.sheets[at]?.cells ?? [];
  const head = cells.filter(({ row }) => row === 0).find(({ text }) => text === column)?.column ?? 0;
  const row =
    entry === undefined
      ? cells.find((cell) => cell.column === 0 && cell.text === key)?.row
      : 3 + Number(entry);
  return [at, `${letterOf(head)}${(row ?? 0) + 1}`];
}

/** The form with what was typed into cells of it, and what else was done to its parts. */
function filled(
  answers: Readonly<Record<string, Typed>>,
  change: (parts: Record<string, string>) => void = () => {},
): Uint8Array {
  const changed = { ...parts };
  for (const [where, typed] of Object.entries(answers)) {
    const [sheet, ref] = cellAt(where);
    const path = `xl/worksheets/sheet${sheet + 1}.xml`;
    changed[path] = typing(changed[path] ?? '', { [ref]: typed });
  }
  change(changed);
  return zipOf(changed);
}
const read = (bytes: Uint8Array, language: 'ja' | 'en' = 'en', by = lists) =>
  readForm({ book: readFormBook(bytes) }, by, language);
const at = (report: ReportContent, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], report);
const value = (told: unknown) => ({ is: 'value', value: told });
const time = (at_: string, precision: string, rest = {}) =>
  value({ at: at_, precision, zone: 'Asia/Tokyo', clockError: null, ...rest });

// biome-ignore format: a table
describe('what people type is read', () => {
  test.each<[string, Record<string, Typed>, string, unknown]>([
    ['a label', { sector: '電力' }, 'sector', value('power')],
    ['a label of the other language, with blanks', { sector: '  electric  POWER ' }, 'sector', value('power')],
    ['a key', { sector: 'power' }, 'sector', value('power')],
    ['part of a label', { eventType: 'マルウェア等の感染' }, 'eventType', value('malware')],
    ['a label in half width', { sector: 'ｶﾞｽ' }, 'sector', value('gas')],
    ['causes in rows', { 'causes.1': 'DDoS攻撃等の大量アクセス', 'causes.3': '内部不正' }, 'causes', value(['massAccess', 'insider'])],
    ['causes below an empty row', { 'causes.2': '災害' }, 'causes', value(['disaster'])],
    ['causes in one cell', { 'causes.1': '災害、内部不正；疾病' }, 'causes', value(['disaster', 'insider', 'illness'])],
    ['a label with a comma in it', { 'causes.1': 'Mass access, such as DDoS' }, 'causes', value(['massAccess'])],
    ['a cause that is not known is one of the list', { 'causes.1': '不明' }, 'causes', value(['unknown'])],
    ['no other sector', { 'effect.sectors.1': 'なし' }, 'effect.sectors', value([])],
    ['not known, typed', { outline: '不明' }, 'outline', { is: 'notKnown' }],
    ['not known, chosen', { 'outline/state': '不明' }, 'outline', { is: 'notKnown' }],
    ['the same twice', { outline: '不明', 'outline/state': 'Not known' }, 'outline', { is: 'notKnown' }],
    ['the word itself', { outline: '不明', 'outline/state': '記載' }, 'outline', value('不明')],
    ['withheld with its reason', { 'sector/state': '非公開', 'sector/reason': '調整中' }, 'sector', { is: 'withheld', reason: '調整中' }],
    ['a date in an era', { 'times.noticed': '令和６年５月１日　午前９時頃' }, 'times.noticed', time('2024-05-01T09:00:00+09:00', 'about')],
    ['a serial number', { 'times.noticed': { cell: '<c r="$ref"><v>45413.375</v></c>' } }, 'times.noticed', time('2024-05-01T09:00:00+09:00', 'minute')],
    ['a serial number of a day', { 'times.noticed': { cell: '<c r="$ref"><v>45413</v></c>' } }, 'times.noticed', time('2024-05-01T00:00:00+09:00', 'day')],
    ['a date as ISO writes it', { 'times.noticed': { cell: '<c r="$ref" t="d"><v>2024-05-01T09:00:00</v></c>' } }, 'times.noticed', time('2024-05-01T09:00:00+09:00', 'second')],
    ['another zone', { 'times.noticed': '2024/5/1 9:00', 'times.noticed/zone': 'America/New_York' }, 'times.noticed', time('2024-05-01T09:00:00-04:00', 'minute', { zone: 'America/New_York' })],
    ['the zone as people call it, and how wrong the clock was', { 'times.noticed': '2024/5/1 9:00', 'times.noticed/zone': 'ＪＳＴ', 'times.noticed/clock': '約2分' }, 'times.noticed', time('2024-05-01T09:00:00+09:00', 'minute', { clockError: 120 })],
    ['a precision that is chosen', { 'times.noticed': '2024/5/1 9:00', 'times.noticed/precision': '日まで' }, 'times.noticed', time('2024-05-01T09:00:00+09:00', 'day')],
    ['about, whatever is chosen', { 'times.noticed': '2024/5/1 9:00頃', 'times.noticed/precision': '分まで' }, 'times.noticed', time('2024-05-01T09:00:00+09:00', 'about')],
    ['a range', { 'effect.users': '約１００～２００人' }, 'effect.users', value({ low: 100, high: 200 })],
    ['a number that is one', { 'effect.users': { cell: '<c r="$ref"><v>1200</v></c>' } }, 'effect.users', value({ low: 1200, high: 1200 })],
    ['yes', { surveyContact: '○' }, 'surveyContact', value(true)],
    ['a truth value', { surveyContact: { cell: '<c r="$ref" t="b"><v>0</v></c>' } }, 'surveyContact', value(false)],
    ['a cause with how certain it is', { causeText: '設定の誤り', 'causeText.certainty': '推定' }, 'causeText', value({ text: '設定の誤り', certainty: 'presumed' })],
    ['how severe an effect was', { 'effect.service': '停止', 'effect.service.level': '3' }, 'effect.service', value({ text: '停止', level: 3 })],
    ['a TLP', { tlp: 'amber+strict' }, 'tlp', 'amberStrict'],
    ['text with blanks behind it', { title: '停止  \n' }, 'title', '停止'],
    ['people', { 'contacts 2/person': '山田', 'contacts 2/phone': '０３' }, 'contacts', [{ name: '山田', role: '', email: '', phone: '０３' }]],
    ['steps', { 'steps 1/text': '切り離し', 'steps 1/time': '2024/5/1', 'steps 3/text': '復旧', 'steps 3/outcome': 'Effective' }, 'steps', [
      { id: 's1', text: '切り離し', by: '', time: time('2024-05-01T00:00:00+09:00', 'day'), outcome: 'unknown' },
      { id: 's2', text: '復旧', by: '', time: { is: 'notStated' }, outcome: 'effective' },
    ]],
  ])('%s', (_, answers, path, wanted) => {
    const { report, faults } = read(filled(answers));
    expect(faults).toEqual([]);
    expect(at(report, path)).toEqual(wanted);
  });
});

// biome-ignore format: a table
describe('what is wrong is told by its cell', () => {
  test.each<[string, Record<string, Typed>, string, keyof typeof FAULT_WORDS]>([
    ['an entry that is on no list', { sector: '宇宙' }, 'sector', 'choice'],
    ['a state that is none', { sector: '電力', 'sector/state': '多分' }, 'sector/state', 'choice'],
    ['a value beside a state without one', { sector: '電力', 'sector/state': '非公開', 'sector/reason': 'x' }, 'sector/state', 'stateFilled'],
    ['a state of a value without one', { 'sector/state': '記載' }, 'sector/state', 'stateEmpty'],
    ['withheld without a reason', { 'sector/state': '非公開' }, 'sector/reason', 'reasonMissing'],
    ['a reason alone', { 'sector/reason': 'x' }, 'sector/reason', 'reasonAlone'],
    ['a time without a year', { 'times.noticed': '5/1 9:00' }, 'times.noticed', 'timeNoYear'],
    ['a day in doubt', { 'times.noticed': '05/01/2024' }, 'times.noticed', 'timeYearLast'],
    ['a day that was not', { 'times.noticed': '2023/2/29' }, 'times.noticed', 'timeNoDay'],
    ['a time of day that is none', { 'times.noticed': '2024/5/1 25:00' }, 'times.noticed', 'timeNoTime'],
    ['a time in words', { 'times.noticed': '昨日の夜' }, 'times.noticed', 'time'],
    ['more precision than was typed', { 'times.noticed': '2024/5/1', 'times.noticed/precision': '分まで' }, 'times.noticed', 'timePrecision'],
    ['a precision without a time', { 'times.noticed/precision': '分まで' }, 'times.noticed/precision', 'partAlone'],
    ['a clock error that is none', { 'times.noticed': '2024/5/1 9:00', 'times.noticed/clock': '少し' }, 'times.noticed/clock', 'clock'],
    ['a number that is none', { 'effect.users': '多数' }, 'effect.users', 'range'],
    ['a number with one end', { 'effect.users': '100人以上' }, 'effect.users', 'rangeOpen'],
    ['a range upside down', { 'effect.users': '200～100' }, 'effect.users', 'rangeUpsideDown'],
    ['neither yes nor no', { surveyContact: '多分' }, 'surveyContact', 'yesNo'],
    ['one cause twice', { 'causes.1': '災害', 'causes.2': 'Disaster' }, 'causes.2', 'choiceTwice'],
    ['none and one', { 'effect.sectors.1': 'なし', 'effect.sectors.2': '電力' }, 'effect.sectors.1', 'noneAndMore'],
    ['how certain nothing is', { 'causeText.certainty': '推定' }, 'causeText.certainty', 'certaintyAlone'],
    ['a cause nobody says how certain', { causeText: '誤り' }, 'causeText.certainty', 'certaintyMissing'],
    ['how severe nothing is', { 'effect.service.level': '3 大' }, 'effect.service.level', 'levelAlone'],
    ['a formula, whatever it came to', { sector: { cell: '<c r="$ref" t="str"><f>"電"&amp;"力"</f><v>電力</v></c>' } }, 'sector', 'formula'],
    ['a formula of a state', { 'sector/state': { cell: '<c r="$ref"><f>1+1</f><v>2</v></c>' } }, 'sector/state', 'formula'],
    ['a state of what has none', { 'title/state': '不明' }, 'title/state', 'outside'],
    ['a reason beside a further cause', { 'causes.2': '災害', 'causes.2/reason': '推測' }, 'causes.2/reason', 'outside'],
    ['a formula among the labels', { 'title/label': { cell: '<c r="$ref"><f>1+1</f><v>2</v></c>' } }, 'title/label', 'formula'],
    ['a formula in a heading', { '#section/value': { cell: '<c r="$ref"><f>1+1</f><v>2</v></c>' } }, '#section/value', 'formula'],
    ['an entry without what it needs', { 'steps 2/by': '情報部' }, 'steps 2/text', 'required'],
    ['a formula in an entry', { 'parties 1/name': 'A社', 'parties 1/part': { cell: '<c r="$ref"><f>HYPERLINK("x")</f><v>0</v></c>' } }, 'parties 1/part', 'formula'],
  ])('%s', (_, answers, where, word) => {
    const { report, faults } = read(filled(answers));
    const [sheet, cell] = cellAt(where);
    const pattern = new RegExp(FAULT_WORDS[word].en.split(/\{\w+\}/).map((part) => RegExp.escape(part)).join('.*'));
    expect(faults).toEqual([{ sheet: form.sheets[sheet]?.name, cell, field: expect.any(String), text: expect.stringMatching(pattern) }]);
    expect(reportContent.parse(report)).toEqual(report);
  });

  test('every fault at once, in the language asked for; what is right beside it is read', () => {
    const wrong = { sector: '宇宙', 'times.noticed': '昨日', 'effect.users': '多数', title: '停止', 'steps 1/outcome': '上々', 'steps 1/text': '切り離し' };
    const { report, faults } = read(filled(wrong), 'ja');
    expect(faults.map(({ field, cell }) => [field, cell])).toEqual([
      ['sector', cellAt('sector')[1]], ['times.noticed', cellAt('times.noticed')[1]], ['effect.users', cellAt('effect.users')[1]], ['steps.0.outcome', cellAt('steps 1/outcome')[1]],
    ]);
    expect(faults[0]?.text).toBe('「宇宙」は一覧にありません。一覧から選択してください（情報通信、金融、航空、空港、鉄道、電力、…）');
    expect([report.title, report.steps.map(({ text }) => text)]).toEqual(['停止', ['切り離し']]);
  });

  test('text that is too long is told with its cell; an error value too', () => {
    const { report, faults } = read(filled({ title: 'あ'.repeat(201), outline: { cell: '<c r="$ref" t="e"><v>#REF!</v></c>' } }));
    expect(faults.map(({ cell, text }) => [cell, text])).toEqual([
      [cellAt('outline')[1], expect.stringContaining('#REF!')], [cellAt('title')[1], expect.stringContaining('At most 200')],
    ]);
    expect(report.title).toBe('');
  });
});

// biome-ignore format: at one look
describe('whatever people do to the sheets', () => {
  const sheet = (n: number) => `xl/worksheets/sheet${n}.xml`;
  const edit = (path: string, how: (xml: string) => string) => (all: Record<string, string>) => {
    all[path] = how(all[path] ?? '');
  };
  /** Everything from a row on moves down, as when somebody inserts rows. */
  const insert = (from: number, by: number) => (xml: string) =>
    xml.replace(/(<row r=")(\d+)(")|(<c r="[A-Z]+)(\d+)(")/g, (whole, row, n, end, cell, m, end2) => {
      const [head, number, tail] = row ? [row, Number(n), end] : [cell, Number(m), end2];
      return number >= from ? `${head}${number + by}${tail}` : whole;
    });

  test('rows are inserted, sheets renamed and moved: all is found by its key', () => {
    const { report, faults } = read(filled({ sector: '電力', 'effect.users': '300', 'steps 1/text': '切り離し' }, (all) => {
      edit(sheet(1), insert(8, 3))(all);
      edit('xl/workbook.xml', (xml) => xml.replace('name="報告書"', 'name="第1報"').replace(/(<sheet [^>]*>)(<sheet [^>]*>)/, '$2$1'))(all);
    }));
    expect(faults).toEqual([]);
    expect([report.sector, report.effect.users, report.steps.length]).toEqual([value('power'), value({ low: 300, high: 300 }), 1]);
  });

  test('without the hidden keys a field is found by its label, and a form without its version says so', () => {
    const bare = (all: Record<string, string>) => {
      for (const n of [1, 2, 3, 4, 5])
        edit(sheet(n), (xml) => xml.replace(/<row r="1"[\s\S]*?<\/row>/, '').replace(/<c r="A\d+"[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g, ''))(all);
      for (const n of [6, 7]) edit(sheet(n), () => '<worksheet><sheetData/></worksheet>')(all);
    };
    const { report, faults } = read(filled({ sector: '電力', outline: '停止', 'times.noticed': '2024/5/1 9:00', 'steps 2/text': '切り離し' }, bare));
    expect(faults.map(({ text }) => text)).toEqual([FAULT_WORDS.unmarked.en]);
    expect([report.sector, report.outline, report.steps.length]).toEqual([value('power'), value('停止'), 1]);
    expect(report.times.noticed).toEqual(time('2024-05-01T09:00:00+09:00', 'minute'));
  });

  test('what stands beside the form is told, and so is a sheet that is missing, double or not ours', () => {
    const beside = read(filled({}, edit(sheet(1), (xml) => typing(xml, { L7: 'メモ', C90: '追記' }))));
    expect(beside.faults.map(({ cell, text }) => [cell, text])).toEqual([['L7', FAULT_WORDS.outside.en], ['C90', FAULT_WORDS.outside.en]]);
    const without = read(filled({}, edit('xl/workbook.xml', (xml) => xml.replace(/<sheet [^>]*name="関係者"[^>]*>/, ''))));
    expect(without.faults.map(({ text }) => text)).toEqual(['Sheet “Parties” is missing. Use a new form and keep all its sheets']);
    const twice = read(filled({}, (all) => { all[sheet(4)] = all[sheet(3)] ?? ''; }));
    expect(twice.faults.map(({ field }) => field)).toEqual(['sheet', 'sheet']);
    const more = read(filled({}, (all) => { all[sheet(5)] = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'; }));
    expect(more.faults.map(({ text }) => text)).toEqual([expect.stringContaining('not part of the form'), expect.stringContaining('is missing')]);
  });

  test('a row that was copied is told in the report, and is an entry of its own among entries', () => {
    const row = Number(cellAt('sector')[1].replace(/\D/g, ''));
    const copied = read(filled({ sector: '電力' }, edit(sheet(1), (xml) => typing(xml, { A120: 'sector', C120: 'ガス' }))));
    expect([row > 0, copied.report.sector]).toEqual([true, value('power')]);
    expect(copied.faults).toEqual([expect.objectContaining({ cell: 'C120', field: 'sector', text: expect.stringContaining('more than one row') })]);
    const steps = read(filled({ 'steps 1/text': '一', 'steps 2/text': '二' }, edit(sheet(3), (xml) => typing(xml, { A5: 's7', A6: 's7' }))));
    expect(steps.report.steps.map(({ id }) => id)).toEqual(['s7', 's1']);
  });

  test('cells merged over entries are each entry’s; over fields they are a fault', () => {
    const merge = (n: number, ref: string) => edit(sheet(n), (xml) => xml.replace(/<\/sheetData>(<mergeCells[^>]*>)?/, (whole, open) => (open ? `${whole}<mergeCell ref="${ref}"/>` : `${whole}<mergeCells><mergeCell ref="${ref}"/></mergeCells>`)));
    const by = read(filled({ 'steps 1/text': '一', 'steps 2/text': '二', 'steps 1/by': '情報部' }, merge(3, 'G5:G6')));
    expect([by.faults, by.report.steps.map((step) => step.by)]).toEqual([[], ['情報部', '情報部']]);
    const [, from] = cellAt('title');
    const down = `${from}:F${Number(from.slice(1)) + 1}`;
    const fields = read(filled({ title: '停止' }, merge(1, down)));
    expect(fields.faults).toEqual([expect.objectContaining({ cell: from, text: FAULT_WORDS.mergedRows.en })]);
  });

  test('a form of another version or edition is read, and says so', () => {
    const old = filled({ sector: '電力' }, edit(sheet(7), (xml) => xml.replace(/(<c r="B2"[^>]*>)[\s\S]*?<\/c>/, '<c r="B2" t="inlineStr"><is><t>0</t></is></c>')));
    const { report, faults } = read(old);
    expect([report.sector, faults]).toEqual([value('power'), [expect.objectContaining({ cell: 'B2', field: 'form', text: expect.stringContaining('version 0') })]]);
    const entries = lists.sectors.entries.map((entry) => (entry.key === 'power' ? { ...entry, name: { ja: '電力・蓄電', en: 'Power' } } : entry));
    const newer = read(filled({ sector: '電力' }), 'en', { ...lists, sectors: { ...lists.sectors, entries, edition: 2 } });
    expect(newer.report.sector).toEqual(value('power'));
    expect(newer.faults).toEqual([expect.objectContaining({ text: '“Sectors” is of edition 1; the current one is 2. Check what was chosen' })]);
  });

  test('links to other files are told; macros and workbooks of somebody else are not read', () => {
    const linked = read(filled({ sector: '電力' }, (all) => { all['xl/externalLinks/externalLink1.xml'] = '<externalLink/>'; }));
    expect([linked.report.sector, linked.faults.map(({ text }) => text)]).toEqual([value('power'), [FAULT_WORDS.external.en]]);
    expect(() => readFormBook(filled({}, (all) => { all['xl/vbaProject.bin'] = 'x'; }))).toThrow('macros');
    expect(() => readFormBook(filled({}, edit('[Content_Types].xml', (xml) => xml.replace('spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main'))))).toThrow('macros');
    const other = zipOf({ 'xl/workbook.xml': '<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>', 'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>', 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c t="inlineStr"><is><t>家計簿</t></is></c></row></sheetData></worksheet>' });
    expect(read(other).faults).toEqual([{ sheet: '', cell: '', field: 'file', text: FAULT_WORDS.notTheForm.en }]);
  });
});
