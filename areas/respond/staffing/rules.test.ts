import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanRole } from '../../prepare/plans/schema.ts';
import { loadsOf } from './rules.ts';

const held = (personId: string, ...roles: string[]) => roles.map((role) => ({ role, name: role, personId }));
const tasks = (personId: string, n: number) => Array.from({ length: n }, () => ({ personId }));
const role = (key: string, more: Partial<PlanRole> = {}): PlanRole => ({
  key,
  name: key,
  personId: null,
  roster: null,
  deputyIds: [],
  apartFrom: [],
  ...more,
});

test('who speaks with the contractor and leads the site is warned, and somebody who can take one over is named (C8-L1)', () => {
  const [load] = loadsOf([...held('a', 'contractor-window', 'site-lead'), ...held('b', 'recorder')], [], []);
  expect(load).toMatchObject({ personId: 'a', strains: ['apart'], relief: { personId: 'b' } });
});

test('the plan says what must be apart, either way round', () => {
  const plan = [role('commander', { apartFrom: ['recorder'] }), role('recorder')];
  const strains = (...roles: string[]) => loadsOf(held('a', ...roles), [], plan)[0]?.strains;
  expect(strains('commander', 'recorder')).toEqual(['apart']);
  expect(strains('recorder', 'commander')).toEqual(['apart']);
  expect(strains('commander', 'customer-desk')).toEqual([]);
});

test('the plan’s deputy is asked before others, unless they may not hold it', () => {
  const plan = [role('site-lead', { deputyIds: ['d', 'e'], apartFrom: ['x'] })];
  const relief = (others: ReturnType<typeof held>) =>
    loadsOf([...held('a', 'p', 'q', 'site-lead'), ...others], [], plan)[0]?.relief;
  expect(relief(held('b', 'r'))).toEqual({ role: 'site-lead', personId: 'd' });
  expect(relief(held('d', 'x'))).toEqual({ role: 'site-lead', personId: 'e' });
});

test('five open tasks are too much, four are not; nobody is relieved by somebody who holds as much', () => {
  expect(loadsOf([], tasks('a', 4), [])[0]?.strains).toEqual([]);
  expect(loadsOf([], tasks('a', 5), [])[0]?.strains).toEqual(['tooMuch']);
  const both = loadsOf([...held('a', 'p', 'q', 'r'), ...held('b', 's', 't', 'u')], [], []);
  expect(both.map(({ relief }) => relief)).toEqual([undefined, undefined]);
});

test('everybody who holds anything is listed once, the most loaded first', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(fc.array(person, { maxLength: 12 }), fc.array(person, { maxLength: 12 }), (roles, busy) => {
      const loads = loadsOf(
        roles.map((personId, i) => ({ role: `r${i}`, name: '', personId })),
        busy.map((personId) => ({ personId })),
        [],
      );
      expect(loads.map(({ personId }) => personId).sort()).toEqual([...new Set([...roles, ...busy])].sort());
      const weights = loads.map(({ roles: own, openTasks }) => own.length * 2 + openTasks);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      for (const { personId, relief } of loads) expect(relief?.personId).not.toBe(personId);
    }),
  );
});

test('of those who may take a role over the one who holds least does, and nobody from themselves', () => {
  const overloaded = held('a', 'p', 'q', 'site-lead');
  const relief = (plan: PlanRole[]) =>
    loadsOf([...overloaded, ...held('b', 'x')], tasks('c', 1), plan)[0]?.relief?.personId;
  expect(relief([])).toBe('c');
  expect(relief([role('site-lead', { deputyIds: ['a', 'e'] })])).toBe('e');
  // Two free deputies who hold nothing: the first by name, so that two screens say the same.
  expect(relief([role('site-lead', { deputyIds: ['f', 'e'] })])).toBe('e');
});

test('who holds as much as another stands in the order of ids', () => {
  const loads = loadsOf([...held('b', 'p'), ...held('a', 'q'), ...held('c', 'r')], [], []);
  expect(loads.map(({ personId }) => personId)).toEqual(['a', 'b', 'c']);
});
