import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { labelsOf } from '../../../report/figure/rules.ts';
import { readCase } from '../../learn/cases/read-case.ts';
import { type CaseDocument, caseDocument } from '../../learn/cases/schema.ts';
import { textsOf } from '../../learn/cases/texts/rules.ts';
import { hashOfEdition, renderedParts } from './hash.ts';

const folder = new URL('../../../cases/', import.meta.url);
const cases = fs
  .readdirSync(folder)
  .filter((file) => /^\d.*\.yaml$/.test(file))
  .map((file) => readCase(fs.readFileSync(new URL(file, folder), 'utf8')));

const changed = (document: CaseDocument, change: (copy: CaseDocument) => void): CaseDocument => {
  const copy = structuredClone(document);
  change(copy);
  return copy;
};
const differing = (one: CaseDocument, other: CaseDocument): string[] => {
  const before = new Map(renderedParts(one).map(({ id, hash }) => [id, hash]));
  return renderedParts(other).flatMap(({ id, hash }) => (before.get(id) === hash ? [] : [id]));
};
/** The text at a path, to be changed. */
function at(document: CaseDocument, path: string): { ja: string; en: string } {
  let here: unknown = document;
  for (const key of path.split('.')) here = (here as Record<string, unknown>)[key];
  const found = here as { ja: string; en: string; text?: { ja: string; en: string } };
  return found.text ?? found;
}

describe.each(cases.map((each) => [each.id, each] as const))('of %s', (_, document) => {
  test('a comma in any text of either language makes another edition, and is known by its part', () => {
    for (const { path } of textsOf(document))
      for (const language of ['ja', 'en'] as const) {
        const other = changed(document, (copy) => {
          at(copy, path)[language] += ',';
        });
        expect([path, hashOfEdition(other)]).not.toEqual([path, hashOfEdition(document)]);
        expect([path, differing(document, other).length > 0]).toEqual([path, true]);
      }
  });

  test('workings that nobody prints make none', () => {
    const other = changed(document, (copy) => {
      copy.questions = [{ ja: '確認', en: 'To be confirmed' }];
      copy.state = 'reviewed';
      copy.order = 77;
      for (const claims of Object.values(copy.sections))
        for (const claim of claims) {
          claim.source = 'another source';
          claim.covers = [];
          claim.textOnly = !claim.textOnly;
        }
    });
    expect(hashOfEdition(other)).toBe(hashOfEdition(document));
    expect(differing(document, other)).toEqual([]);
  });

  test('each part is called otherwise', () => {
    const ids = renderedParts(document).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const [first] = cases as [CaseDocument, ...CaseDocument[]];
test('only what reads otherwise is another part: a claim, and what quotes it', () => {
  const [claim] = first.sections.response;
  const other = changed(first, (copy) => {
    at(copy, 'sections.response.0.text').ja += '。';
  });
  expect(differing(first, other)).toEqual([`claim:${claim?.id}`]);
});

const numbered = labelsOf(first.figure).find(({ label }) => label.numbers.length > 0);
test.each<[string, string, unknown]>([
  ['a doubt', 'sections.cause.0.text.hedges', [{ id: 'h', certainty: 'possible' }]],
  ['the number of a label', `figure.${numbered?.path}.numbers`, [42]],
  ['that there are many of a box', 'figure.boxes.0.stack', true],
  ['how an arrow points', 'figure.arrows.0.ways', 'none'],
  ['the order of claims', 'sections.response', first.sections.response.toReversed()],
  ['what it is grouped with', 'causeGroup', 'withheld'],
  ['what became of an action', 'sections.response.0.outcome', 'notStated'],
])('%s is rendered', (_, path, value) => {
  const other = changed(first, (copy) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let here: unknown = copy;
    for (const key of keys) here = (here as Record<string, unknown>)[key];
    (here as Record<string, unknown>)[last] = value;
  });
  expect(other).not.toEqual(first);
  expect(hashOfEdition(other)).not.toBe(hashOfEdition(first));
});

test('as it is stored and read again it is the same', () => {
  for (const document of cases)
    expect(hashOfEdition(caseDocument.parse(JSON.parse(JSON.stringify(document))))).toBe(
      hashOfEdition(document),
    );
});
