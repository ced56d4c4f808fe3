import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionsOf, nameBegun, namedIn, nameUnmet, placesNamed, readQuick, wholeNamed } from './rules.ts';

const NOBODY = { who: undefined, unmet: undefined };

test.each([
  ['ポンプが止まった', { kind: 'note', text: 'ポンプが止まった', is: undefined }],
  ['/e 瞬断', { kind: 'note', text: '瞬断', is: 'event' }],
  ['／事象　瞬断', { kind: 'note', text: '瞬断', is: 'event' }],
  ['/対処 切り離した', { kind: 'note', text: '切り離した', is: 'response' }],
  ['/t 15 切り分け', { kind: 'task', title: '切り分け', minutes: 15, ...NOBODY }],
  ['/タスク １０分　切り分け', { kind: 'task', title: '切り分け', minutes: 10, ...NOBODY }],
  ['/task ask the vendor', { kind: 'task', title: 'ask the vendor', minutes: 10, ...NOBODY }],
  ['/D 切り離す', { kind: 'decision', text: '切り離す' }],
  ['/事象ポンプ停止', { kind: 'note', text: 'ポンプ停止', is: 'event' }],
  ['/タスク10 水位', { kind: 'task', title: '水位', minutes: 10, ...NOBODY }],
  ['/タスク 30', { kind: 'empty' }],
  ['/事象', { kind: 'empty' }],
  ['/task 99999 大きい', { kind: 'task', title: '99999 大きい', minutes: 10, ...NOBODY }],
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

const CHOSEN = ['湊 あかり', '湊', 'Ann Lee'];
test.each([
  ['/task @湊 +10分 圧力を見る', '圧力を見る', 10, '湊'],
  ['/task @湊 あかり +10分 圧力を見る', '圧力を見る', 10, '湊 あかり'],
  ['/タスク 圧力を見る ＠湊 あかり ＋２時間', '圧力を見る', 120, '湊 あかり'],
  ['/t 15 @Ann Lee ask the vendor', 'ask the vendor', 15, 'Ann Lee'],
  ['/t @Ann Lee 15m ask the vendor', 'ask the vendor', 15, 'Ann Lee'],
  ['/t ask @Ann Lee for the log +1h', 'ask for the log', 60, 'Ann Lee'],
  ['/task @湊 圧力を見る', '圧力を見る', 10, '湊'],
  // What is no time of a task is part of its words.
  ['/task @湊 +99999 大きい', '+99999 大きい', 10, '湊'],
  ['/task @湊 2号機を見る', '2号機を見る', 10, '湊'],
  ['/task @湊 3 hosts are left', 'hosts are left', 3, '湊'],
])('%s', (line, title, minutes, who) => {
  expect(readQuick(line, CHOSEN)).toEqual({ kind: 'task', title, minutes, who, unmet: undefined });
});

test.each([
  ['/task @だれか 見る', 'だれか'],
  ['/task 見る @だれか', 'だれか'],
  ['/task @湊太郎 見る', '湊太郎'],
  ['/task mail to a@example.jp', undefined],
])('%s names %s, whom nobody chose', (line, unmet) => {
  expect(readQuick(line, CHOSEN)).toMatchObject({ kind: 'task', who: undefined, unmet });
});

test('a task that has a name and a time and no words says so', () => {
  expect(readQuick('/task @湊 +10分', CHOSEN)).toEqual({ kind: 'empty' });
});

test.each([
  ['/task @', { typed: '', from: 6 }],
  ['/task @みな', { typed: 'みな', from: 6 }],
  ['＠A', { typed: 'A', from: 0 }],
  ['a@example', undefined],
  ['/task @湊 ', undefined],
  ['@湊 と @い', { typed: 'い', from: 5 }],
])('before the caret “%s”: %o', (before, wanted) => {
  expect(nameBegun(before)).toEqual(wanted);
});

test('whoever was chosen is found wherever they are named, and nothing else of the words is lost', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/u);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.nat(),
      fc.integer({ min: 1, max: 999 }),
      (words, at, n) => {
        const cut = at % (words.length + 1);
        const line = [...words.slice(0, cut), '@湊 あかり', `+${n}分`, ...words.slice(cut)].join(' ');
        expect(readQuick(`/task ${line}`, CHOSEN)).toEqual({
          kind: 'task',
          title: words.join(' '),
          minutes: n,
          who: '湊 あかり',
          unmet: undefined,
        });
      },
    ),
  );
});

const ITO = { id: 'a', name: '伊藤 恵' };
test.each([
  ['/タスク 10 @伊藤 恵 圧力計を再確認', [ITO], ITO],
  ['/task ＠伊藤 恵 check', [{ id: 'b', name: '伊藤' }, ITO], ITO],
  ['/タスク @伊藤 恵', [ITO], ITO],
  // Part of a name, a longer name and a name that two bear are nobody's.
  ['/タスク @伊藤 圧力計', [ITO], undefined],
  ['/タスク @伊藤 恵美 圧力計', [ITO], undefined],
  ['/タスク @伊藤 恵 圧力計', [ITO, { id: 'c', name: '伊藤 恵' }], undefined],
  ['/タスク 伊藤 恵 圧力計', [ITO], undefined],
])('%s names whom it names whole', (line, people, wanted) => {
  expect(wholeNamed(line, people)).toEqual(wanted);
});

test.each([
  ['/タスク 10 @伊藤 恵 圧力計', { typed: '伊藤', from: 8 }],
  ['/タスク 見る ＠湊', { typed: '湊', from: 8 }],
  ['/タスク a@example.jp へ送る', undefined],
  ['/タスク 見る', undefined],
])('%s: the name to look for', (line, wanted) => {
  expect(nameUnmet(line)).toEqual(wanted);
});

test.each([
  ['@湊 あかり に連絡した', ['湊 あかり']],
  ['＠湊　に連絡、 @湊 あかり も', ['湊', '湊 あかり']],
  ['@湊太郎 に連絡した', []],
  ['湊@湊 に連絡した', []],
  ['@湊 @湊 @湊', ['湊']],
  ['', []],
])('a note %j names %j, each once, and nobody whose name only begins so', (text, names) => {
  const people = [{ name: '湊' }, { name: '湊 あかり' }, { name: '' }];
  expect(namedIn(text, people).map(({ name }) => name)).toEqual(names);
});

test('two who are called the same are told one from the other by their places', () => {
  const twins = [
    { id: 1, name: '湊' },
    { id: 2, name: '湊' },
  ];
  expect(namedIn('@湊 へ', twins).map(({ id }) => id)).toEqual([1]);
  expect(namedIn('@湊 @湊 へ', twins).map(({ id }) => id)).toEqual([1, 2]);
});

test('whatever is typed, a place that is found holds the sign and the name', () => {
  const name = fc.constantFrom('湊', '湊 あかり', '@', 'a.b*c', '');
  fc.assert(
    fc.property(
      fc.array(fc.oneof(name, fc.constantFrom('@', '＠', ' ', '　'), fc.string())),
      fc.array(name),
      (words, names) => {
        const text = words.join('');
        for (const { name: found, at } of placesNamed(text, names))
          expect(text.slice(at + 1, at + 1 + found.length)).toBe(found);
      },
    ),
  );
});
