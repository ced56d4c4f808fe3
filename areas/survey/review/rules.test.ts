import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agreedParts,
  CODE,
  type Consent,
  consentOfAll,
  consentTo,
  isOpen,
  notDoneIn,
  otherRoutes,
  type Part,
  partsToAsk,
  pauseOf,
  standingOf,
  typedCode,
  type Utterance,
  weighCode,
} from './rules.ts';

const T = (seconds: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
const parts = (text: string): Part[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((each) => ({ id: each.slice(0, 1), hash: each.slice(1) }));

describe('what is asked again', () => {
  test('only what reads otherwise than what was agreed to; what is gone is told; what came back as it was stays agreed', () => {
    expect(partsToAsk(parts('a1 b1'), [])).toEqual({ asked: ['a', 'b'], kept: [], gone: [] });
    expect(partsToAsk(parts('a1 b2 d1'), parts('a1 b1 c1'))).toEqual({
      asked: ['b', 'd'],
      kept: ['a'],
      gone: ['c'],
    });
    expect(partsToAsk(parts('a1'), parts('a1 a2'))).toEqual({ asked: [], kept: ['a'], gone: [] });
    // Of another part, though it reads the same.
    expect(partsToAsk(parts('b1'), parts('a1')).asked).toEqual(['b']);
  });

  test('each part is asked or kept, never both; agreeing to more never asks more', () => {
    const some = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), hash: fc.constantFrom('1', '2') }),
    );
    const unique = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), hash: fc.constantFrom('1', '2') }),
      {
        selector: ({ id }) => id,
      },
    );
    fc.assert(
      fc.property(unique, some, some, (all, agreed, more) => {
        const { asked, kept } = partsToAsk(all, agreed);
        expect([...asked, ...kept].toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        expect(asked).toEqual(expect.arrayContaining(partsToAsk(all, [...agreed, ...more]).asked));
      }),
    );
  });
});

test('of all that was said of a rendering the last word holds; a withdrawal takes what was agreed to before along', () => {
  const say = (at: number, says: Utterance['says'], text = '') => ({ at: T(at), says, parts: parts(text) });
  expect(agreedParts([say(1, 'agree', 'a1 b1'), say(2, 'other', 'a1')])).toEqual(parts('b1'));
  expect(agreedParts([say(2, 'agree', 'a1'), say(1, 'other', 'a1')])).toEqual(parts('a1'));
  // Of another rendering nothing was said.
  expect(agreedParts([say(1, 'agree', 'a1'), say(2, 'other', 'a2')])).toEqual(parts('a1'));
  expect(agreedParts([say(1, 'agree', 'a1'), say(2, 'withdrawn'), say(3, 'agree', 'b1')])).toEqual(
    parts('b1'),
  );
});

test('what is agreed to waits for no answer; everything else does until it has one', () => {
  expect(isOpen({ kind: 'agree', answer: null })).toBe(false);
  for (const kind of ['correct', 'change', 'withhold'] as const) {
    expect(isOpen({ kind, answer: null })).toBe(true);
    expect(isOpen({ kind, answer: 'notDone' })).toBe(false);
  }
});

test('done is what a later edition shows: the part reads otherwise there, or is gone', () => {
  const comment = { edition: 2, part: 'a', partHash: '1' };
  expect(notDoneIn(comment, { number: 2, parts: parts('a2') })).toBe('not-later');
  expect(notDoneIn(comment, { number: 3, parts: parts('a1 b2') })).toBe('unchanged');
  expect(notDoneIn(comment, { number: 3, parts: parts('a2 b1') })).toBeUndefined();
  expect(notDoneIn(comment, { number: 3, parts: parts('b1') })).toBeUndefined();
});

const consent = (more: Partial<Consent> = {}): Consent => ({
  hash: 'h',
  givenAt: T(10),
  until: T(100),
  withdrawnAt: null,
  ...more,
});

describe('consent', () => {
  test('holds for its own hash, from its date to its end, until it is withdrawn', () => {
    expect(consentTo('h', [], true, T(20))).toEqual({ state: 'asked' });
    expect(consentTo('h', [], false, T(20))).toEqual({ state: 'none' });
    expect(consentTo('h', [consent()], true, T(20))).toEqual({ state: 'given', at: T(10), until: T(100) });
    expect(consentTo('h', [consent()], true, T(100)).state).toBe('expired');
    expect(consentTo('i', [consent()], true, T(20)).state).toBe('asked');
    expect(consentTo('h', [consent({ withdrawnAt: T(15) })], true, T(20))).toEqual({
      state: 'withdrawn',
      at: T(15),
    });
    // Withdrawn says more than expired: it was a person's word.
    expect(consentTo('h', [consent({ withdrawnAt: T(15) })], true, T(200)).state).toBe('withdrawn');
    const again = [consent({ withdrawnAt: T(15) }), consent({ givenAt: T(30) })];
    expect(consentTo('h', again, true, T(40)).state).toBe('given');
  });

  test('of a case that tells of several, all have to consent; the earliest end is the end', () => {
    expect(consentOfAll([])).toEqual({ state: 'none' });
    const given = { state: 'given', at: T(10), until: T(100) } as const;
    expect(consentOfAll([given, { state: 'given', at: T(20), until: T(50) }])).toEqual({
      state: 'given',
      at: T(20),
      until: T(50),
    });
    for (const state of ['asked', 'none', 'expired', 'withdrawn'] as const)
      expect(consentOfAll([given, { state }]).state).toBe(state);
  });

  test('nothing but a consent over the very hash is given, whatever else was said', () => {
    const any = fc.array(
      fc.record({
        hash: fc.constantFrom('h', 'i'),
        givenAt: fc.nat(50).map(T),
        until: fc.integer({ min: 51, max: 100 }).map(T),
        withdrawnAt: fc.option(fc.integer({ min: 0, max: 60 }).map(T)),
      }),
    );
    fc.assert(
      fc.property(any, fc.boolean(), (consents, asked) => {
        if (consentTo('h', consents, asked, T(55)).state === 'given')
          expect(consents.some(({ hash, withdrawnAt }) => hash === 'h' && !withdrawnAt)).toBe(true);
      }),
    );
  });

  test('a review stands where the next thing is to be done; silence is never consent', () => {
    const at = (more: object) =>
      standingOf({ hash: 'h', over: false, open: 0, consents: [], ...more }, T(20));
    expect(at({})).toBe('asked');
    expect(at({ over: true })).toBe('lapsed');
    expect(at({ open: 1, over: true })).toBe('toAnswer');
    expect(at({ consents: [consent()], over: true })).toBe('given');
    expect(at({ consents: [consent({ until: T(15) })] })).toBe('expired');
    expect(at({ consents: [consent({ withdrawnAt: T(15) })], open: 1 })).toBe('withdrawn');
    // An earlier edition was consented to; this one was not.
    expect(at({ consents: [consent({ hash: 'g' })] })).toBe('asked');
  });
});

describe('the other route', () => {
  const who = (name: string, email: string, phone = '') => ({ name, role: '', email, phone });

  test('is registered, and not the mailbox the link went to, however its address is written', () => {
    const same = ['a@x.jp', 'A@X.JP', ' a@x.jp', 'a+sonae@x.jp', 'ａ@x.jp'];
    for (const email of same) expect(otherRoutes([who('山田', email)], 'a@x.jp')).toEqual([]);
    expect(otherRoutes([who('山田', 'a@x.jp'), who('佐藤', 'b@x.jp')], 'a@x.jp')).toEqual([
      { id: 'email-1', channel: 'email', name: '佐藤', address: 'b@x.jp', masked: 'b…@x.jp' },
    ]);
    // The same name at another domain is another mailbox.
    expect(otherRoutes([who('山田', 'a@y.jp')], 'a@x.jp')).toHaveLength(1);
  });

  test('may be a telephone, by text and by voice; what cannot be dialled is none', () => {
    expect(otherRoutes([who('山田', 'a@x.jp', '090-1234-5678')], 'a@x.jp')).toEqual([
      { id: 'sms-0', channel: 'sms', name: '山田', address: '+819012345678', masked: '…5678' },
      { id: 'voice-0', channel: 'voice', name: '山田', address: '+819012345678', masked: '…5678' },
    ]);
    expect(otherRoutes([who('山田', 'a@x.jp', '内線 12')], 'a@x.jp')).toEqual([]);
  });
});

describe('codes', () => {
  const sent = (...at: number[]) => at.map((seconds) => ({ sentAt: T(seconds) }));

  test('are sent one a minute, four an hour, ten a day', () => {
    expect(pauseOf([], T(0))).toBe(0);
    expect(pauseOf(sent(0), T(20))).toBe(40);
    expect(pauseOf(sent(0), T(60))).toBe(0);
    expect(pauseOf(sent(0, 60, 120, 180), T(240))).toBe(3_360);
    expect(pauseOf(sent(0, 60, 120, 180), T(3_600))).toBe(0);
    const ten = Array.from({ length: CODE.aDay }, (_, i) => i * 1_800);
    expect(pauseOf(sent(...ten), T(20_000))).toBe(66_400);
  });

  test('are good once, for a while, and for so many tries', () => {
    const code = { sentAt: T(0), until: T(900), tries: 0, usedAt: null };
    expect(weighCode(undefined, true, T(1))).toBe('over');
    expect(weighCode(code, true, T(1))).toBe('right');
    expect(weighCode(code, false, T(1))).toBe('wrong');
    expect(weighCode(code, true, T(900))).toBe('over');
    expect(weighCode({ ...code, usedAt: T(1) }, true, T(2))).toBe('over');
    expect(weighCode({ ...code, tries: CODE.tries }, true, T(1))).toBe('spent');
  });

  test('may be typed in groups and in full width', () => {
    for (const typed of ['12345678', '1234 5678', '１２３４-５６７８', ' 12345678 '])
      expect(typedCode(typed)).toBe('12345678');
  });
});
