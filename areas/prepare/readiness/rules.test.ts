import { describe, expect, test } from 'vitest';
import { asset } from '../assets/schema.ts';
import { callTree } from '../calling/schema.ts';
import { fallback } from '../fallbacks/schema.ts';
import { party } from '../parties/schema.ts';
import type { Registers } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { askAll, scoreByUnit, scoreOf } from './rules.ts';

const EMPTY: Registers = {
  today: '2026-11-24',
  assets: [],
  parties: [],
  callTrees: [],
  rosters: [],
  fallbacks: [],
  plans: [],
  called: [],
};
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const contractor = (contract: object, over: object = {}) =>
  party.parse({ key: 'c', name: 'C', kind: 'contractor', contracts: [{ title: 't', ...contract }], ...over });
const system = (over: object, degree = 1) => ({
  ...asset.parse({ key: 's', kind: 'system', name: 'S', ...over }),
  degree,
});
/** The keys a check finds open, of the keys it was asked about. */
function open(check: string, registers: Partial<Registers>) {
  const found = CHECKS.find(({ id: each }) => each === check);
  const subjects = found?.ask({ ...EMPTY, ...registers }) ?? [];
  return `${subjects.filter(({ ready }) => !ready).length} of ${subjects.length}`;
}

describe('each check', () => {
  test.each([
    ['notify-on-detection', { parties: [contractor({ notifyOnDetection: 'yes' })] }, '0 of 1'],
    ['notify-on-detection', { parties: [contractor({})] }, '1 of 1'],
    ['notify-on-detection', { parties: [contractor({}, { contracts: [] })] }, '1 of 1'],
    ['notify-on-detection', { parties: [contractor({}, { kind: 'peer' })] }, '0 of 0'],
    [
      'assessment-due',
      { parties: [contractor({ assessEveryMonths: 12, assessedOn: '2025-11-24' })] },
      '0 of 1',
    ],
    [
      'assessment-due',
      { parties: [contractor({ assessEveryMonths: 12, assessedOn: '2025-11-23' })] },
      '1 of 1',
    ],
    ['assessment-due', { parties: [contractor({ assessedOn: '2026-11-01' })] }, '1 of 1'],
    [
      'shared-understanding',
      { parties: [contractor({}, { sheet: { acknowledgedOn: '2026-01-01' } })] },
      '0 of 1',
    ],
    [
      'assessment-due',
      { parties: [contractor({ assessEveryMonths: 12, assessedOn: '2099-01-01' })] },
      '1 of 1',
    ],
    [
      'shared-understanding',
      { parties: [contractor({}, { sheet: { acknowledgedOn: '2027-01-01' } })] },
      '1 of 1',
    ],
    ['notify-on-detection', { parties: [contractor({}, { kind: 'supplier' })] }, '1 of 1'],
    ['contracts-in-date', { parties: [contractor({ until: '2026-11-24' })] }, '0 of 1'],
    ['contracts-in-date', { parties: [contractor({ until: '2026-11-23' })] }, '1 of 1'],
    ['contracts-in-date', { parties: [contractor({ until: '2026-11-23' }, { kind: 'insurer' })] }, '1 of 1'],
    ['contracts-in-date', { parties: [contractor({})] }, '0 of 1'],
    [
      'contracts-in-date',
      {
        parties: [
          contractor(
            {},
            {
              contracts: [
                { title: 't', until: '2025-03-31' },
                { title: 't', from: '2025-04-01' },
              ],
            },
          ),
        ],
      },
      '0 of 1',
    ],
    [
      'contracts-in-date',
      { parties: [contractor({}, { contracts: [{ title: 't', until: '2025-03-31' }, { title: 'u' }] })] },
      '1 of 1',
    ],
    ['expert-body', { parties: [contractor({ until: '2026-11-23' }, { kind: 'insurer' })] }, '1 of 1'],
    ['certifications-in-date', { parties: [contractor({})] }, '0 of 0'],
    [
      'certifications-in-date',
      { parties: [contractor({ certifications: [{ name: 'ISO', until: '2026-11-23' }] })] },
      '1 of 1',
    ],
    [
      'certifications-in-date',
      { parties: [contractor({ certifications: [{ name: 'ISO', until: '2026-11-24' }] })] },
      '0 of 1',
    ],
    ['recovery-targets', { assets: [system({ rtoMinutes: 60, mtpdMinutes: 30 })] }, '1 of 1'],
    [
      'recovery-targets',
      { assets: [system({ rtoMinutes: 60, mtpdMinutes: 60 }), system({ key: 'x' })] },
      '0 of 1',
    ],
    [
      'recovery-targets',
      {
        assets: [
          system({ key: 'pay', kind: 'service', rtoMinutes: 60 }),
          system({ key: 'link', kind: 'interface' }),
          system({ key: 'core', rtoMinutes: 1440 }),
        ],
        needs: [
          { from: 'pay', to: 'link' },
          { from: 'link', to: 'core' },
          { from: 'core', to: 'pay' },
        ],
      },
      '1 of 2',
    ],
    [
      'subcontract-loop',
      {
        parties: [
          contractor({}, { key: 'p', under: 'q' }),
          contractor({}, { key: 'q', under: 'p' }),
          contractor({}, { key: 'r', under: 'q' }),
        ],
      },
      '2 of 3',
    ],
    ['subcontract-loop', { parties: [contractor({}, { key: 'p', under: 'p' })] }, '1 of 1'],
    ['shared-understanding', { parties: [contractor({})] }, '1 of 1'],
    ['emergency-contact', { parties: [contractor({ emergencyContact: '03' })] }, '0 of 1'],
    ['emergency-contact', { parties: [contractor({})] }, '1 of 1'],
    ['expert-body', { parties: [contractor({}, { kind: 'insurer' })] }, '0 of 1'],
    ['expert-body', {}, '1 of 1'],
    ['call-matrix', {}, '9 of 9'],
    ['plan-in-force', {}, '7 of 7'],
    ['plan-in-force', { plans: [{ situation: 'ddos' }] }, '6 of 7'],
    [
      'routes-fresh',
      {
        called: [
          { id: 'a', name: 'A', fresh: true },
          { id: 'b', name: 'B', fresh: false },
        ],
      },
      '1 of 2',
    ],
    [
      'roster-cover',
      {
        rosters: [
          { key: 'a', name: 'A', gaps: 0, fallen: 0 },
          { key: 'b', name: 'B', gaps: 2, fallen: 0 },
          { key: 'c', name: 'C', gaps: 0, fallen: 1 },
        ],
      },
      '2 of 3',
    ],
    ['system-entries', { assets: [system({ unitId: id(1), impact: 0, rtoMinutes: 0 })] }, '0 of 1'],
    ['system-entries', { assets: [system({ unitId: id(1), impact: 0, rtoMinutes: 0 }, 0)] }, '1 of 1'],
    ['system-entries', { assets: [system({ kind: 'site' })] }, '0 of 0'],
    ['service-fallback', { assets: [system({ kind: 'service' }), system({ kind: 'interface' })] }, '2 of 2'],
    [
      'service-fallback',
      {
        assets: [system({ kind: 'service' })],
        fallbacks: [fallback.parse({ key: 'f', name: 'F', covers: ['s'], steps: [{ text: '紙で受ける' }] })],
      },
      '0 of 1',
    ],
    [
      'service-fallback',
      {
        assets: [system({ kind: 'service' })],
        fallbacks: [fallback.parse({ key: 'f', name: 'F', covers: ['s'], steps: [{ text: ' ' }] })],
      },
      '1 of 1',
    ],
    [
      'cyber-fallback',
      {
        assets: [system({ kind: 'service', critical: true })],
        fallbacks: [fallback.parse({ key: 'f', name: 'F', covers: ['s'], scenarios: ['naturalDisaster'] })],
      },
      '1 of 1',
    ],
    [
      'fallback-tested',
      {
        fallbacks: [
          fallback.parse({
            key: 'f',
            name: 'F',
            covers: ['s'],
            steps: [{ text: 'x' }],
            testedOn: '2025-11-24',
          }),
        ],
      },
      '0 of 1',
    ],
    ['fallback-tested', { fallbacks: [fallback.parse({ key: 'f', name: 'F', covers: ['s'] })] }, '1 of 1'],
    ['persons-counted', { assets: [system({ details: { data: [{ class: 'p', persons: 3 }] } })] }, '0 of 1'],
    ['persons-counted', { assets: [system({ details: { data: [{ class: 'p' }] } })] }, '1 of 1'],
  ] as const)('%s: %#: %s is open %s', (check, registers, wanted) => {
    expect(open(check, registers as Partial<Registers>)).toBe(wanted);
  });

  test('a call tree has a second person: a deputy counts, the same person twice does not', () => {
    const tree = (steps: object[]) =>
      callTree.parse({ key: 'cyberattack.night', name: 'T', cause: 'cyberAttack', band: 'night', steps });
    const rosters = [
      { key: 'duty', name: 'D', gaps: 0, fallen: 0, people: [id(2), id(3)] },
      { key: 'one', name: 'O', gaps: 0, fallen: 0, people: [id(1)] },
    ];
    const called = [1, 2, 3].map((n) => ({ id: id(n), name: String(n), fresh: true }));
    const found = (steps: object[]) => open('call-tree-depth', { callTrees: [tree(steps)], rosters, called });
    expect(found([{ personId: id(1) }, { roster: 'one' }])).toBe('1 of 1');
    expect(found([{ roster: 'one', deputyIds: [id(1)] }])).toBe('1 of 1');
    expect(found([{ roster: 'duty' }])).toBe('0 of 1');
    expect(found([{}, { personId: id(1) }])).toBe('1 of 1');
    // What was written before steps had to say whom they call fills no cell.
    expect(open('call-matrix', { callTrees: [tree([{}])] })).toBe('9 of 9');
    expect(open('call-matrix', { callTrees: [tree([{ personId: id(1), roster: 'duty' }])] })).toBe('9 of 9');
    expect(found([{ personId: id(1) }, { personId: id(1) }])).toBe('1 of 1');
    expect(found([{ personId: id(1), deputyIds: [id(2)] }])).toBe('0 of 1');
    expect(found([{ personId: id(1) }, { roster: 'duty' }])).toBe('0 of 1');
    expect(open('call-matrix', { callTrees: [tree([{ personId: id(1) }])], called })).toBe('8 of 9');
    // Who has left stands there and is called by nobody.
    expect(found([{ personId: id(1), deputyIds: [id(9)] }])).toBe('1 of 1');
    expect(found([{ personId: id(9) }, { roster: 'one' }])).toBe('1 of 1');
    expect(open('call-matrix', { callTrees: [tree([{ personId: id(9) }])], called })).toBe('9 of 9');
    expect(open('call-matrix', { callTrees: [tree([{ roster: 'duty' }])], rosters, called })).toBe('8 of 9');
  });
});

test('a fallback for a cyber attack was considered for one: no bare copy, and where it serves both it says what changes', () => {
  const disaster = { key: 'd', name: 'D', covers: ['s'], scenarios: ['naturalDisaster'], steps: [{ text: '紙で受ける' }] };
  const cyber = (over: object) =>
    open('cyber-fallback', {
      assets: [system({ kind: 'service', critical: true })],
      fallbacks: [
        fallback.parse(disaster),
        fallback.parse({ ...disaster, key: 'c', scenarios: ['cyberAttack'], derivedFrom: 'd', ...over }),
      ],
    });
  expect(cyber({})).toBe('1 of 1');
  expect(cyber({ derivedFrom: null, steps: [{ text: '紙で受ける ' }] })).toBe('1 of 1');
  expect(cyber({ steps: [] })).toBe('1 of 1');
  expect(cyber({ steps: [{ text: '点検が済むまで、切り離した端末で受ける' }] })).toBe('0 of 1');
  const both = { scenarios: ['cyberAttack', 'naturalDisaster'] };
  expect(cyber(both)).toBe('1 of 1');
  expect(cyber({ ...both, assumptions: [{ was: '網は使える', now: '網は使えない' }] })).toBe('0 of 1');
}); // biome-ignore format: at one look

describe('the score', () => {
  test('says of how many; what belongs to no unit stays in the sum', () => {
    const checked = askAll(CHECKS, {
      ...EMPTY,
      assets: [system({ unitId: id(1), impact: 1, rtoMinutes: 1 }), system({})],
    });
    const all = scoreOf(checked.flatMap(({ subjects }) => subjects));
    const units = [...scoreByUnit(checked).values()];
    expect(units.reduce((sum, { asked }) => sum + asked, 0)).toBe(all.asked);
    expect(units.reduce((sum, { ready }) => sum + ready, 0)).toBe(all.ready);
    expect(scoreByUnit(checked).get(id(1))).toEqual({ ready: 1, asked: 1 });
  });

  test('what is open comes first, the grave before the light; an empty register claims nothing', () => {
    const checked = askAll(CHECKS, EMPTY);
    expect(checked[0]?.id).toBe('call-matrix');
    expect(new Set(CHECKS.map(({ id: each }) => each)).size).toBe(CHECKS.length);
    expect(scoreOf(checked.find(({ id: each }) => each === 'notify-on-detection')?.subjects ?? [])).toEqual({
      ready: 0,
      asked: 0,
    });
  });
});
