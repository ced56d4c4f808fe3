import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plan } from '../../prepare/plans/schema.ts';
import {
  afterTimeout,
  decidingRole,
  decisionTitle,
  lackOf,
  matterOf,
  stepsToRun,
  waitsForDecision,
} from './rules.ts';
import { taskFields } from './schema.ts';

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
    afterTimeout({ title: '切り分け', onTimeout }, ['ja']);
  expect(after('escalate')).toEqual({ kind: 'decide' });
  expect(after('askVendor')).toMatchObject({ kind: 'request', role: 'contractor-window' });
  expect(after('convene')).toEqual({ kind: 'convene' });
  expect(after('goOn')).toEqual({ kind: 'nothing' });
  expect(afterTimeout({ title: 'x', onTimeout: 'askVendor' }, ['ja', 'en'])).toHaveProperty(
    'title',
    '委託先・供給元への依頼：「x」 / Ask the vendor: “x”',
  );
});

test('what ran out since the last decision is decided on together, under the name of the first', () => {
  expect(decisionTitle(['切り分け'], ['ja'])).toBe('時間切れ：「切り分け」の対応の判断');
  expect(decisionTitle(['切り分け', 'a', 'b'], ['ja', 'en'])).toBe(
    '時間切れ：「切り分け」ほか2件の対応の判断 / Time is up: decide on “切り分け” and 2 more',
  );
  const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
  const task = (over: object) => ({
    matter: '',
    state: 'open',
    onTimeout: 'escalate',
    timedOutAt: at(5),
    endedAt: null,
    ...over,
  });
  const late = [
    task({}),
    task({ timedOutAt: null }),
    task({ state: 'done' }),
    task({ onTimeout: 'goOn' }),
    task({ timedOutAt: at(9) }),
  ];
  expect(waitsForDecision(late)).toHaveLength(2);
  const decided = task({ matter: matterOf.decision, state: 'done', timedOutAt: null, endedAt: at(7) });
  expect(waitsForDecision([...late, decided])).toEqual([task({ timedOutAt: at(9) })]);
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

test('a task may run as long as a plan may give a report that becomes one', () => {
  const { to, withinMinutes } = plan.shape.reports
    .unwrap()
    .element.parse({ to: '省庁', when: 'severity <= 2', withinMinutes: 525_600, template: 'first' });
  expect(taskFields.parse({ title: to, minutes: withinMinutes })).toMatchObject({ minutes: 525_600 });
});
