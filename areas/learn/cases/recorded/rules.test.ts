import fs from 'node:fs';
import { expect, test } from 'vitest';
import { readCase } from '../read-case.ts';
import type { CaseDocument } from '../schema.ts';
import { unsaidOf } from './rules.ts';

const base = readCase(
  fs.readFileSync(new URL('../../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);
const [first, second, third] = base.sections.response;
const drafted = (sources: readonly (string | undefined)[]): CaseDocument => ({
  ...base,
  sections: {
    background: [],
    detection: [],
    cause: [],
    measures: [],
    response: [first, second, third].flatMap((claim, i) => {
      const source = sources[i];
      return claim && source ? [{ ...claim, id: `r${i + 1}`, source }] : [];
    }),
  },
});

test('what a claim stands for is said, however it is worded, split or joined; the rest is not', () => {
  const draft = drafted(['#7: 3', '#7: 4–5', '#7: 6']);
  const rewritten = (source: string): CaseDocument => ({
    ...draft,
    sections: {
      ...draft.sections,
      response: draft.sections.response
        .slice(0, 1)
        .map((claim) => ({ ...claim, text: { ja: '別の文', en: '' }, source })),
    },
  });
  const ids = (document: CaseDocument) =>
    unsaidOf(document, draft).map(({ section, claim }) => `${section} ${claim.id}`);
  expect(ids(draft)).toEqual([]);
  expect(ids(rewritten('#7: 3'))).toEqual(['response r2', 'response r3']);
  expect(ids(rewritten('#7: 3; #7: 4–5'))).toEqual(['response r3']);
  // Other lines beside them are another matter.
  expect(ids(rewritten('#7: 3–4'))).toEqual(['response r1', 'response r2', 'response r3']);
  // The same lines of another incident are other lines.
  expect(ids(rewritten('#8: 3–6'))).toEqual(['response r1', 'response r2', 'response r3']);
  expect(
    ids({
      ...draft,
      sections: {
        ...draft.sections,
        response: draft.sections.response.map(({ source: _, ...rest }) => rest),
      },
    }),
  ).toEqual([]);
});

test('a line entered later is offered by itself, not the whole paragraph it was put to', () => {
  const lines = (had: string, drawn: string): (string | undefined)[] => {
    const draft = drafted([drawn]);
    const [claim] = draft.sections.response;
    const response = claim ? [{ ...claim, text: { ja: '別の文', en: '' }, source: had }] : [];
    const document = { ...draft, sections: { ...draft.sections, response } };
    return unsaidOf(document, draft).map((each) => each.lines);
  };
  expect(lines('#1: 5–8', '#1: 5–9')).toEqual(['#1: 9']);
  expect(lines('#1: 5–8, 11', '#1: 4–8, 10–13')).toEqual(['#1: 4, 10, 12–13']);
  expect(lines('聞き取り; #1: 5–9', '#1: 5–8')).toEqual([]);
  expect(lines('#1: 5, 7', '#1: 5–7')).toEqual(['#1: 6']);
  // The course of events names a line of each; what else was made of that line is not told by it.
  expect(lines('#1: 1, 9, 14', '#1: 9')).toEqual(['#1: 9']);
  // Only the first, the last and how many: which of them, it does not say.
  expect(lines('#1: 5–90 (40)', '#1: 6')).toEqual(['#1: 6']);
  expect(lines('#1: 5–90 (40)', '#1: 5–91 (41)')).toEqual(['#1: 91']);
  // What is no line of a record is compared as it is written.
  expect(lines('聞き取り', '聞き取り')).toEqual([]);
  expect(lines('聞き取り1', '聞き取り')).toEqual(['聞き取り']);
});
