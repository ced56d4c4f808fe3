import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CaseDocument, caseDocument } from '../../../learn/cases/schema.ts';
import { withDisclosures } from '../disclosing/apply.ts';
import { entityList } from '../entities/schema.ts';
import { anonymiseCase } from './anonymise-case.ts';
import { besideEachOther, stretches } from './beside.ts';

const port = parse(fs.readFileSync(new URL('../incidents/port.yaml', import.meta.url), 'utf8')) as {
  case: CaseDocument;
  entities: unknown;
};
const document = caseDocument.parse(port.case);
const { entities } = entityList.parse({ entities: port.entities });

test('each text stands beside its public form, with what was replaced marked on both sides', () => {
  const rows = besideEachOther(withDisclosures(document, new Map()), anonymiseCase(document, entities));
  const at = (path: string) => rows.find((row) => row.path === path && row.state !== 'withheld');
  expect(at('sections.response.0.text')?.state).toBe('generalised');
  const replaced = rows.filter(({ state }) => state === 'replaced');
  expect(replaced.length).toBeGreaterThan(5);
  for (const { internal, shown } of replaced)
    for (const side of [internal, shown])
      expect([...(side?.ja ?? []), ...(side?.en ?? [])].some((stretch) => stretch.replaced)).toBe(true);
  // What is withheld is told to the house alone.
  const withheld = rows.filter(({ state }) => state === 'withheld');
  expect(withheld).not.toEqual([]);
  expect(withheld.every(({ shown }) => shown === null)).toBe(true);
  const read = (side: 'internal' | 'shown') =>
    rows.flatMap((row) => row[side]?.ja.map(({ text }) => text) ?? []).join('');
  expect(read('internal')).toContain('名古屋');
  expect(read('shown')).not.toContain('名古屋');
});

test('a text cut in stretches is the same text, whatever is looked for', () => {
  const words = fc.array(fc.string({ minLength: 0, maxLength: 3, unit: fc.constantFrom('甲', '乙', '丙') }));
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20, unit: fc.constantFrom('甲', '乙', '丙') }),
      words,
      (text, wanted) => {
        const cut = stretches(text, wanted);
        expect(cut.map((each) => each.text).join('')).toBe(text);
        for (const { text: each, replaced } of cut) if (replaced) expect(wanted).toContain(each);
      },
    ),
  );
});
