import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clocksOf, dueOf, groundsOf, remindersOf } from './rules.ts';
import { type Deadline, regimeDocument, STARTS, type Start } from './schema.ts';
import { startingRegimes } from './starting-regimes.ts';
import { NAMES_OF_OLD, nameInLine } from './words.ts';

const START = Temporal.Instant.from('2026-11-20T02:00:00Z');
const days = (from: Temporal.Instant, to: Temporal.Instant | null | undefined) =>
  to ? to.since(from).total('hours') / 24 : undefined;
const regime = (key: string) => {
  const found = startingRegimes().get(key);
  if (!found) throw new Error(key);
  return found;
};
const text = (at: Temporal.Instant | null | undefined) => at?.toString();

test('privacy: first report within five days of recognising, final within 30, or 60 where a wrongful purpose is suspected', () => {
  const clocks = (wrongful: boolean) => clocksOf(regime('privacy'), { knowing: START }, wrongful);
  expect(clocks(false).map(({ dueAt, fact }) => [days(START, dueAt), fact])).toEqual([
    [5, 'recognised'],
    [30, 'recognised'],
  ]);
  expect(days(START, clocks(true)[1]?.dueAt)).toBe(60);
});

test('NIS2: 24 hours, 72 hours, and a calendar month after the notification went out', () => {
  const nis2 = regime('nis2');
  expect(clocksOf(nis2, { judgement: START }, false).map(({ dueAt }) => text(dueAt))).toEqual([
    '2026-11-21T02:00:00Z',
    '2026-11-23T02:00:00Z',
    '2026-12-23T02:00:00Z',
  ]);
  const judged = Temporal.Instant.from('2027-01-29T00:00:00Z');
  const sent = Temporal.Instant.from('2027-01-31T09:00:00Z');
  const [, , final] = clocksOf(nis2, { judgement: judged }, false, { followUp: sent });
  expect([text(final?.dueAt), text(final?.startsAt), final?.fact]).toEqual([
    '2027-02-28T09:00:00Z',
    text(judged),
    'judgedSignificant',
  ]);
});

test('a deadline nobody published is none, and what is not known starts nothing', () => {
  expect(clocksOf(regime('police'), { knowing: START }, false)).toEqual([
    { stage: 'first', fact: 'recognised', startsAt: START, dueAt: null },
  ]);
  expect(clocksOf(regime('csirt'), { knowing: START }, false)[0]).toMatchObject({
    startsAt: null,
    dueAt: null,
  });
});

test('what the product brings is called as lines of the record called it, and a line of now bears its name', () => {
  const brought = Object.fromEntries([...startingRegimes()].map(([key, { name }]) => [key, name]));
  expect(brought).toEqual(NAMES_OF_OLD);
  const name = { ja: '港湾管理者', en: 'Port authority' };
  expect(nameInLine({ regime: 'port', name })).toEqual(name);
  expect(nameInLine({ regime: 'police' })).toEqual(NAMES_OF_OLD['police']);
  expect(nameInLine({ regime: 'port' })).toEqual({ ja: 'port', en: 'port' });
});

test('what seems owed follows from what is known, and the ministry is always among it', () => {
  const regimes = [...startingRegimes()].map(([key, { owedWhen }]) => ({ regime: key, owedWhen }));
  const owed = (known: Parameters<typeof groundsOf>[1]) => [...groundsOf(regimes, known).keys()];
  expect(owed({ situation: null })).toEqual(['ministry']);
  expect(owed({ situation: 'ransomware' })).toEqual(['ministry', 'police', 'csirt']);
  expect(owed({ situation: 'network', personalData: 'possible' })).toContain('privacy');
  expect(owed({ situation: 'network', personalData: 'none' })).not.toContain('privacy');
});

const span = fc.record({
  count: fc.integer({ min: 1, max: 1_000 }),
  unit: fc.constantFrom('hours' as const, 'days' as const, 'months' as const),
});
const deadline: fc.Arbitrary<Deadline> = fc.record({
  stage: fc.constantFrom('first' as const, 'followUp' as const, 'final' as const),
  starts: fc.constantFrom(...STARTS),
  within: fc.option(span),
  wrongful: fc.option(span),
  reminders: fc.option(fc.array(span, { maxLength: 5 })),
});
const moment = fc
  .integer({ min: 0, max: 2_000_000_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000));
const moments = fc.dictionary(fc.constantFrom(...STARTS), moment);

test('a deadline runs from its own start and from nothing else; the same twice; reminders in order, between start and end', () => {
  fc.assert(
    fc.property(deadline, moments, fc.boolean(), (each, known, wrongful) => {
      const due = dueOf(each, known, wrongful);
      expect(JSON.stringify(dueOf(each, known, wrongful))).toBe(JSON.stringify(due));
      const start = known[each.starts];
      if (each.starts === 'none' || !start) {
        expect(due).toEqual(
          each.starts === 'none' ? { startsAt: null, dueAt: null, reminders: [] } : undefined,
        );
        return;
      }
      const others = Object.fromEntries([[each.starts, start]]) as Partial<Record<Start, Temporal.Instant>>;
      expect(text(dueOf(each, others, wrongful)?.dueAt)).toBe(text(due?.dueAt));
      const within = (wrongful ? each.wrongful : null) ?? each.within;
      expect(due?.dueAt === null).toBe(within === null);
      if (!due?.dueAt || !within) {
        expect(due?.reminders).toEqual([]);
        return;
      }
      if (within.unit !== 'months')
        expect(due.dueAt.since(start).total('hours')).toBe(within.count * (within.unit === 'days' ? 24 : 1));
      else
        expect(
          start.toZonedDateTimeISO('UTC').add({ months: within.count }).toInstant().equals(due.dueAt),
        ).toBe(true);
      const times = [start, ...due.reminders, due.dueAt].map((at) => at.epochMilliseconds);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(new Set(due.reminders.map(String)).size).toBe(due.reminders.length);
    }),
  );
});

test('the house reminds before the deadline, never before the clock began, and at most two days ahead', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), (hours) => {
      const due = START.add({ hours });
      const [at = START] = remindersOf(null, START, due);
      expect(Temporal.Instant.compare(at, due)).toBeLessThan(0);
      expect(Temporal.Instant.compare(at, START)).toBeGreaterThanOrEqual(0);
      expect(due.since(at).total('hours')).toBeLessThanOrEqual(48);
    }),
  );
});

const first = { stage: 'first', starts: 'knowing', within: null };
const written = (deadlines: readonly unknown[]) =>
  regimeDocument.safeParse({
    name: { ja: '港', en: 'Port' },
    trigger: { ja: '常時', en: 'Always' },
    deadlines,
  });
test.each([
  ['a stage twice', [first, first], 'deadlines.1.stage'],
  ['stages out of order', [{ ...first, stage: 'final' }, first], 'deadlines.1.stage'],
  ['a first report after the one before it', [{ ...first, starts: 'previous' }], 'deadlines.0.starts'],
  ['a first report after itself', [{ ...first, starts: 'notification' }], 'deadlines.0.starts'],
  [
    'an end without a start',
    [{ ...first, starts: 'none', within: { count: 1, unit: 'days' } }],
    'deadlines.0.starts',
  ],
  ['longer than nothing', [{ ...first, wrongful: { count: 1, unit: 'days' } }], 'deadlines.0.wrongful'],
  ['no deadline', [], 'deadlines'],
])('%s is refused where it stands', (_, deadlines, at) => {
  expect(written(deadlines).error?.issues.map(({ path }) => path.join('.'))).toEqual([at]);
});
test('what follows the report before it is taken', () => {
  const month = { count: 1, unit: 'months' };
  expect(written([first, { stage: 'final', starts: 'previous', within: month }]).success).toBe(true);
});
