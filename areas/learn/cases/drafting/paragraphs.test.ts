import { expect, test } from 'vitest';
import type { CaseDocument, ClaimSection } from '../schema.ts';
import { sectionsOf } from './paragraphs.ts';
import type { Told, Topic } from './schema.ts';

const START = Temporal.Instant.from('2026-03-01T00:00:00Z');
const BASES = { zone: 'Asia/Tokyo', noticed: { at: START, precision: 'minute' }, occurred: undefined };
const TOPIC: Readonly<Record<ClaimSection, Topic>> = {
  background: 'setting',
  detection: 'event',
  response: 'work',
  cause: 'hypothesis',
  measures: 'fix',
};
const OPEN = { number: 7, restricted: false, lines: [], isWithheld: () => false };

/** Sentences that are each a claim of their own: marked, judged, doubted or settled. */
const own = (section: ClaimSection, n: number): Told[] =>
  Array.from({ length: n }, (_, i) => ({
    topic: TOPIC[section],
    when: { at: START.add({ minutes: i }), precision: 'minute' },
    text: { ja: `事柄${i}`, en: `matter ${i}` },
    seqs: [10 + i],
    own: true,
  }));

/** How many lines are told, and how many more are counted. */
const toldIn = (claims: CaseDocument['sections'][ClaimSection]) => ({
  told: claims.filter(({ text }) => text.ja.includes('事柄')).length,
  counted: claims
    .flatMap(({ text }) => /このほか、記録([\d,]+)件がある/.exec(text.ja)?.[1] ?? [])
    .map((n) => Number(n.replace(',', ''))),
});

test.each(Object.keys(TOPIC) as ClaimSection[])(
  'however many claims of their own stand in %s, the section ends and counts what it cannot hold',
  (section) => {
    for (const n of [40, 41, 100, 2_000]) {
      const found = toldIn(sectionsOf(own(section, n), BASES, OPEN).sections[section]);
      expect(found).toEqual(n === 40 ? { told: 40, counted: [] } : { told: 39, counted: [n - 39] });
    }
  },
);

test('a line that is told in several pieces is counted once', () => {
  const twice = own('response', 60).flatMap((told) => [told, told]);
  const { told, counted } = toldIn(sectionsOf(twice, BASES, OPEN).sections.response);
  expect([told, counted]).toEqual([38, [41]]);
});
