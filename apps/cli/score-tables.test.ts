import { describe, expect, test } from 'vitest';
import { numberIn, readCandidates, readRatings, type Shape } from './score-tables.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ordinal = (text: string, shape?: Shape) => readRatings(bytes(text), 'ordinal', shape).ratings;
const nominal = (text: string, shape?: Shape) => readRatings(bytes(text), 'nominal', shape);

/** Two raters of three units, the second of which one alone rated. */
const SAME = [[1, 1], [2, null], [3, 2]]; // biome-ignore format: a table

describe('ratings', () => {
  test.each([
    ['as they are', '1,2,3\n1,,2\n'],
    ['without an end of line', '1,2,3\n1,,2'],
    ['with a mark and other ends of lines', '\uFEFF1,2,3\r\n1,,2\r\n'],
    ['old ends of lines', '1,2,3\r1,,2\r'],
    ['semicolons', '1;2;3\n1;;2\n'],
    ['tabs', '1\t2\t3\n1\t\t2\n'],
    ['bars', '1|2|3\n1||2\n'],
    ['as the file says', 'sep=;\n1;2;3\n1;;2\n'],
    ['quoted', '"1","2","3"\n"1","","2"\n'],
    ['blanks', ' 1 , 2 , "3" \n1, ,2\n'],
    ['blank lines', '\n1,2,3\n\n,,\n1,,2\n\n'],
    ['full width', '１,２,３\n１,,２\n'],
    ['a header', 'u1,u2,u3\n1,2,3\n1,,2\n'],
    ['names', 'Sato,1,2,3\nSuzuki,1,,2\n'],
    ['both', 'rater,u1,u2,u3\nSato,1,2,3\nSuzuki,1,,2\n'],
    ['both, units numbered', ',1,2,3\nSato,1,2,3\nSuzuki,1,,2\n'],
    ['both, raters numbered', 'rater,u1,u2,u3\n1,1,2,3\n2,1,,2\n'],
    ['raters numbered below an empty corner', ',u1,u2,u3\n1,1,2,3\n2,1,,2\n'],
  ])('%s', (_, text) => {
    expect(ordinal(text)).toEqual(SAME);
  });

  test('a rating that is missing first is no empty corner', () => {
    expect(ordinal(',2,3\n1,2,3\n')).toEqual([[null, 1], [2, 2], [3, 3]]); // biome-ignore format: a table
    expect(nominal(',b,c\na,b,c\na,b,d\n')).toMatchObject({ header: false, names: false });
  });

  test('decimals, negative numbers, and commas for points where commas part nothing', () => {
    expect(ordinal('-1.5,2\n+0.5,2e0\n')).toEqual([[-1.5, 0.5], [2, 2]]); // biome-ignore format: a table
    expect(ordinal('0,5;1,5\n1;2,5\n0;1\n')).toEqual([[0.5, 1, 0], [1.5, 2.5, 1]]); // biome-ignore format: a table
  });

  test('one rater, one unit', () => {
    expect(ordinal('1,2\n')).toEqual([[1], [2]]);
    expect(ordinal('1\n2\n')).toEqual([[1, 2]]);
  });

  test('words are told apart from names by coming again; what is said goes before', () => {
    const table = 'a,a,b\na,b,b\n';
    expect(nominal(table)).toMatchObject({ ratings: [[0, 0], [0, 1], [1, 1]], guessed: false }); // biome-ignore format: a table
    const named = 'who,R-1,R-2\nSato,good,poor\nSuzuki,good,mixed\n';
    expect(nominal(named)).toMatchObject({ ratings: [[0, 0], [1, 2]], header: true, names: true, guessed: true }); // biome-ignore format: one line
    expect(nominal(named, { header: true, names: true })).toMatchObject({ guessed: false });
    expect(nominal('x,y\nz,w\n', { header: false, names: false }).ratings).toEqual([[0, 1], [2, 3]]); // biome-ignore format: a table
  });

  test('the same number written twice is one rating, however wide it is', () => {
    expect(nominal('1,2\n1.0,２\n').ratings).toEqual([[0, 0], [1, 1]]); // biome-ignore format: a table
  });

  test('what Japanese programs save is read', () => {
    const shiftJis = Uint8Array.from([
      0x97, 0xc7, 0x2c, 0x97, 0xc7, 0x0a, 0x97, 0xc7, 0x2c, 0x94, 0xdb, 0x0a,
    ]);
    expect(readRatings(shiftJis, 'nominal').ratings).toEqual([[0, 0], [0, 1]]); // biome-ignore format: a table
  });

  test.each([
    ['', 'the file is empty'],
    ['\n \n', 'the file is empty'],
    ['1,2\n1\n', 'row 2: 1 cells, where the first row has 2'],
    ['1,2\n1,2,3\n', 'row 2: 3 cells, where the first row has 2'],
    ['1,2\nx,2\n', 'row 2, column 1: “x” is not a number'],
    ['A,1,2\nB,x,2\n', 'row 2, column 2: “x” is not a number'],
    ['1,.\n1,2\n', 'row 1, column 2: “.” is no rating. Leave the cell empty'],
    ['1,NA\n1,2\n', 'row 1, column 2: “NA” is no rating'],
    ['1,"2\n1,2\n', 'a quotation mark is not closed'],
    ['PK\u0003\u0004', 'save the sheet as CSV'],
  ])('%j is refused with what to do', (text, error) => {
    expect(() => ordinal(text)).toThrow(error);
  });

  test('nothing written as a word is no rating by name either', () => {
    expect(() => nominal('good,NA\ngood,good\n')).toThrow('row 1, column 2: “NA” is no rating');
  });
});

describe('candidates', () => {
  const row = 'R-1,0,1,2,3,1.5,2.5,3';
  const found = [{ id: 'R-1', scores: [0, 1, 2, 3, 1.5, 2.5, 3] }];

  test.each([
    ['as they are', row],
    ['with a header', `id,a,b,c,d,e,f,g\n${row}`],
    ['with numbered criteria', `id,1,2,3,4,5,6,7\n${row}`],
    [
      'quoted, with a mark',
      `\uFEFF"受付番号","実害","動向","重大","波及","類似","教訓","新規"\r\n"R-1","0","1","2","3","1.5","2.5","3"\r\n`,
    ],
    ['with decimal commas', 'R-1;0;1;2;3;1,5;2,5;3'],
  ])('%s', (_, text) => {
    // biome-ignore format: a table
    expect(readCandidates(bytes(text))).toEqual(found);
  });

  test.each([
    ['id,a,b,c,d,e,f,g\n', 'no candidate below it'],
    ['R-1,0,1,2\n', 'row 1: 4 cells. A candidate is its id and 7 scores'],
    [`${row},3\n`, 'row 1: 9 cells'],
    [`${row}\n\n${row}\n`, 'row 3, column 1: the id “R-1” stands in row 1 too'],
    [row.replace('R-1', ''), 'row 1, column 1: the id is missing'],
    [row.replace('2.5', ''), 'row 1, column 7: the score is missing. Enter a number from 0 to 3'],
    [row.replace('2.5', '4'), 'row 1, column 7: “4” is no score'],
    [row.replace('2.5', 'high'), 'row 1, column 7: “high” is no score'],
    [`id,a,b,c,d,e,f,g\n${row.replace('2.5', 'NaN')}`, 'row 2, column 7: “NaN” is no score (f)'],
  ])('%j is refused with what to do', (text, error) => {
    expect(() => readCandidates(bytes(text))).toThrow(error);
  });
});

test('a table of very many rows is read as one of few', () => {
  const { ratings } = readRatings(Buffer.from('1,2,3,4\n'.repeat(200_000)), 'ordinal');
  expect(ratings.reduce((sum, { length }) => sum + length, 0)).toBe(800_000);
});

test('numbers as people and programs write them', () => {
  expect(['1', '-2', '−2', '1.', '.5', '1e3', '１．５', '+3'].map((cell) => numberIn(cell))).toEqual([1, -2, -2, 1, 0.5, 1000, 1.5, 3]); // biome-ignore format: one line
  expect(['', 'x', '1,5', '1 2', '0x1', 'Infinity', 'NaN', '1e999', '--1'].map((cell) => numberIn(cell))).toEqual(new Array(9).fill(undefined)); // biome-ignore format: one line
});
