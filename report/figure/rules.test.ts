import { describe, expect, test } from 'vitest';
import { generatedFigure } from './generated.ts';
import { figureRemarks, isLabelOf, numberingFaults, silentBoxes, structureFaults } from './rules.ts';
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

describe('what can be drawn but says nothing', () => {
  const office = [box('op', { kind: 'operator' }), box('a', { in: 'op' }), box('b', { in: 'op' })];
  const told = { kind: 'response', numbers: [1], text };

  test('a box that nothing joins, labels, owns or repeats is named; each of these is enough', () => {
    const joined = [{ from: 'a', to: 'b' }];
    expect(silentBoxes(figure(office))).toEqual(['op', 'a', 'b']);
    expect(silentBoxes(figure(office, joined))).toEqual([]);
    expect(silentBoxes(figure([...office, box('c', { in: 'op' })], joined))).toEqual(['c']);
    expect(silentBoxes(figure([...office, box('c', { in: 'op', labels: [told] })], joined))).toEqual([]);
    expect(silentBoxes(figure([...office, box('c', { in: 'op', state: 'failed' })], joined))).toEqual([]);
    expect(silentBoxes(figure([...office, box('c', { in: 'a' })], joined))).toEqual([]);
    const row = (id: string, ja: string) => box(id, { in: 'op', name: { ja, en: id } });
    const rows = [...office, row('s1', '拠点1'), row('s2', '拠点２'), row('s3', '倉庫')];
    expect(silentBoxes(figure(rows, [...joined, { from: 'a', to: 's1' }]))).toEqual(['s3']);
  });

  test('boxes that hold each other in a circle are looked at once, whether they say something or not', () => {
    const circle = [box('a', { in: 'c' }), box('b', { in: 'a' }), box('c', { in: 'b' })];
    expect(figureRemarks(figure(circle))).toEqual([]);
    expect(figureRemarks(figure([...circle, box('d')], [{ from: 'a', to: 'd' }]))).toEqual([]);
  });

  test('an event or a background on the line of an act is named; a report may tell of an event', () => {
    const natures = (nature: string, kind: string) =>
      paths(figureRemarks(figure(office, [{ from: 'a', to: 'b', nature, labels: [{ kind, text }] }])));
    expect(natures('act', 'event')).toEqual(['arrows.0.nature']);
    expect(natures('report', 'background')).toEqual(['arrows.0.nature']);
    for (const nature of ['attack', 'knockOn', 'report', 'use']) expect(natures(nature, 'event')).toEqual([]);
    expect(natures('act', 'response')).toEqual([]);
  });
});
