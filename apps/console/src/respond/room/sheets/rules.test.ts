import { expect, test } from 'vitest';
import { digitOf, SHEETS, sheetOf, TABS } from './rules.ts';

test.each([
  ['', '', undefined],
  ['know', '', 'know'],
  ['figure', 'outside', 'figure'],
  ['', 'outside', 'desk'],
  ['', 'know', 'know'],
  ['', 'plan', 'plan'],
  ['', 'figure', 'figure'],
  // These are the room itself now.
  ['', 'command', undefined],
  ['', 'timeline', undefined],
  ['nonsense', '', undefined],
])('sheet “%s”, tab “%s” shows %s', (sheet, tab, wanted) => {
  expect(sheetOf(sheet, tab)).toBe(wanted);
});

test('each sheet has a key of its own, and each old tab leads somewhere', () => {
  expect(SHEETS.map(digitOf)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  expect(TABS.filter((tab) => sheetOf('', tab) === undefined)).toEqual(['timeline', 'command']);
});
