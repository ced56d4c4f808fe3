import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryKey } from '../../../../../../areas/prepare/registers/schema.ts';
import {
  freeKey,
  keyFollowing,
  keyFrom,
  keysIn,
  keysWithin,
  letteredKeyFrom,
  mentions,
  nameIn,
  oneOfList,
} from './keys.ts';

const names = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('本部長', '広報', '復旧班（夜間）', 'Réseau Nord', 'ＩＴ担当', '---', '2号機', 'ß'),
);

test('a key is made of the Latin in a name, and of what the thing is where there is none', () => {
  expect(keyFrom('Public relations', 'role')).toBe('public-relations');
  expect(keyFrom('Réseau Nord', 'role')).toBe('reseau-nord');
  expect(keyFrom('ＩＴ担当', 'role')).toBe('it');
  expect(keyFrom('本部長', 'role')).toBe('role');
  expect(keyFrom('2号機', 'role')).toBe('role-2');
  expect(keyFrom('', 'template')).toBe('template');
});

test('whatever a thing is called, its key is one, short, and nobody else has it', () => {
  fc.assert(
    fc.property(names, fc.array(names, { maxLength: 12 }), (name, others) => {
      const taken = new Set<string>();
      for (const other of others) taken.add(freeKey(keyFrom(other, 'role'), taken));
      expect(taken.size).toBe(others.length);
      const key = freeKey(keyFrom(name, 'role'), taken);
      expect(entryKey.safeParse(key).success).toBe(true);
      expect(key.length).toBeLessThan(50);
      expect(taken.has(key)).toBe(false);
    }),
  );
});

test('a key follows the name of what is new, and stays once something knows it or somebody wrote it', () => {
  const taken = new Set(['press']);
  const free = { taken, known: false, otherwise: 'role' };
  expect(keyFollowing({ key: 'role', name: '' }, { key: 'role', name: 'Press' }, free)).toBe('press-2');
  expect(keyFollowing({ key: '', name: '' }, { key: '', name: '広報' }, free)).toBe('role');
  expect(keyFollowing({ key: 'lead', name: 'Lead' }, { key: 'lead', name: 'Leader' }, free)).toBe('leader');
  const known = { ...free, known: true };
  expect(keyFollowing({ key: 'lead', name: 'Lead' }, { key: 'lead', name: 'Leader' }, known)).toBe('lead');
  expect(keyFollowing({ key: 'boss', name: 'Lead' }, { key: 'boss', name: 'Leader' }, free)).toBe('boss');
  expect(keyFollowing({ key: 'lead', name: 'Lead' }, { key: 'mine', name: 'Lead' }, free)).toBe('mine');
});

test('typed letter by letter, a name gives the key it gives at once', () => {
  fc.assert(
    fc.property(names, fc.array(names, { maxLength: 6 }), (name, others) => {
      const taken = new Set(others.map((each) => keyFrom(each, 'role')));
      const rules = { taken, known: false, otherwise: 'role' };
      let item: Record<string, unknown> = { key: keyFollowing({}, { key: '', name: '' }, rules), name: '' };
      for (let at = 1; at <= name.length; at++) {
        const next = { ...item, name: name.slice(0, at) };
        item = { ...next, key: keyFollowing(item, next, rules) };
      }
      expect(item['key']).toBe(freeKey(keyFrom(name, 'role'), taken));
    }),
  );
});

test('what points at a key is seen at any depth, and a key is not its own mention', () => {
  const plan = { roles: [{ key: 'lead', apartFrom: ['press'] }], steps: [{ role: 'duty' }] };
  expect(['lead', 'press', 'duty'].map((key) => mentions(plan, key))).toEqual([false, true, true]);
  expect([...keysIn(plan.roles)]).toEqual(['lead']);
  expect([...keysWithin({ key: 'itself', ...plan })]).toEqual(['lead']);
  expect([nameIn({ subject: 'First report', text: 'x' }), nameIn({ key: 'a' })]).toEqual([
    'First report',
    '',
  ]);
  expect(['parties', 'roles', 'leave'].map(oneOfList)).toEqual(['party', 'role', 'leave']);
});

test('where a key begins with a letter a name that begins with a digit has one put before it', () => {
  expect(letteredKeyFrom('Public relations', 'item')).toBe('public-relations');
  expect(letteredKeyFrom('5G outage', 'item')).toBe('item-5g-outage');
  expect(letteredKeyFrom('停止', 'item')).toBe('item');
  expect(letteredKeyFrom(`5${'g'.repeat(60)}`, 'item')).toMatch(/^item-5g{34}$/);
});
