import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersByPerson, assumedTimes, measuredTimes } from './answer-times.ts';
import { hear } from './hear-worker.ts';
import { QUANTILES, quantile, type Simulation, simulateHour, without } from './simulate.ts';

const always = (minutes: number) => new Float64Array(QUANTILES).fill(minutes);
const NEVER = Number.POSITIVE_INFINITY;
/** People who answer in so many minutes each, the same every time. */
const world = (minutes: readonly number[], calls: readonly (number | number[])[], roles: number[][], over: Partial<Simulation> = {}): Simulation => ({
  people: minutes.length,
  answers: minutes.map(always),
  hours: [{ calls: calls.map((each) => [each].flat()), needed: 1, roles, answersOf: Int32Array.from(minutes, (_, i) => i) }],
  waitMinutes: 5,
  capMinutes: 240,
  runs: 50,
  seed: 7,
  ...over,
}); // biome-ignore format: a world at one look
const timeOf = (simulation: Simulation) => quantile(simulateHour(simulation, 0), 0.5);

describe('when everybody always takes the same time', () => {
  test.each([
    ['the first answers', [1, 3], [0], [[1]], 1 + 3],
    ['nobody answers at first: the second is asked after the wait', [NEVER, 3, 2], [0, 1], [[2]], 5 + 3 + 2],
    ['a slow first is overtaken by the second', [9, 1, 2], [0, 1], [[2]], 5 + 1 + 2],
    ['who convened is there already', [1, 4], [0], [[0], [1]], 1 + 4],
    ['the slowest role decides', [1, 4, 30], [0], [[1], [2]], 1 + 30],
    ['a role that does not answer falls to its deputy', [1, NEVER, 2], [0], [[1, 2]], 1 + 5 + 2],
    ['a role nobody can take is never filled', [1], [0], [[]], NEVER],
    ['nobody to call', [1], [], [[0]], NEVER],
    ['nobody answers', [NEVER, NEVER], [0], [[1]], NEVER],
    ['no role needed', [2], [0], [], 2],
  ] as const)('%s', (_, minutes, calls, roles, wanted) => {
    expect(
      timeOf(
        world(
          minutes,
          [...calls],
          roles.map((chain) => [...chain]),
        ),
      ),
    ).toBe(wanted);
  });

  test('as many as are wanted have to answer, and administrators are asked together at last', () => {
    const two = world([1, 4, 2, NEVER, 6], [[0, 1], 2, [3, 4]], []);
    const needing = (needed: number) =>
      timeOf({ ...two, hours: two.hours.map((hour) => ({ ...hour, needed })) });
    expect([1, 2, 3, 4].map(needing)).toEqual([1, 4, 5 + 2, 10 + 6]);
  });

  test('after the last of a chain the first is asked again', () => {
    const half = new Float64Array(QUANTILES).map((_, i) => (i % 2 === 0 ? 1 : NEVER));
    const simulation = { ...world([0], [0], []), answers: [half], runs: 4_000 };
    const times = simulateHour(simulation, 0);
    expect(times[0]).toBe(1);
    expect(new Set([...times].map((time) => (time === NEVER ? -1 : time % 5)))).toEqual(new Set([1, -1]));
    const share = (minutes: number) => [...times].filter((time) => time <= minutes).length / times.length;
    // A wait of five minutes and a pause of ten between rounds, four rounds in all, as a page does.
    expect(share(15)).toBeCloseTo(0.5, 1);
    expect(share(16)).toBeCloseTo(0.75, 1);
    expect(share(31)).toBeCloseTo(0.875, 1);
    expect(share(240)).toBe(share(46));
  });
});

test('the same seed gives the same minutes, another seed others', () => {
  const simulation = {
    ...world([0, 0], [0], [[1]]),
    answers: [assumedTimes('night'), assumedTimes('night')],
  };
  expect(simulateHour(simulation, 0)).toEqual(simulateHour(simulation, 0));
  expect(simulateHour({ ...simulation, seed: 8 }, 0)).not.toEqual(simulateHour(simulation, 0));
});

test('without a person it is never quicker, and against a single exponential it agrees with the formula', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), fc.nat(1_000), (person, seed) => {
      const simulation: Simulation = {
        ...world(
          [0, 0, 0, 0],
          [0, 1],
          [
            [2, 3],
            [1, 2],
          ],
        ),
        answers: [always(2), always(3), always(4), always(9)],
        seed,
      };
      expect(timeOf(without(simulation, person))).toBeGreaterThanOrEqual(timeOf(simulation));
    }),
  );
  const one = { ...world([0], [0], [], { runs: 20_000, waitMinutes: 60 }), answers: [assumedTimes('day')] };
  // Median of those asked: 0.5 of all answer by −ln(1 − 0.5 / 0.95) · 2 / ln 2 minutes.
  expect(timeOf(one)).toBeCloseTo((-Math.log(1 - 0.5 / 0.95) * 2) / Math.LN2, 1);
});

describe('answer times', () => {
  const at = (minute: number) => Temporal.Instant.from('2026-11-24T00:00:00Z').add({ minutes: minute });
  const line = (kind: string, minute: number, body: object) => ({
    kind: `page.${kind}`,
    at: at(minute),
    body: body as Record<string, unknown>,
  });
  test('are from being asked to answering; the next being asked is no answer, another being quicker says nothing', () => {
    expect(
      answersByPerson([
        line('attempted', 0, { pageId: 'p', personId: 'a' }),
        line('escalated', 5, { pageId: 'p', step: 1 }),
        line('attempted', 5, { pageId: 'p', personId: 'b' }),
        line('attempted', 5, { pageId: 'p', personId: 'c' }),
        line('acknowledged', 7, { pageId: 'p', personId: 'b' }),
        line('attempted', 10, { pageId: 'q', personId: 'c' }),
        line('acknowledged', 12, { pageId: 'q', personId: 'somebody' }),
      ]),
    ).toEqual(
      new Map([
        ['a', [NEVER]],
        ['b', [2]],
      ]),
    );
  });
  test('too few say nothing; enough are drawn as often as they were seen', () => {
    expect(measuredTimes([1, 2])).toBeUndefined();
    const times = measuredTimes([1, 1, 1, 1, 1, 1, NEVER, NEVER]) ?? new Float64Array();
    expect([...times].filter((minutes) => minutes === NEVER)).toHaveLength(QUANTILES / 4);
    expect([...assumedTimes('night')].filter((minutes) => minutes === NEVER).length / QUANTILES).toBeCloseTo(
      0.2,
      2,
    );
  });
});

describe('a thread that has ended', () => {
  test('had said its result, although a step of progress is still being written', async () => {
    const worker = new EventEmitter();
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const { outcome } = hear(worker, () => promise);
    const result = { targetMinutes: 10 };
    worker.emit('message', { done: 1 });
    worker.emit('message', { result });
    worker.emit('exit');
    resolve(true);
    expect(await outcome).toBe(result);
  });

  test('without a result failed, and so does one whose progress cannot be written; who is not wanted any more ends', async () => {
    const [silent, unwritten, unwanted] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
    const outcomes = [
      hear(silent, async () => true).outcome,
      hear(unwritten, () => Promise.reject(new Error('no disk'))).outcome,
      hear(unwanted, async () => false).outcome,
    ];
    for (const each of [silent, unwritten, unwanted]) {
      each.emit('message', { done: 1 });
      each.emit('exit');
    }
    await expect(outcomes[0]).rejects.toThrow('ended without a result');
    await expect(outcomes[1]).rejects.toThrow('no disk');
    expect(await outcomes[2]).toBeUndefined();
  });
});
