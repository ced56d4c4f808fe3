import { describe, expect, test } from 'vitest';
import { generatedFigure } from './generated.ts';
import { isLabelOf, numberingFaults, structureFaults } from './rules.ts';
import { type FigureData, figureData } from './schema.ts';

const text = { ja: '検知', en: 'Noticed' };
const box = (id: string, more: object = {}) => ({ id, kind: 'system', name: { ja: id, en: id }, ...more });
const figure = (boxes: object[], arrows: object[] = []): FigureData => figureData.parse({ boxes, arrows });
const paths = (faults: readonly { path: string }[]): string[] => faults.map(({ path }) => path);

describe('what cannot be drawn is named', () => {
  test('an arrow to a party that is not there', () => {
    expect(paths(structureFaults(figure([box('a')], [{ from: 'a', to: 'nobody' }])))).toEqual([
      'arrows.0.to',
    ]);
  });

  test('a box that contains itself by a detour', () => {
    const circle = figure([box('a', { in: 'c' }), box('b', { in: 'a' }), box('c', { in: 'b' })]);
    expect(paths(structureFaults(circle))).toEqual(['boxes.0.in', 'boxes.1.in', 'boxes.2.in']);
  });

  test('two boxes of one name, an unknown container, an arrow into its own container', () => {
    expect(paths(structureFaults(figure([box('a'), box('a')])))).toEqual(['boxes.1.id']);
    expect(paths(structureFaults(figure([box('a', { in: 'x' })])))).toEqual(['boxes.0.in']);
    const nested = figure([box('a'), box('b', { in: 'a' })], [{ from: 'b', to: 'a' }]);
    expect(paths(structureFaults(nested))).toEqual(['arrows.0.to']);
  });

  test('a background that carries a number', () => {
    const numbered = figure([box('a', { labels: [{ kind: 'background', numbers: [1], text }] })]);
    expect(paths(structureFaults(numbered))).toEqual(['boxes.0.labels.0.numbers']);
  });

  test('a label without text is refused by the shape itself', () => {
    const empty = { boxes: [box('a', { labels: [{ kind: 'event', text: { ja: '  ', en: 'x' } }] })] };
    expect(figureData.safeParse(empty).success).toBe(false);
  });

  test('generated figures are drawable', () => {
    for (let seed = 1; seed <= 200; seed++) expect(structureFaults(generatedFigure(seed))).toEqual([]);
  });
});

describe('numbering (C0-M13)', () => {
  const labels = (...all: [string, number[]][]) =>
    figure([box('a', { labels: all.map(([kind, numbers]) => ({ kind, numbers, text })) })]);

  test('a lone event may go without its number', () => {
    expect(numberingFaults(labels(['event', []], ['response', [1]]))).toEqual([]);
  });

  test('a series starts at one and has no gap; one label may carry several numbers, one number sit on several', () => {
    expect(numberingFaults(labels(['response', [1, 3]], ['response', [2]], ['response', [2]]))).toEqual([]);
    expect(numberingFaults(labels(['response', [2]], ['response', [4]]))).toHaveLength(2);
  });

  test('of several events none may lack its number', () => {
    expect(numberingFaults(labels(['event', [1]], ['event', []]))).toHaveLength(1);
  });
});

test('labels are named by series and number, or by their own id', () => {
  const label = figure([box('a', { labels: [{ id: 'lone', kind: 'response', numbers: [3, 8], text }] })])
    .boxes[0]?.labels[0];
  if (!label) throw new Error('no label');
  expect(isLabelOf(label, 'r8')).toBe(true);
  expect(isLabelOf(label, 'lone')).toBe(true);
  expect(isLabelOf(label, 'e3')).toBe(false);
});
