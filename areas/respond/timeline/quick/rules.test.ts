import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionsOf, readQuick } from './rules.ts';

test.each([
  ['ポンプが止まった', { kind: 'note', text: 'ポンプが止まった', is: undefined }],
  ['/e 瞬断', { kind: 'note', text: '瞬断', is: 'event' }],
  ['／事象　瞬断', { kind: 'note', text: '瞬断', is: 'event' }],
  ['/対処 切り離した', { kind: 'note', text: '切り離した', is: 'response' }],
  ['/t 15 切り分け', { kind: 'task', title: '切り分け', minutes: 15 }],
  ['/タスク １０分　切り分け', { kind: 'task', title: '切り分け', minutes: 10 }],
  ['/task ask the vendor', { kind: 'task', title: 'ask the vendor', minutes: 10 }],
  ['/D 切り離す', { kind: 'decision', text: '切り離す' }],
  ['/事象ポンプ停止', { kind: 'note', text: 'ポンプ停止', is: 'event' }],
  ['/タスク10 水位', { kind: 'task', title: '水位', minutes: 10 }],
  ['/タスク 30', { kind: 'empty' }],
  ['/事象', { kind: 'empty' }],
  ['/task 99999 大きい', { kind: 'task', title: '99999 大きい', minutes: 10 }],
  ['/x y', { kind: 'unknown', command: 'x' }],
])('%s', (line, wanted) => {
  expect(readQuick(line)).toEqual(wanted);
});

test('a line without a slash is a note of exactly its words, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (line) => {
      fc.pre(!/^[/／]/u.test(line.trim()));
      expect(readQuick(line)).toEqual({ kind: 'note', text: line.trim(), is: undefined });
    }),
  );
});

test('a slash offers the commands, what follows narrows them, and a word of its own ends it', () => {
  expect(completionsOf('/', 'ja').map(({ word }) => word)).toEqual(['事象', '対処', 'タスク', '決定']);
  expect(completionsOf('／t', 'en').map(({ word }) => word)).toEqual(['task']);
  expect(completionsOf('/対', 'ja')).toEqual([{ command: 'response', word: '対処' }]);
  expect(completionsOf('/task ', 'en')).toEqual([]);
  expect(completionsOf('/task', 'en')).toEqual([]);
  expect(completionsOf('停止', 'ja')).toEqual([]);
});
