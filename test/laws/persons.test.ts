import { expect, test } from 'vitest';
import { productFiles } from './source-tree.ts';

/** What an act came by, and who must share a limit or a progress bar: here the key itself is meant. */
const THE_KEY_IS_MEANT = [
  'kernel/caller.ts',
  'apps/server/http/api.ts',
  'apps/server/http/case-documents.ts',
  'apps/server/http/file-route.ts',
];

const served = () => productFiles().filter(({ at }) => !at.startsWith('apps/console/'));

test('whoever wants the person behind an act asks for the person: a key and a browser of one person are one', () => {
  const found = served()
    .filter(({ at, text }) => /\bactor\.id\b/.test(text) && !THE_KEY_IS_MEANT.includes(at))
    .map(({ at }) => at);
  expect(found).toEqual([]);
});

test('by whom something was done is compared by the one function that knows the person behind a key', () => {
  const compares = /\b(?:\w*By|by|actorId)\s*[!=]==\s*(?:\w+\.)*(?:actor\b|byOf\(|personOf\()/;
  const found = served()
    .filter(({ text }) => compares.test(text))
    .map(({ at }) => at)
    // A swap names people, never what they came by.
    .filter((at) => at !== 'areas/prepare/swaps/answer-swap.ts');
  expect(found).toEqual([]);
  expect(compares.test('change.proposedBy === byOf(ctx.actor)')).toBe(true);
  expect(compares.test('line.actorId === ctx.actor.personId')).toBe(true);
});
