import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACTS, type FactName } from '../../../../../../areas/facts.ts';
import { countsOf, type Foldable } from './call.ts';
import { fold, type Row } from './rules.ts';

const isMachinery = (kind: string): boolean => FACTS[kind as FactName]?.machinery === true;

/** Lines as they are written: each a second after the one before, unless it says otherwise. */
function written(
  ...told: (Partial<Foldable> & { readonly kind: string; readonly after?: number })[]
): Foldable[] {
  let time = Date.parse('2026-11-29T09:00:00Z');
  return told
    .map(({ after = 1_000, ...line }, index): Foldable => {
      time += after;
      const at = new Date(time).toISOString();
      return { seq: index + 1, at, recordedAt: at, actor: { kind: 'system', id: 's' }, body: {}, ...line };
    })
    .toReversed();
}
const started = (pageId: string, topic = '', more = {}) => ({
  kind: 'page.started',
  body: { pageId, topic, steps: [['p1'], ['p2']], ...more },
});
const step = (kind: string, pageId: string, more = {}) => ({
  kind: `page.${kind}`,
  body: { pageId, ...more },
});
const shapes = (rows: readonly Row<Foldable>[]) =>
  rows.map((row) => `${row.as} ${row.lines.map(({ seq }) => seq).join(',')}`);
const folded = (lines: readonly Foldable[]) => fold(lines, isMachinery);

describe('one call', () => {
  test('is one row from its first message to its answer, where it began', () => {
    const lines = written(
      started('a', 'role:communications', { about: '広報' }),
      step('attempted', 'a', { personId: 'minato', step: 0 }),
      { kind: 'timeline.noted', body: { text: '水圧が下がった' } },
      step('accepted', 'a', { personId: 'minato' }),
    );
    const rows = folded(lines);
    expect(shapes(rows)).toEqual(['line 3', 'calls 4,2,1']);
    expect(rows[1]).toMatchObject({
      calls: [
        {
          state: 'calling',
          personId: 'minato',
          step: 1,
          steps: 2,
          message: 'page.accepted',
          about: '広報',
          whole: true,
        },
      ],
    });
  });

  test.each([
    ['goes on to the next person', [step('escalated', 'a', { step: 1 })], { state: 'calling', step: 2 }],
    [
      'is answered by whoever answers',
      [step('acknowledged', 'a', { personId: 'p2' })],
      { state: 'answered', personId: 'p2' },
    ],
    [
      'waits for as many as are needed',
      [step('acknowledged', 'a', { personId: 'p2', answers: 1, needed: 2 })],
      { state: 'calling' },
    ],
    [
      'has enough answers',
      [
        step('acknowledged', 'a', { personId: 'p1', answers: 1, needed: 2 }),
        step('acknowledged', 'a', { personId: 'p2', answers: 2, needed: 2 }),
      ],
      { state: 'answered', personId: 'p2' },
    ],
    ['is answered by nobody', [step('exhausted', 'a')], { state: 'unanswered' }],
    [
      'goes round again',
      [step('exhausted', 'a'), step('attempted', 'a', { personId: 'p1', step: 0 })],
      { state: 'calling', step: 1 },
    ],
    ['is ended', [step('stopped', 'a')], { state: 'ended' }],
    ['goes on when the alarm is back', [step('stopped', 'a'), step('resumed', 'a')], { state: 'calling' }],
    [
      'stays answered, whatever becomes of a message that was under way',
      [
        step('acknowledged', 'a', { personId: 'p1' }),
        step('attempted', 'a', { personId: 'p2', step: 1 }),
        step('failed', 'a', { personId: 'p2' }),
      ],
      { state: 'answered', personId: 'p1', message: 'page.failed' },
    ],
  ])('%s', (_name, more, wanted) => {
    const [row] = folded(written(started('a'), ...more));
    expect(row).toMatchObject({ as: 'calls', calls: [wanted] });
  });

  test('of which the beginning has not been read says so', () => {
    const [row] = folded(written(step('accepted', 'a', { personId: 'p1' })));
    expect(row).toMatchObject({ calls: [{ state: 'unknown', whole: false, steps: 0 }] });
  });
});

test('what a headquarters brings about is three rows, however many roles and calls it has', () => {
  const moment = { recordedAt: '2026-11-29T09:00:00Z', actor: { kind: 'person', id: 'commander' } };
  const roles = [...'abcdefgh'];
  const lines = written(
    { kind: 'headquarters.proposed', ...moment },
    { kind: 'headquarters.set-up', ...moment },
    ...roles.map((role) => ({ kind: 'role.assigned', body: { role, name: role }, ...moment })),
    ...roles.flatMap((role) => [
      { ...started(role, `role:${role}`), after: 200 },
      { ...step('attempted', role, { personId: 'p1', step: 0 }), after: 10 },
      { ...step('held', role, { personId: 'p1' }), after: 10 },
      { ...step('escalated', role, { step: 1 }), after: 10 },
    ]),
    step('acknowledged', 'a', { personId: 'p1' }),
    step('acknowledged', 'b', { personId: 'p2' }),
  );
  const rows = folded(lines);
  expect(rows.map(({ as }) => as)).toEqual(['calls', 'act', 'act']);
  const [calls, assigned, setUp] = rows;
  expect(calls?.as === 'calls' && countsOf(calls.calls)).toEqual({ answered: 2, unanswered: 6, ended: 0 });
  expect(assigned).toMatchObject({ head: { kind: 'role.assigned' }, lines: { length: 8 } });
  // The act speaks, not what it had to write down on the way.
  expect(setUp).toMatchObject({ head: { kind: 'headquarters.set-up' }, lines: { length: 2 } });
});

test('calls of other matters, or of another hour, are rows of their own', () => {
  expect(
    shapes(
      folded(
        written(
          started('a'),
          started('b', 'role:x'),
          started('c', 'role:y'),
          { ...started('d', 'role:z'), after: 11_000 },
          started('e', 'headquarters'),
        ),
      ),
    ),
  ).toEqual(['calls 5', 'calls 4', 'calls 3,2', 'calls 1']);
});

test('what belongs to no call of its own stands among those of its moment', () => {
  const [row, ...others] = folded(
    written({ kind: 'page.requested' }, { kind: 'page.passed-over', body: { why: 'leave' } }, started('a')),
  );
  expect(others).toEqual([]);
  expect(row).toMatchObject({ as: 'calls', calls: { length: 1 }, loose: { length: 2 } });
});

test('what people write and decide stands alone, also within one moment', () => {
  const moment = { recordedAt: '2026-11-29T09:00:00Z', actor: { kind: 'person', id: 'p' } };
  for (const kind of [
    'timeline.noted',
    'timeline.corrected',
    'decision.recorded',
    'statement.sent',
    'incident.resolved',
    'incident.system-marked',
  ])
    expect([kind, ...shapes(folded(written({ kind, ...moment }, { kind, ...moment })))]).toEqual([
      kind,
      'line 2',
      'line 1',
    ]);
});

test('the same by two people, or twice by one, is two rows', () => {
  const kind = 'task.opened';
  expect(
    shapes(
      folded(
        written(
          { kind, recordedAt: 'x', actor: { kind: 'person', id: 'a' } },
          { kind, recordedAt: 'x', actor: { kind: 'person', id: 'b' } },
          { kind, recordedAt: 'y', actor: { kind: 'person', id: 'b' } },
        ),
      ),
    ),
  ).toEqual(['line 3', 'line 2', 'line 1']);
});

test('messages and machines are one row for so long as they go on; a request is one with its answer', () => {
  expect(
    shapes(
      folded(
        written(
          { kind: 'request.sent', body: { taskId: 't' } },
          { kind: 'notice.settled', body: { noticeId: 'n1' } },
          { kind: 'recovery.moved' },
          { kind: 'notice.settled', body: { noticeId: 'n2' } },
          { kind: 'sweep.reported', body: { sweepId: 's1' } },
          { kind: 'sweep.reported', body: { sweepId: 's2' } },
          { kind: 'recovery.moved', after: 20 * 60_000 },
          { kind: 'request.answered', body: { taskId: 't' } },
        ),
      ),
    ),
  ).toEqual(['spell 7', 'spell 6', 'spell 5', 'spell 3', 'spell 4,2', 'spell 8,1']);
});

describe('whatever is written', () => {
  const kind = fc.constantFrom(
    'timeline.noted',
    'role.assigned',
    'task.opened',
    'headquarters.proposed',
    'headquarters.set-up',
    'page.requested',
    'page.started',
    'page.attempted',
    'page.held',
    'page.escalated',
    'page.acknowledged',
    'page.exhausted',
    'page.stopped',
    'page.nobody-to-call',
    'notice.settled',
    'request.sent',
    'recovery.moved',
    'of-a-newer-house',
  );
  const line = fc.record({
    kind,
    after: fc.constantFrom(0, 500, 9_000, 11_000, 700_000),
    recordedAt: fc.constantFrom('x', 'y'),
    actor: fc.record({ kind: fc.constant('person'), id: fc.constantFrom('a', 'b') }),
    body: fc.record(
      {
        pageId: fc.constantFrom('p', 'q', 'r'),
        topic: fc.constantFrom('', 'role:a', 'role:b', 'task:c'),
        taskId: fc.constantFrom('t', 'u'),
        personId: fc.constantFrom('me', 'you'),
        step: fc.nat(3),
      },
      { requiredKeys: [] },
    ),
  });
  const record = fc.array(line, { maxLength: 60 }).map((lines) => written(...lines));

  test('nothing is lost and nothing stands twice', () => {
    fc.assert(
      fc.property(record, (lines) => {
        const rows = folded(lines);
        expect(rows.flatMap((row) => row.lines.map(({ seq }) => seq)).toSorted((a, b) => a - b)).toEqual(
          lines.map(({ seq }) => seq).toSorted((a, b) => a - b),
        );
        for (const row of rows) {
          expect(row.lines.map(({ seq }) => seq)).toEqual(
            row.lines.map(({ seq }) => seq).toSorted((a, b) => b - a),
          );
          if (row.as !== 'calls') continue;
          // Each line of the row is under one of its calls or loose, and the counts add up to the calls.
          expect(row.calls.reduce((n, call) => n + call.lines.length, row.loose.length)).toBe(
            row.lines.length,
          );
          const { answered, unanswered, ended } = countsOf(row.calls);
          expect(answered + unanswered + ended).toBe(row.calls.length);
        }
      }),
    );
  });

  test('one call is in one row', () => {
    fc.assert(
      fc.property(record, (lines) => {
        const at = new Map<unknown, Set<string>>();
        for (const row of folded(lines))
          for (const { kind: of, body } of row.lines)
            if (of.startsWith('page.') && body['pageId'])
              at.set(body['pageId'], (at.get(body['pageId']) ?? new Set()).add(row.key));
        for (const rows of at.values()) expect(rows.size).toBe(1);
      }),
    );
  });

  test('a line of a person is never among those of the house', () => {
    fc.assert(
      fc.property(record, (lines) => {
        for (const row of folded(lines))
          for (const { kind: of } of row.lines)
            expect(isMachinery(of)).toBe(row.as === 'calls' || row.as === 'spell');
      }),
    );
  });

  test('a line that comes in later moves no row, and keeps the names of those that stand', () => {
    fc.assert(
      fc.property(record, fc.nat(), (lines, cut) => {
        const known = new Set(lines.toReversed().slice(0, cut % (lines.length + 1)));
        const before = folded(lines.filter((each) => known.has(each)));
        const after = folded(lines).filter((row) => row.lines.some((each) => known.has(each)));
        expect(after.map(({ key }) => key.split(' ')[1])).toEqual(before.map(({ key }) => key.split(' ')[1]));
        expect(after.map((row) => row.lines.filter((each) => known.has(each)))).toEqual(
          before.map((row) => [...row.lines]),
        );
      }),
    );
  });
});
