import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterSaving, type Draft, isUnsaved, takeIn, type Writing } from './merge-begun.ts';

const of = (name: string, place = ''): Draft => ({ name, place });
const at = (written: Draft, begun: Draft, version = 1): Writing<Draft> => ({ written, begun, version });

test('words typed while a form is saved stand when it comes back, and wait to be saved', () => {
  const typed = at(of('送信後の語', '3階'), of(''));
  const saved = afterSaving(typed, of('送った語', '3階'), 2);
  const back = takeIn(saved, of('送った語', '3階'), 2);
  expect(back).toMatchObject({ written: of('送信後の語', '3階'), version: 2 });
  expect(back.held).toBeUndefined();
  expect(isUnsaved(back)).toBe(true);
  // As the server hands it back, where nobody typed since.
  const quiet = takeIn(afterSaving(at(of('送った語 '), of('')), of('送った語 '), 2), of('送った語'), 2);
  expect(quiet.written).toEqual(of('送った語'));
  expect(isUnsaved(quiet)).toBe(false);
});

test('what others wrote comes in beside it; where both wrote, the version that was read is told', () => {
  const typed = at(of('自分の語', '1階'), of('元の語', '1階'));
  const beside = takeIn(typed, of('元の語', '2階'), 2);
  expect(beside).toEqual({ written: of('自分の語', '2階'), begun: of('元の語', '2階'), version: 2 });
  const clash = takeIn(beside, of('他者の語', '2階'), 3);
  expect(clash).toMatchObject({ written: of('自分の語', '2階'), held: 2 });
  expect(takeIn(clash, of('他者の語', '4階'), 4).held).toBe(2);
  expect(afterSaving(clash, clash.written, 5).held).toBeUndefined();
});

const drafts = fc.record({ name: fc.constantFrom('', 'a', 'b', 'c'), place: fc.constantFrom('', 'x', 'y') });
test('nothing typed is lost, and nothing that was not typed stays behind', () => {
  fc.assert(
    fc.property(drafts, drafts, drafts, (written, begun, next) => {
      const after = takeIn(at(written, begun), next, 2).written;
      for (const field of ['name', 'place'] as const)
        expect(after[field]).toBe(written[field] === begun[field] ? next[field] : written[field]);
    }),
  );
});
