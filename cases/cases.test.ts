import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../areas/learn/cases/read-case.ts';
import { findingsOf } from '../areas/learn/cases/rules.ts';
import { claimsOf } from '../areas/learn/cases/texts/rules.ts';
import { labelsOf, numbersOf } from '../report/figure/rules.ts';

const nine = fs
  .readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => ({ file, document: readCase(fs.readFileSync(new URL(file, import.meta.url), 'utf8')) }));

/**
 * Every statement of the source about the cases, by kind and count: A actors, S systems, B background, D detection,
 * E event, R response, K cause, P measure, L lesson, N number. All of them must be found in the case.
 */
const STATEMENTS = [
  { A: 1, S: 1, B: 4, D: 1, R: 8, N: 2, K: 1, P: 2, L: 3 },
  { A: 1, S: 1, B: 4, D: 1, R: 8, K: 4, P: 2, L: 3 },
  { A: 1, S: 1, B: 2, D: 1, E: 2, R: 7, K: 2, P: 2, L: 2 },
  { A: 1, S: 1, B: 4, D: 3, E: 3, R: 9, K: 2, P: 2, L: 3 },
  { A: 1, S: 1, B: 3, D: 2, E: 3, R: 6, K: 2, P: 2, L: 1 },
  { A: 1, S: 1, B: 2, D: 1, E: 2, R: 9, N: 6, K: 1, P: 2, L: 3 },
  { A: 1, S: 1, B: 5, D: 2, E: 2, R: 7, N: 3, K: 3, P: 4, L: 2 },
  { A: 1, S: 1, B: 1, D: 1, E: 3, R: 7, K: 2, P: 3, L: 2 },
  { A: 1, S: 1, B: 2, D: 2, E: 2, R: 9, N: 2, K: 2, P: 1, L: 3 },
] as const;
/** Events, responses, unnumbered relations and boxes of each figure; bullets of each summary; lessons. */
const FIGURES = [
  { events: 0, responses: 6, relations: 1, boxes: 15, summary: 3, lessons: 3 },
  { events: 0, responses: 5, relations: 1, boxes: 14, summary: 3, lessons: 3 },
  { events: 2, responses: 6, relations: 2, boxes: 15, summary: 3, lessons: 2 },
  { events: 3, responses: 9, relations: 2, boxes: 13, summary: 3, lessons: 3 },
  { events: 3, responses: 11, relations: 5, boxes: 16, summary: 3, lessons: 1 },
  { events: 2, responses: 7, relations: 0, boxes: 17, summary: 2, lessons: 3 },
  { events: 2, responses: 7, relations: 2, boxes: 15, summary: 3, lessons: 2 },
  { events: 3, responses: 9, relations: 2, boxes: 12, summary: 3, lessons: 2 },
  { events: 2, responses: 7, relations: 3, boxes: 13, summary: 4, lessons: 3 },
] as const;

const range = (to: number): number[] => Array.from({ length: to }, (_, i) => i + 1);

describe.each(nine.map((each, i) => ({ ...each, i })))('$file', ({ document, i }) => {
  test('nothing is left to mend', () => {
    expect(findingsOf(document)).toEqual([]);
  });

  test('every statement of the source is told by a claim or a lesson', () => {
    const wanted = Object.entries(STATEMENTS[i] ?? {}).flatMap(([kind, count]) =>
      range(count).map((n) => `C${i + 1}-${kind}${n}`),
    );
    const told = [...claimsOf(document), ...document.lessons].flatMap(({ covers }) => covers);
    expect(wanted.length).toBeGreaterThan(15);
    expect([...new Set(told)].sort()).toEqual(wanted.sort());
  });

  test('the figure has its events, responses, relations and boxes; the text its bullets and lessons', () => {
    const { figure } = document;
    expect({
      events: numbersOf(figure, 'event').length,
      responses: numbersOf(figure, 'response').length,
      relations: labelsOf(figure).filter(({ label }) => label.kind === 'relation').length,
      boxes: figure.boxes.length,
      summary: document.summary.length,
      lessons: document.lessons.length,
    }).toEqual(FIGURES[i]);
  });
});

test('nine cases in two groups, 22 lessons, and lone events without a number', () => {
  expect(nine.map(({ document }) => document.causeGroup)).toEqual([
    ...Array(5).fill('cyberAttack'),
    ...Array(4).fill('systemDefect'),
  ]);
  expect(nine.flatMap(({ document }) => document.lessons)).toHaveLength(22);
  for (const { document } of nine.slice(0, 2)) {
    const events = labelsOf(document.figure).filter(({ label }) => label.kind === 'event');
    expect(events.map(({ label }) => label.numbers)).toEqual([[]]);
  }
});

test('one number on two arrows, two numbers on one label (C0-M13)', () => {
  const seven = labelsOf((nine[6] as (typeof nine)[number]).document.figure);
  expect(seven.filter(({ label }) => label.kind === 'response' && label.numbers.includes(1))).toHaveLength(2);
  const eight = labelsOf((nine[7] as (typeof nine)[number]).document.figure);
  expect(eight.filter(({ label }) => label.numbers.join() === '3,8')).toHaveLength(2);
});

/** Boxes, lines and labels of each figure that the source does not state (C0-M18). */
const INFERRED = [1, 5, 3, 5, 4, 6, 1, 2, 1];

test('what the source does not state is inferred, and drawn so', () => {
  const counts = nine.map(
    ({ document: { figure } }) =>
      [...figure.boxes, ...figure.arrows, ...labelsOf(figure).map(({ label }) => label)].filter(
        ({ inferred }) => inferred,
      ).length,
  );
  expect(counts).toEqual(INFERRED);
});

test('what caused it is told before how it was noticed, in the order of the figure', () => {
  for (const { file, document } of nine) {
    const events = document.sections.detection.map(({ labels }) =>
      labels.flatMap((label) => (/^e\d+$/.test(label) ? Number(label.slice(1)) : [])),
    );
    const numbers = events.flat();
    expect(numbers, file).toEqual(numbers.toSorted((a, b) => a - b));
    if (numbers.length > 0) expect(events[0], file).not.toEqual([]);
  }
});

test('the police of every prefecture is meant', () => {
  for (const { document } of nine) expect(JSON.stringify(document)).not.toMatch(/(?<!都道府)県警/);
});
