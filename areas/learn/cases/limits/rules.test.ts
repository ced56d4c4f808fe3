import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MOST_HEDGES } from '../../../../kernel/certainty.ts';
import { figureData } from '../../../../report/figure/schema.ts';
import { withArrow } from '../figures/rules.ts';
import { NEW_ESTIMATE, NEW_TIME } from '../life/rules.ts';
import { added, emptyClaim, leadsNowhere, moved, placed } from '../prose/rules.ts';
import { readCase } from '../read-case.ts';
import { type CaseDocument, caseDocument, claim, lesson } from '../schema.ts';
import { LONGEST, longestIn, MOST, overlong } from './rules.ts';

const base = readCase(
  fs.readFileSync(new URL('../../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);
const list = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));
const filled = (n: number): CaseDocument =>
  list(n, (i) => `n${i}`).reduce<CaseDocument>((now, id) => added(now, 'cause', id), {
    ...base,
    sections: { ...base.sections, cause: [] },
  });

describe('what the editor holds to is what is stored', () => {
  const takes = (of: object): boolean => claim.safeParse({ ...emptyClaim('x1'), ...of }).success;
  test.each<[string, number, (n: number) => object]>([
    ['times', MOST.times, (n) => ({ times: list(n, () => NEW_TIME) })],
    ['estimates', MOST.estimates, (n) => ({ estimates: list(n, () => NEW_ESTIMATE) })],
    ['labels', MOST.labels, (n) => ({ labels: list(n, (i) => `r${i + 1}`) })],
    [
      'doubts',
      MOST_HEDGES,
      (n) => ({ text: { ja: '', en: '', hedges: list(n, (i) => ({ id: `h${i}`, certainty: 'likely' })) } }),
    ],
    ['Japanese letters', longestIn('ja', LONGEST.claim), (n) => ({ text: { ja: 'あ'.repeat(n), en: '' } })],
    ['English letters', longestIn('en', LONGEST.claim), (n) => ({ text: { ja: '', en: 'a'.repeat(n) } })],
  ])('%s: as many as there may be, and not one more', (_, most, of) => {
    expect([takes(of(most)), takes(of(most + 1))]).toEqual([true, false]);
  });

  test('boxes, arrows and labels of a figure', () => {
    const box = (id: string) => ({ id, kind: 'department', name: { ja: id, en: id } });
    const label = { kind: 'relation', text: { ja: 'あ', en: 'a' } };
    const takes = (boxes: number, arrows: number, labels: number): boolean =>
      figureData.safeParse({
        boxes: list(boxes, (i) => ({ ...box(`b${i}`), labels: list(i === 0 ? labels : 0, () => label) })),
        arrows: list(arrows, () => ({ from: 'b0', to: 'b1', labels: list(labels, () => label) })),
      }).success;
    const { boxes, arrows, labelsOfOne } = MOST;
    expect(takes(boxes, arrows, labelsOfOne)).toBe(true);
    expect([takes(boxes + 1, 1, 1), takes(2, arrows + 1, 1), takes(2, 1, labelsOfOne + 1)]).toEqual([
      false,
      false,
      false,
    ]);
    const drawn = (n: number) =>
      figureData.parse({
        boxes: list(3, (i) => box(`b${i}`)),
        arrows: list(n, () => ({ from: 'b0', to: 'b1' })),
      });
    expect(withArrow(drawn(arrows - 1), 'b0', 'b2').arrows).toHaveLength(arrows);
    expect(withArrow(drawn(arrows), 'b0', 'b2').arrows).toHaveLength(arrows);
  });

  test('claims of a section, and texts of a lesson', () => {
    const full = filled(MOST.claims);
    expect(caseDocument.safeParse(full).success).toBe(true);
    expect(added(full, 'cause', 'x1')).toBe(full);
    const [first] = base.lessons;
    const told = (n: number) => lesson.safeParse({ ...first, body: { ja: 'あ'.repeat(n), en: '' } }).success;
    expect([told(LONGEST.lesson), told(LONGEST.lesson + 1)]).toEqual([true, false]);
  });

  test('a text says by how much it is too long, in the language it is', () => {
    expect(overlong({ ja: 'あ'.repeat(601), en: 'a'.repeat(1_200) }, LONGEST.claim)).toEqual({
      ja: { now: 601, n: 600 },
    });
    expect(overlong({ ja: `${'あ'.repeat(600)} `, en: 'a'.repeat(1_201) }, LONGEST.claim)).toEqual({
      en: { now: 1_201, n: 1_200 },
    });
  });
});

test('a claim that does not move for want of room is told from one at the end', () => {
  const full = filled(MOST.claims);
  const last = full.sections.response.at(-1)?.id ?? '';
  expect(moved(full, last, 1)).toBe(full);
  expect(leadsNowhere(full, last, 1)).toBe('full');
  expect(placed(full, last, 'cause')).toBe(full);
  const end = full.sections.measures.at(-1)?.id ?? '';
  expect(leadsNowhere(full, end, 1)).toBe('end');
  expect(leadsNowhere(full, last, -1)).toBeUndefined();
  expect(leadsNowhere(base, last, 1)).toBeUndefined();
});
