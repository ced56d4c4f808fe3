import { describe, expect, test } from 'vitest';
import { drawSvg } from './draw.ts';
import type { Point } from './geometry.ts';
import { INFERRED, signPlace } from './inferred.ts';
import { inferredOf } from './rules.ts';
import { figureData } from './schema.ts';
import { solve } from './solve.ts';

const box = (id: string, more: object = {}) => ({
  id,
  kind: 'system',
  name: { ja: `箱${id}`, en: `Box ${id}` },
  ...more,
});
const label = (n: number, more: object = {}) => ({
  kind: 'response',
  numbers: [n],
  text: { ja: `対応${n}`, en: `Action ${n}` },
  ...more,
});
const stated = figureData.parse({
  boxes: [box('a'), box('b'), box('c')],
  arrows: [
    { from: 'a', to: 'b', labels: [label(1)] },
    { from: 'b', to: 'c', ways: 'none', nature: 'link' },
  ],
});
const signsIn = (svg: string): number => svg.split(INFERRED).length - 1;
const drawn = (figure: typeof stated, language: 'ja' | 'en') =>
  solve(figure, language).map(({ sheet, quality }) => ({
    svg: drawSvg(sheet, 'f'),
    hard: quality.hardTotal,
  }));

describe('what no source states', () => {
  test.each(['ja', 'en'] as const)('bears a sign in %s, and the key says what it means', (language) => {
    const figure = structuredClone(stated);
    Object.assign(figure.boxes[0] ?? {}, { inferred: true });
    Object.assign(figure.arrows[0]?.labels[0] ?? {}, { inferred: true });
    Object.assign(figure.arrows[1] ?? {}, { inferred: true });
    const [one] = drawn(figure, language);
    expect(one?.hard).toBe(0);
    // Box, label, line and key.
    expect(signsIn(one?.svg ?? '')).toBe(4);
    expect(one?.svg).toContain(language === 'ja' ? '資料に明記なし（推定）' : 'inferred, not stated');
    expect(inferredOf(figure, language)).toContain(
      language === 'ja' ? '箱a、対処1、箱b–箱c' : 'Box a; Response 1; Box b–Box c',
    );
  });

  test('where all is stated there is no sign and no word of it', () => {
    for (const language of ['ja', 'en'] as const) {
      expect(signsIn(drawn(stated, language)[0]?.svg ?? INFERRED)).toBe(0);
      expect(inferredOf(stated, language)).toBeUndefined();
    }
  });

  test('a line beside a stated one of the same ends stays a line of its own', () => {
    const figure = figureData.parse({
      boxes: [box('a'), box('b')],
      arrows: [
        { from: 'a', to: 'b', labels: [label(1)] },
        { from: 'a', to: 'b', labels: [label(2)], inferred: true },
      ],
    });
    const [one] = solve(figure, 'ja');
    expect(one?.sheet.model.arrows.map(({ inferred }) => inferred)).toEqual([false, true]);
  });
});

test('a label in doubt shows its grade on the figure', () => {
  const figure = structuredClone(stated);
  Object.assign(figure.arrows[0]?.labels[0]?.text ?? {}, { hedges: [{ id: 'h1', certainty: 'presumed' }] });
  expect(drawn(figure, 'ja')[0]?.svg).toContain('［推定］');
  expect(drawn(figure, 'en')[0]?.svg.replace(/<[^>]*>/g, ' ')).toMatch(/\[presumed\]/);
});

test('the sign stands on what is the line’s own, beside its label', () => {
  const path: Point[] = [
    [0, 0],
    [100, 0],
    [100, 40],
  ];
  expect(signPlace(path, [], [])?.[1]).toBe(0);
  expect(signPlace(path, [{ x: 20, y: -5, w: 79, h: 10 }], [])).toEqual([100, expect.any(Number)]);
  const branch = signPlace(
    path,
    [],
    [
      [
        [0, 0],
        [100, 0],
        [140, 0],
      ],
    ],
  );
  expect(branch?.[0]).toBe(100);
  expect(branch?.[1]).toBeGreaterThan(4);
  const short: Point[] = [
    [0, 0],
    [60, 0],
  ];
  const beside = signPlace(short, [{ x: 0, y: -5, w: 30, h: 10 }], []);
  expect(60 - (beside?.[0] ?? 60)).toBeGreaterThanOrEqual(13);
  const tight = signPlace(short, [{ x: 0, y: -5, w: 48, h: 10 }], []);
  expect(tight?.[0]).toBeGreaterThan(48);
  expect(signPlace([[0, 0]], [], [])).toBeUndefined();
});
