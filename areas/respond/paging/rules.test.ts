import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterWait,
  linkState,
  mayAnswer,
  readTopic,
  routesToTry,
  stepsFor,
  tellableReason,
  topicOf,
  windowOf,
} from './rules.ts';

describe('afterWait', () => {
  test('asks the next, and the last step ends it', () => {
    expect(afterWait({ state: 'seeking', step: 0, steps: 2 }, 0)).toEqual({ kind: 'ask', step: 1 });
    expect(afterWait({ state: 'seeking', step: 1, steps: 2 }, 1)).toEqual({ kind: 'exhausted' });
  });
  test('however often and late timers run, each step is taken exactly once and in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 80 }),
        (steps, timers) => {
          const page = { state: 'seeking', step: 0, steps };
          const asked = [0];
          for (const timer of [...timers, ...Array.from({ length: steps }, (_, i) => i)]) {
            const next = afterWait(page, timer);
            if (next.kind === 'ask') {
              page.step = next.step;
              asked.push(next.step);
            }
            if (next.kind === 'exhausted') page.state = 'exhausted';
          }
          expect(asked).toEqual(Array.from({ length: steps }, (_, i) => i));
          expect(page.state).toBe('exhausted');
        },
      ),
    );
  });
  test('an answered page is left alone', () => {
    for (const state of ['acknowledged', 'stopped', 'exhausted']) {
      expect(afterWait({ state, step: 0, steps: 3 }, 0)).toEqual({ kind: 'settled' });
    }
  });
});

test('people on duty one by one, then all administrators at once; without those, nobody', () => {
  expect(stepsFor(['a', 'b'], ['z', 'b'])).toEqual([['a'], ['b'], ['z']]);
  expect(stepsFor(['a', 'b'], ['b'])).toEqual([['a'], ['b']]);
  expect(stepsFor([], ['y', 'z'])).toEqual([['y', 'z']]);
  expect(stepsFor([], [])).toEqual([]);
});

test('what a provider says of a refusal stays with the attempt; reasons of ours are told', () => {
  expect(tellableReason('not-configured')).toBe('not-configured');
  expect(tellableReason("The 'To' number +819012345678 is not valid")).toBe('refused');
  expect(tellableReason('550 mailbox sato@example.jp unavailable')).toBe('refused');
});

test('many messages in an hour are gathered for longer, never for longer than half of the wait', () => {
  const settings = { bundleSeconds: 30, waitSeconds: 300 };
  expect([0, 11, 12, 500].map((sent) => windowOf(settings, sent))).toEqual([30, 30, 150, 150]);
  expect(windowOf({ ...settings, bundleSeconds: 0 }, 500)).toBe(0);
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 3_600 }), fc.nat(1_000), (waitSeconds, sent) => {
      const bundleSeconds = Math.floor(waitSeconds / 2);
      expect(windowOf({ bundleSeconds, waitSeconds }, sent)).toBeLessThanOrEqual(waitSeconds / 2);
    }),
  );
});

test('nobody silences the report of their own deed, and an outside party only what it was asked', () => {
  const me = { personId: 'me', outside: false, asked: false };
  expect(mayAnswer({ aboutPerson: null, subjectKind: 'incident' }, me)).toBe(true);
  expect(mayAnswer({ aboutPerson: null, subjectKind: 'summons' }, me)).toBe(false);
  expect(mayAnswer({ aboutPerson: null, subjectKind: 'summons' }, { ...me, asked: true })).toBe(true);
  expect(mayAnswer({ aboutPerson: 'me', subjectKind: 'incident' }, { ...me, asked: true })).toBe(false);
  expect(mayAnswer({ aboutPerson: null, subjectKind: 'incident' }, { ...me, outside: true })).toBe(false);
  expect(
    mayAnswer({ aboutPerson: null, subjectKind: 'incident' }, { ...me, outside: true, asked: true }),
  ).toBe(true);
});

test('a link works once, until its time, and also when nobody else answered', () => {
  const now = Temporal.Instant.from('2026-11-20T00:00:00Z');
  const fresh = { usedAt: undefined, until: now.add({ hours: 1 }) };
  expect(linkState(fresh, { state: 'seeking' }, now)).toBe('open');
  expect(linkState(fresh, { state: 'exhausted' }, now)).toBe('open');
  expect(linkState(fresh, { state: 'acknowledged' }, now)).toBe('answered-by-other');
  expect(linkState(fresh, { state: 'stopped' }, now)).toBe('stopped');
  expect(linkState({ ...fresh, usedAt: now }, { state: 'seeking' }, now)).toBe('used');
  expect(linkState({ ...fresh, until: now }, { state: 'seeking' }, now)).toBe('expired');
});

describe('routes', () => {
  const route = (channel: string, address: string, verifiedAt: unknown = true) => ({
    channel,
    address,
    verifiedAt,
  });
  const all = new Set(['email', 'sms', 'voice', 'slack', 'line-works']);

  test('are tried in their own order, the sign-in address last; an address nobody answered from is not', () => {
    const routes = [
      route('voice', '1'),
      route('sms', '2', null),
      route('slack', '3'),
      route('line-works', '4'),
    ];
    expect(routesToTry(routes, 'me@x.jp', all)).toEqual([
      { channel: 'voice', address: '1' },
      { channel: 'slack', address: '3' },
      { channel: 'line-works', address: '4' },
      { channel: 'email', address: 'me@x.jp' },
    ]);
    expect(routesToTry([route('email', 'own@x.jp')], 'me@x.jp', all)).toEqual([
      { channel: 'email', address: 'own@x.jp' },
    ]);
  });

  test('nobody is without a way: with no channel at all the sign-in address waits in the outbox', () => {
    expect(routesToTry([route('voice', '1')], 'me@x.jp', new Set())).toEqual([
      { channel: 'email', address: 'me@x.jp' },
    ]);
  });
});

test('as many people are asked together as are to answer, then one after the other', () => {
  expect(stepsFor(['a', 'b', 'c'], [], 2)).toEqual([['a', 'b'], ['c']]);
  expect(stepsFor(['a'], [], 3)).toEqual([['a']]);
  expect(stepsFor([], ['x', 'y'], 2)).toEqual([['x', 'y']]);
});

test('a topic says of what kind it is and of which, whatever a role is called', () => {
  fc.assert(
    fc.property(fc.string(), (which) => {
      expect(readTopic(topicOf.role(which))).toEqual({ kind: 'role', which });
      expect(readTopic(topicOf.task(which))).toEqual({ kind: 'task', which });
    }),
  );
  expect(readTopic(topicOf.headquarters)).toEqual({ kind: 'headquarters', which: '' });
  expect(readTopic('')).toEqual({ kind: '', which: '' });
});
