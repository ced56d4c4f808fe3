import { expect, test } from 'vitest';
import { reportContent } from '../../../../../areas/survey/content/schema.ts';
import { anyBegun, begunWith, goesOn, isWritten, mayRecord } from './unsaved.ts';

test('what is written and not saved is known, and what is saved or taken back is not asked about', () => {
  const saved = reportContent.parse({});
  expect(isWritten(saved, { ...saved, title: '停止' })).toBe(true);
  expect([isWritten(saved, saved), isWritten(saved, { ...saved })]).toEqual([false, false]);
});

test('a text is begun once a letter stands in it, and no more when it is sent', () => {
  const none = {};
  expect(begunWith(none, 'reason', ' ')).toBe(none);
  const begun = begunWith(none, 'reason', '理由');
  expect([anyBegun(begun), begunWith(begun, 'reason', '理由は') === begun]).toEqual([true, true]);
  expect(anyBegun(begunWith(begun, 'question', ''))).toBe(true);
  expect(anyBegun(begunWith(begun, 'reason', ''))).toBe(false);
});

test('no key leaves a version that is being written, or records a verdict twice', () => {
  expect([goesOn(false, 'received'), goesOn(true, 'received'), goesOn(true, 'draft')]).toEqual([
    true,
    false,
    true,
  ]);
  const ready = { wants: false, pending: false, editing: false };
  expect(mayRecord(ready)).toBe(true);
  for (const not of ['wants', 'pending', 'editing']) expect(mayRecord({ ...ready, [not]: true })).toBe(false);
});
