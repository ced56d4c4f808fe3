import { expect, test } from 'vitest';
import type { Found } from '../../../../areas/find/schema.ts';
import { FINDINGS, FOUND_KINDS } from '../../../../areas/find/words.ts';
import { entries, routes } from '../screens.ts';
import { arrange, isMeant } from './palette-lines.ts';

test('a page is meant by its word in either language, in any kana, width or order', () => {
  const word = { ja: 'システム台帳', en: 'System register' };
  for (const said of ['システム', 'しすてむ', 'ｼｽﾃﾑ', 'SYSTEM', 'register system', '台帳', ''])
    expect(isMeant(said, word), said).toBe(true);
  for (const said of ['当番', 'systems x', 'シスター']) expect(isMeant(said, word), said).toBe(false);
});

test.each([
  ['招待', '/prepare/people'],
  ['invite', '/prepare/people'],
  ['ぱすわーど', '/settings/account'],
  ['two-factor', '/settings/account'],
  ['メール', '/settings/channels'],
  ['smtp', '/settings/channels'],
  ['アラート', '/settings/sources'],
  ['部署', '/settings/organisation'],
])('%s finds the screen where it is done', (said, to) => {
  const meant = entries.flatMap((entry) =>
    'link' in entry && isMeant(said, entry.word, ...(entry.also ? [entry.also] : [])) ? [entry.link.to] : [],
  );
  expect(meant).toEqual([to]);
});

const thing = (id: string): Found => ({ kind: 'system', id, title: id, hint: '', address: `/${id}` });
const line = (key: string) => ({ key, label: key, run: () => undefined });
const all = {
  acts: [],
  always: [{ key: 'always', name: 'A', lines: [line('keys')] }],
  pages: ['a', 'b', 'c', 'd', 'e', 'f'].map(line),
  incidents: [line('i')],
  recent: [thing('two')],
  found: [{ kind: 'system', name: 'S', things: [thing('one'), thing('two')] }],
  lineOf: ({ id }: Found) => line(id),
  names: { pages: 'P', incidents: 'I', recent: 'R' },
};

test('nothing typed shows what was open before, what runs, and every page', () => {
  const shown = arrange({ ...all, said: '' }).map(({ key, lines }) => [key, lines.length]);
  expect(shown).toEqual([
    ['recent', 1],
    ['incidents', 1],
    ['pages', 6],
    ['always', 1],
  ]);
});

test('what was typed shows a few pages and what was found, what was open before first', () => {
  const shown = arrange({ ...all, said: 'x' });
  expect(shown.map(({ key, lines }) => [key, lines.length])).toEqual([
    ['pages', 5],
    ['system', 2],
    ['always', 1],
  ]);
  expect(shown[1]?.lines.map(({ key }) => key)).toEqual(['two', 'one']);
});

test('what was open before and still runs is one line, where it comes first', () => {
  const shown = arrange({ ...all, said: '', incidents: [line('two'), line('i')] });
  expect(shown.slice(0, 2).map(({ lines }) => lines.map(({ key }) => key))).toEqual([['two'], ['i']]);
});

interface Screen {
  readonly path?: string;
  readonly component?: unknown;
}
const screensOf = routes.map(({ options }) => options as Screen);
const paths = screensOf.map(({ path }) => String(path));

test('every screen that needs nothing told is a page of the palette', () => {
  const reached = entries.flatMap((entry) => ('link' in entry ? [entry.link.to] : []));
  // An address that only leads on to another is no screen.
  const screens = screensOf
    .filter(({ component }) => component !== undefined)
    .map(({ path }) => String(path))
    .filter((path) => !path.includes('$'));
  expect(screens.length).toBeGreaterThan(15);
  expect(screens.filter((path) => !reached.includes(path))).toEqual([]);
});

test('whatever is found has a screen at its address', () => {
  const shaped = paths.map((path) => new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`));
  for (const kind of FOUND_KINDS) {
    const address = FINDINGS[kind].address({
      kind,
      id: 'a b/c?',
      titleJa: '水 & 火',
      titleEn: '',
      also: '',
      number: null,
      state: null,
      unit: null,
      changedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
      folded: '',
    });
    const { pathname } = new URL(address, 'http://localhost');
    expect(
      shaped.some((shape) => shape.test(pathname)),
      address,
    ).toBe(true);
  }
});
