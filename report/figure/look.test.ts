import { describe, expect, test } from 'vitest';
import { ARROW_LOOK, BOX_LOOK, LABEL_PAINT, STATE_LOOK } from './look.ts';

/** Relative luminance of `#rrggbb` (WCAG 2.2): what is left of a colour in grey. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (one: string, other: string): number => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

describe('a figure printed in grey', () => {
  test('words stay readable on what they stand on, at the contrast asked of small type', () => {
    for (const [kind, { ink, fill }] of Object.entries(LABEL_PAINT))
      expect(`${kind} ${contrast(ink, fill) >= 4.5}`).toBe(`${kind} true`);
    for (const [kind, { ink, fill }] of Object.entries(BOX_LOOK))
      expect(`${kind} ${contrast(ink, fill) >= 3}`).toBe(`${kind} true`);
  });

  test('no two natures of arrows are told apart by colour alone', () => {
    const looks = Object.values(ARROW_LOOK);
    expect(new Set(looks.map(({ width, dash }) => `${width} ${dash}`)).size).toBe(looks.length);
    for (const { ink } of looks) expect(contrast(ink, '#ffffff')).toBeGreaterThanOrEqual(3);
  });

  test('each state of a box has a sign of its own, to be read on its ground', () => {
    const looks = Object.values(STATE_LOOK);
    expect(new Set(looks.map(({ icon }) => icon)).size).toBe(looks.length);
    for (const { ink, fill } of looks) expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
  });

  test('two kinds of boxes in different colours differ in icon, line or dashes too', () => {
    const looks = Object.entries(BOX_LOOK);
    for (const [kind, one] of looks)
      for (const [other, two] of looks) {
        if (one.ink === two.ink && one.fill === two.fill) continue;
        const cue = (look: typeof one) => `${look.icon} ${look.width} ${look.dash}`;
        expect(`${kind} ${cue(one)}`).not.toBe(`${kind} ${cue(two)}`);
        expect(other).not.toBe(kind);
      }
  });
});
