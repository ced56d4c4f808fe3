import { expect, test } from 'vitest';
import { readQuick } from '../../../../../../areas/respond/timeline/quick/rules.ts';
import { problemOf, wantedOf } from './rules.ts';

const chosen = [{ id: 'p1', name: '湊 あかり' }];
const read = (line: string) =>
  readQuick(
    line,
    chosen.map(({ name }) => name),
  );

test.each([
  ['圧力が下がった', {}],
  ['/事象 停止', {}],
  ['', undefined],
  ['/タスク', undefined],
  ['/まちがい', undefined],
  ['/タスク 見る', { task: { title: '見る', minutes: 10 } }],
  ['/タスク @湊 あかり +3分 見る', { task: { title: '見る', minutes: 3, personId: 'p1' } }],
])('%s', (line, wanted) => {
  expect(wantedOf(read(line), chosen, 'me')).toEqual(wanted);
});

test('a decision is of whoever writes it', () => {
  expect(wantedOf(read('/決定 切り替える'), chosen, 'me')).toMatchObject({
    decision: { decision: '切り替える', deciderId: 'me' },
  });
});

const quiet = { at: '', tried: false, begun: false, begins: false };
test.each([
  ['圧力が下がった', quiet, undefined],
  ['圧力が下がった', { ...quiet, at: '2026-11-29T09:00:00Z' }, undefined],
  ['/まちがい', quiet, 'unknown'],
  ['/まち', { ...quiet, begins: true }, undefined],
  ['/タスク 見る', { ...quiet, at: '2026-11-29T09:00:00Z' }, 'untimely'],
  ['/決定 見る', { ...quiet, at: '2026-11-29T09:00:00Z' }, 'untimely'],
  ['/タスク', quiet, undefined],
  ['/タスク', { ...quiet, tried: true }, 'empty'],
  ['/タスク @だれか 見る', quiet, 'unmet'],
  ['/タスク @だれか 見る', { ...quiet, begun: true }, undefined],
  ['/タスク @湊 あかり 見る', quiet, undefined],
  // In a note an @ is a letter like any other.
  ['@だれか 見た', quiet, undefined],
] as const)('%s, %o: %s', (line, told, wanted) => {
  expect(problemOf(read(line), told)).toBe(wanted);
});
