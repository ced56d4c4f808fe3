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
