import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutGuard } from '../../../../../kernel/text.ts';
import { compare, csvOf, mergeViews, PLAIN, readSaved, readView, sorted, turned } from './rules.ts';

describe('the order of rows', () => {
  test('numbers by size, text as people sort it, what is empty last either way', () => {
    const rows = ['web-10', null, 'web-2', '', 'あ'];
    expect(sorted(rows, (row) => row, false)).toEqual(['web-2', 'web-10', 'あ', null, '']);
    expect(sorted(rows, (row) => row, true)).toEqual(['あ', 'web-10', 'web-2', null, '']);
    expect(sorted([10, 9, 100], (row) => row, false)).toEqual([9, 10, 100]);
  });
  test('rows that are alike keep their order, both ways', () => {
    const rows = [
      { n: 1, at: 'a' },
      { n: 1, at: 'b' },
    ];
    expect(sorted(rows, ({ n }) => n, false)).toEqual(rows);
    expect(sorted(rows, ({ n }) => n, true)).toEqual(rows);
  });
  test('two values are in one order only', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(value, value, fc.boolean(), (a, b, down) => {
        expect(Math.sign(compare(a, b, down))).toBe(-Math.sign(compare(b, a, down)) + 0 || 0);
      }),
    );
  });
});

test('a column is turned up, down, and back to as it came', () => {
  const up = turned(PLAIN, 'title');
  const down = turned(up, 'title');
  expect([up.sort, down.sort, turned(down, 'title').sort]).toEqual([
    { column: 'title', down: false },
    { column: 'title', down: true },
    undefined,
  ]);
  expect(turned(down, 'state').sort).toEqual({ column: 'state', down: false });
});

describe('a view that was kept', () => {
  const columns = ['title', 'state'];
  test('loses what is not there any more, and never every column', () => {
    expect(readView('{"hidden":["gone","state"],"sort":{"column":"gone","down":true}}', columns)).toEqual({
      hidden: ['state'],
    });
    expect(readView('{"hidden":["title","state"]}', columns)).toEqual({ hidden: [] });
  });
  test.each(['', 'null', '[1', '{"hidden":7}', '3'])('%j is a plain one', (text) => {
    expect(readView(text, columns)).toEqual(PLAIN);
  });
});

describe('views with a name', () => {
  const good = { name: '夜勤', search: '?state=open', view: { hidden: ['state'] } };
  test('come back with the columns that are there', () => {
    const old = { ...good, view: { hidden: ['gone'], sort: { column: 'gone', down: true } } };
    expect(readSaved(JSON.stringify([good, old]), ['title', 'state'])).toEqual([
      good,
      { ...good, view: { hidden: [] } },
    ]);
  });
  test.each([null, '', '7', '{}', '[null, 3, "x", {}, {"name": "x"}, {"name": 1, "search": ""}]'])(
    '%j holds none',
    (text) => expect(readSaved(text, ['title'])).toEqual([]),
  );
  test('one whose view is broken is plain', () => {
    expect(readSaved('[{"name":"x","search":"","view":7}]', ['title'])).toEqual([
      { name: 'x', search: '', view: PLAIN },
    ]);
  });
});

describe('views of this browser and of the server', () => {
  const view = (name: string, more: object = {}) => ({ name, search: '', view: PLAIN, ...more });
  test('what was saved here without the server is told, and stands before an older one of its name', () => {
    const here = view('a', { search: '?new' });
    expect(mergeViews([here], [view('a'), view('b')])).toEqual({
      shown: [view('b'), here],
      send: [here],
      remove: [],
    });
  });
  test('what was removed elsewhere goes, what was removed here is removed there', () => {
    expect(
      mergeViews([view('a', { sent: true }), view('b', { gone: true })], [view('b'), view('c')]),
    ).toEqual({
      shown: [view('c')],
      send: [],
      remove: ['b'],
    });
  });
  test('told once more after it was told, nothing is left to tell', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const kept = fc.uniqueArray(
      fc.record({ name, search: fc.string(), sent: fc.boolean(), gone: fc.boolean() }),
      { selector: (each) => each.name },
    );
    fc.assert(
      fc.property(kept, fc.uniqueArray(name), (local, server) => {
        const { shown } = mergeViews(
          local.map((each) => ({ ...each, view: PLAIN })),
          server.map((each) => view(each)),
        );
        expect(new Set(shown.map((each) => each.name)).size).toBe(shown.length);
        const told = shown.map((each) => ({ ...each, sent: true }));
        expect(mergeViews(told, shown)).toEqual({ shown, send: [], remove: [] });
      }),
    );
  });
});

describe('a CSV file', () => {
  test('holds back what a spreadsheet would work out, and leaves numbers be', () => {
    expect(csvOf([['=1+1', -5, '-5', '@x']])).toBe("\uFEFF'=1+1,-5,'-5,'@x\r\n");
  });
  test('is read back as it was written', () => {
    const text = fc.string();
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const back: string[][] = parse(csvOf(rows), { bom: true, record_delimiter: '\r\n' });
        expect(back.map((row) => row.map(withoutGuard))).toEqual(rows);
      }),
    );
  });
});
