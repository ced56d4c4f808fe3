import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bilingual } from '../../../kernel/language.ts';
import { fillIn } from '../../../kernel/text.ts';
import type { Line, Reader } from '../lines/rules.ts';
import { entryExport, entryFilter, MOST_WORDS } from '../schema.ts';
import { type Called, entryOf, idsIn, refsOf } from './rules.ts';

const INCIDENT = '0199aa00-0000-7000-8000-000000000002';
const reader = (language: 'ja' | 'en'): Reader => ({
  say: (text: Bilingual, values = {}) => fillIn(text[language], values),
  clock: () => '09:00',
});
const line = (kind: string, body: Line['body'], incidentId: string | null = null): Line => ({
  seq: 7,
  kind,
  incidentId,
  at: '2026-11-29T00:00:00Z',
  precision: 'second',
  recordedAt: '2026-11-29T00:00:00Z',
  actor: { kind: 'person', id: 'p', personId: 'p', name: '佐藤 花子', key: null },
  corrects: null,
  body,
});
const called = (kind: Called['kind'], id: string, title: string, number: number | null = null): Called => ({
  kind,
  id,
  title,
  number,
});

test('a line of an incident names it by number and title, and its content is no mere word for incident', () => {
  const entry = entryOf(
    line('statement.approved', { statementId: 's', number: 2 }, INCIDENT),
    {},
    [called('incident', INCIDENT, 'Pump stopped', 2)],
    reader('ja'),
  );
  expect(entry.incident).toEqual({ id: INCIDENT, number: 2, title: 'Pump stopped' });
  expect(entry.content).toBe('発表文2');
  expect(entry.area).toBe('対応');
});

test('what a line tells of by id is called by its name, of many the first and how many more; what is gone says so', () => {
  const things = ['a', 'b', 'c', 'd'].map((id) => called('system', id, `系統${id}`));
  const content = (kind: string, body: Line['body']) =>
    entryOf(line(kind, body), {}, things, reader('ja')).content;
  expect(content('asset.kept', { assetIds: ['a'], count: 1 })).toBe('系統a');
  expect(content('asset.kept', { assetIds: ['a', 'b', 'c', 'd'], count: 40 })).toBe(
    '系統a, 系統b, 系統c … +37',
  );
  expect(content('asset.removed', { assetId: 'z' })).toBe('（削除済み）');
  const kept = line('register.kept', { register: 'rosters', key: 'night', version: 2 });
  expect(entryOf(kept, {}, [called('rosters', 'night', '夜間当番')], reader('en')).content).toContain(
    '夜間当番',
  );
});

test('a body that names a field as another does, or holds anything at all, is told without failing', () => {
  expect(refsOf(line('register.kept', { register: 'toString', key: 'x' }))).toEqual([]);
  fc.assert(
    fc.property(
      fc.constantFrom('asset.kept', 'register.kept', 'of.tomorrow'),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (kind, body) => {
        const { act, content } = entryOf(
          line(kind, kind === 'of.tomorrow' ? body : {}),
          {},
          [],
          reader('en'),
        );
        expect(typeof act).toBe('string');
        expect(typeof content).toBe('string');
      },
    ),
  );
});

test('a search holds a few words, each looked for in every line; more are refused by name, in the list and the file', () => {
  const said = (count: number) => Array.from({ length: count }, (_, n) => `w${n}`).join(' 　');
  for (const shape of [entryFilter, entryExport]) {
    expect(shape.safeParse({ search: said(MOST_WORDS) }).success).toBe(true);
    expect(shape.safeParse({ search: ' ' }).success).toBe(true);
    expect(shape.safeParse({ search: said(MOST_WORDS + 1) }).error?.issues).toMatchObject([
      { path: ['search'], params: { mend: { en: expect.stringContaining(`${MOST_WORDS}`) } } },
    ]);
  }
});

test('what may be an id or a key is asked about, and never the words of a text', () => {
  const body = { assetIds: ['a', ['b']], text: 'x'.repeat(20_000), note: 'k'.repeat(100), count: 3 };
  expect(idsIn(line('asset.kept', body))).toEqual(['a', 'b', 'k'.repeat(100)]);
});
