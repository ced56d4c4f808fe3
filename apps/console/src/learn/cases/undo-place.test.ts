import { expect, test } from 'vitest';
import { type Focus, undoesCase } from './undo-place.ts';

const focus = (of: Partial<Focus>): Focus => ({
  nowhere: false,
  inEditor: false,
  typing: false,
  caseWords: false,
  ...of,
});

test.each<[string, Partial<Focus>, boolean]>([
  ['a paragraph of the case', { inEditor: true, typing: true, caseWords: true }, true],
  ['a button or a box of the figure', { inEditor: true }, true],
  ['a button that went grey', { nowhere: true }, true],
  ['the search of a list within the editor', { inEditor: true, typing: true }, false],
  ['a length of time that is half typed', { inEditor: true, typing: true }, false],
  ['the palette over it', { typing: true }, false],
  ['a link beside it', {}, false],
])('undo in %s', (_, of, case_) => {
  expect(undoesCase(focus(of))).toBe(case_);
});
