import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCase } from '../read-case.ts';
import { type CaseDocument, CLAIM_SECTIONS } from '../schema.ts';
import { differencesBetween } from './rules.ts';

const blip = readCase(
  fs.readFileSync(new URL('../../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);
const changed = (change: (document: CaseDocument) => void): CaseDocument => {
  const document = structuredClone(blip);
  change(document);
  return document;
};
const told = (change: (document: CaseDocument) => void) =>
  differencesBetween(blip, changed(change)).map(({ part, kind, before, after }) => [
    part,
    kind,
    before?.ja ?? null,
    after?.ja ?? null,
  ]);
const [first, second] = blip.sections.response;
if (!first || !second) throw new Error('the case has no response');

test('a text that was written anew stands beside what it was', () => {
  expect(
    told(({ title, sections }) => {
      title.ja = '別の題';
      const claim = sections.response[0];
      if (claim) claim.text = { ja: '遮断した', en: 'Cut off', hedges: [] };
    }),
  ).toEqual([
    ['title', 'changed', blip.title.ja, '別の題'],
    ['sections.response', 'changed', first.text.ja, '遮断した'],
  ]);
});

test('what came, what went and what only stands elsewhere are told apart', () => {
  expect(
    told(({ sections }) => {
      sections.response.push({ ...first, id: 'new-one', text: { ja: '追記', en: 'Added', hedges: [] } });
    }),
  ).toEqual([['sections.response', 'added', null, '追記']]);
  expect(told(({ sections }) => void sections.response.shift())).toEqual([
    ['sections.response', 'removed', first.text.ja, null],
  ]);
  expect(
    told(({ sections }) => {
      sections.response.push(...sections.response.splice(0, 1));
    }),
  ).toEqual([['sections.response', 'moved', first.text.ja, first.text.ja]]);
  expect(
    told(({ sections }) => {
      sections.measures.unshift(...sections.response.splice(0, 1));
    }),
  ).toEqual([['sections.measures', 'moved', first.text.ja, first.text.ja]]);
});

test('what is known of a claim besides its words, and the figure, have differences too', () => {
  expect(
    told(({ sections, figure }) => {
      const claim = sections.response[1];
      if (claim) claim.outcome = 'none';
      const box = figure.boxes.at(-1);
      if (box) box.name = { ja: '改名', en: 'Renamed' };
      figure.arrows.pop();
    }).map(([part, kind]) => [part, kind]),
  ).toEqual(
    expect.arrayContaining([
      ['sections.response', 'changed'],
      ['figure', 'changed'],
      ['figure', 'removed'],
    ]),
  );
});

test('a bullet that is reworded is the same bullet, and one that is added or gone is not', () => {
  const [was, other] = blip.summary;
  if (!was || !other) throw new Error('the case has two bullets');
  const both = { ja: '全く別の文', en: 'Other words altogether', hedges: [] };
  expect(told(({ summary }) => void summary.splice(0, 1, both))).toEqual([
    ['summary', 'changed', was.ja, '全く別の文'],
  ]);
  // In one language, and beside a new one.
  expect(
    told(({ summary }) => {
      summary[0] = { ...was, ja: '書き直した文', hedges: [] };
      summary.push(both);
    }).map(([, kind, , after]) => [kind, after]),
  ).toEqual([
    ['changed', '書き直した文'],
    ['added', '全く別の文'],
  ]);
  expect(told(({ summary }) => void summary.splice(0, 1))).toEqual([['summary', 'removed', was.ja, null]]);
  expect(told(({ summary }) => void summary.splice(0, 2, other, was)).map(([, kind]) => kind)).toEqual([
    'moved',
  ]);
});

const anyCase = fc.record({ drop: fc.nat(40), turn: fc.nat(40) }).map(({ drop, turn }) =>
  changed(({ sections, figure }) => {
    for (const section of CLAIM_SECTIONS) {
      const list = sections[section];
      list.push(...list.splice(0, turn % (list.length + 1)));
      list.splice(drop % (list.length + 1), 1);
    }
    figure.arrows.splice(drop % (figure.arrows.length + 1), 1);
  }),
);

test('a version differs from itself in nothing, and what one way adds the other removes', () => {
  fc.assert(
    fc.property(anyCase, anyCase, (one, other) => {
      expect(differencesBetween(one, one)).toEqual([]);
      const count = (from: CaseDocument, to: CaseDocument, kind: string) =>
        differencesBetween(from, to).filter((each) => each.kind === kind).length;
      expect(count(one, other, 'added')).toBe(count(other, one, 'removed'));
      expect(count(one, other, 'moved')).toBe(count(other, one, 'moved'));
    }),
  );
});
