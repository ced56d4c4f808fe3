import { describe, expect, test } from 'vitest';
import { Fault } from '../../../kernel/errors.ts';
import { readTable } from './read-table.ts';

const faultsOf = (text: string): string[] => {
  try {
    readTable(text);
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return (error.details.fields ?? []).map(({ field }) => field);
  }
};

test('a table with headings, totals and thousands', () => {
  expect(readTable('\ufeff,A,B,計\nx,"1,200",３,1203\n計,1200,3,1203\n')).toEqual({
    rows: ['x', '計'],
    columns: ['A', 'B', '計'],
    cells: [
      [1200, 3, 1203],
      [1200, 3, 1203],
    ],
  });
});

describe('what cannot be trusted is refused by name', () => {
  test.each([
    ['no totals', ',A\nx,1\n', ['table']],
    ['a word for a number', ',A,計\nx,two,2\n計,2,2\n', ['x / A']],
    ['a number below zero', ',A,計\nx,-2,-2\n計,-2,-2\n', ['x / A', 'x / 計', '計 / A', '計 / 計']],
    ['a row that does not add up', ',A,B,計\nx,1,2,4\n計,1,2,3\n', ['row x', 'column 計']],
    ['a quotation mark left open', ',A,計\nx,"1,1\n計,1,1\n', ['row 3']],
    ['a heading twice', ',A,A,計\nx,1,2,3\n計,1,2,3\n', ['A']],
    ['a short row', ',A,B,計\nx,1,2\n計,1,2,3\n', ['x / A', 'x / B', 'x / 計']],
  ])('%s', (_, text, fields) => {
    expect(faultsOf(text)).toEqual(fields);
  });
});
