import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plan } from '../../prepare/plans/schema.ts';
import { afterTimeout, decidingRole, lackOf, stepsToRun } from './rules.ts';

const written = plan.parse({
  key: 'p',
  name: 'p',
  situation: 'network',
  roles: [
    { key: 'first', name: '一番' },
    { key: 'chair', name: '本部長' },
  ],
  bodies: [{ kind: 'headquarters', name: '本部', chair: 'chair' }],
  steps: [
    { text: 'a', role: 'first' },
    { text: 'b', role: 'first' },
  ],
});

test('what runs out of time asks who decides, asks the vendor, convenes, or goes on (C7-L2)', () => {
  const after = (onTimeout: 'escalate' | 'askVendor' | 'convene' | 'goOn') =>
    afterTimeout({ title: '切り分け', onTimeout }, 'chair', ['ja']);
  expect(after('escalate')).toMatchObject({ kind: 'task', role: 'chair', request: false });
  expect(after('askVendor')).toMatchObject({ kind: 'task', role: 'contractor-window', request: true });
  expect(after('convene')).toEqual({ kind: 'convene' });
  expect(after('goOn')).toEqual({ kind: 'nothing' });
  expect(after('escalate')).toHaveProperty('title', '時間切れ：「切り分け」をどうするか決める');
  expect(afterTimeout({ title: 'x', onTimeout: 'askVendor' }, 'chair', ['ja', 'en'])).toHaveProperty(
    'title',
    '「x」を委託先・供給元に依頼する / Ask the vendor: “x”',
  );
});

test('who chairs decides; without a headquarters whoever the plan names first', () => {
  expect(decidingRole(written)).toBe('chair');
  expect(decidingRole({ ...written, bodies: [] })).toBe('first');
  expect(decidingRole(undefined)).toBe('commander');
});

test('a step is run once', () => {
  expect(stepsToRun(written, new Set()).map(({ position }) => position)).toEqual([0, 1]);
  expect(stepsToRun(written, new Set([0])).map(({ position }) => position)).toEqual([1]);
});

const count = fc.nat(40_000);

test('a sweep lacks nothing only when it has hosts and every one has a result', () => {
  fc.assert(
    fc.property(count, count, count, count, (pending, clean, found, excluded) => {
      const complete = pending === 0 && clean + found + excluded > 0;
      return (lackOf({ pending, clean, found, excluded }) === undefined) === complete;
    }),
  );
  expect(lackOf({ pending: 3, clean: 7, found: 1, excluded: 1 })?.en).toContain('3 of 12');
});
