import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DOUBTS, type Hedged, rankOf } from '../../../../kernel/certainty.ts';
import { Fault } from '../../../../kernel/errors.ts';
import { partsOf } from '../../../../kernel/hedges.ts';
import { findingsOf } from '../../../learn/cases/rules.ts';
import { type CaseDocument, caseDocument } from '../../../learn/cases/schema.ts';
import { textsOf } from '../../../learn/cases/texts/rules.ts';
import { type Entity, entityList } from '../entities/schema.ts';
import { anonymiseCase } from './anonymise-case.ts';
import { reword } from './reword.ts';

const incident = (name: string): { document: CaseDocument; entities: readonly Entity[] } => {
  const read = parse(
    fs.readFileSync(new URL(`../incidents/${name}.yaml`, import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
  return {
    document: caseDocument.parse(read['case']),
    entities: entityList.parse({ entities: read['entities'] }).entities,
  };
};
const textAt = (document: CaseDocument, path: string): Hedged | undefined =>
  textsOf(document).find((each) => each.path === path)?.text;

describe.each(['port', 'hospital', 'parts'])('a named, dated public incident: %s', (name) => {
  const { document, entities } = incident(name);
  const result = anonymiseCase(document, entities);

  test('comes out without a name, a date or an exact count, and valid', () => {
    expect(result.leaks).toEqual([]);
    expect(result.obstacles).toEqual([]);
    const errors = (of: CaseDocument) => findingsOf(of).filter(({ severity }) => severity === 'error');
    expect(errors(result.document)).toEqual([]);
    expect(JSON.stringify(result.document)).not.toMatch(
      /20\d\d年|\d月\d|January|February|July|October|名古屋|大阪|トヨタ|Nagoya|Osaka|Toyota|Kojima/,
    );
    expect(result.log.length).toBeGreaterThan(8);
    expect(JSON.stringify(result.document)).not.toContain('source');
  });

  test('each text is as certain as it was', () => {
    const shown = textsOf(result.document);
    for (const { path, text } of shown) {
      const before = textAt(document, path);
      const grades = (of: Hedged | undefined) =>
        (of?.hedges ?? []).map(({ id, certainty }) => `${id} ${certainty}`);
      if (before && !path.startsWith('figure')) expect(grades(text)).toEqual(grades(before));
    }
  });
});

test('what stands there reads as somebody would write it', () => {
  const { document, entities } = incident('port');
  const { document: port, labels } = anonymiseCase(document, entities);
  const said = (path: string) => [textAt(port, path)?.ja, textAt(port, path)?.en];
  expect(said('sections.detection.0.text')).toEqual([
    '当日、オペレーターがターミナル管理システムの停止を確認した。',
    'That day, an operator found that the terminal management system had stopped.',
  ]);
  expect(said('sections.response.0.text')).toEqual([
    '約3時間後に警察に通報した。',
    'The police were informed about 3 hours later.',
  ]);
  expect(said('sections.response.1.text')).toEqual([
    '2日後に拠点2から荷役を再開し、翌日までに約2,300基を確認した。',
    'Loading resumed from site 2 2 days later, and about 2,300 machines were checked.',
  ]);
  expect(said('summary.1')[0]).toContain('約40隻、数万本のコンテナ');
  expect(said('figure.boxes.0.name')).toEqual(['ターミナル管理システム', 'Terminal management system']);
  expect(labels.map(({ label }) => label.ja)).toContain('拠点2');
  // Withheld: the claim, and the label only it told of.
  expect(port.sections.detection).toHaveLength(1);
  expect(port.figure.boxes[0]?.labels).toHaveLength(1);
  expect(port.questions).toEqual([]);
});

describe('what nobody decided stands in the way', () => {
  const { document, entities } = incident('port');
  const changed = (change: (copy: CaseDocument) => void): CaseDocument => {
    const copy = structuredClone(document);
    change(copy);
    return copy;
  };
  test('a claim to be generalised without general wording', () => {
    const without = changed((copy) => {
      for (const claim of copy.sections.response) delete claim.general;
    });
    expect(anonymiseCase(without, entities).obstacles.map(({ field }) => field)).toEqual([
      'sections.response.0.general',
    ]);
  });
  test('a section of which all is withheld', () => {
    const without = changed((copy) => {
      for (const claim of copy.sections.measures) claim.disclosure = 'withhold';
    });
    expect(anonymiseCase(without, entities).obstacles.map(({ field }) => field)).toContain(
      'sections.measures',
    );
  });
  test('a label that names what it stands for', () => {
    const telling = entities.map((each, i) =>
      i === 0 ? { ...each, label: { ja: '名古屋の団体', en: 'Nagoya association' } } : each,
    );
    expect(() => anonymiseCase(document, telling)).toThrow(Fault);
  });
  test('numbers close up where a label is taken away', () => {
    const more = changed((copy) => {
      const [first] = copy.figure.boxes;
      first?.labels.push({ kind: 'event', numbers: [3], text: { ja: '復旧', en: 'Restored' } });
      copy.sections.response[1]?.labels.push('e3');
    });
    const { document: after } = anonymiseCase(more, entities);
    expect(after.figure.boxes[0]?.labels.map(({ numbers }) => numbers)).toEqual([[1], [2]]);
    expect(after.sections.response[1]?.labels).toEqual(['e2']);
  });
});

test('roles that are alike are told apart, by the order they are listed in and not by where they stand', () => {
  const { document } = incident('parts');
  const label = { ja: '保守事業者', en: 'maintenance contractor' };
  const entities: Entity[] = [
    { kind: 'organisation', names: ['トヨタ自動車', 'Toyota'], aliases: ['トヨタ'], label },
    { kind: 'organisation', names: ['小島プレス工業株式会社', 'Kojima Press'], aliases: [], label },
  ];
  const { labels } = anonymiseCase(document, entities);
  expect(labels.map((each) => each.label)).toEqual([
    { ja: '保守事業者A', en: 'maintenance contractor A' },
    { ja: '保守事業者B', en: 'maintenance contractor B' },
  ]);
});

/** How certain each letter is; of a doubt of the whole, all of them. */
const grades = (text: Hedged, language: 'ja' | 'en'): { letter: string; rank: number }[] =>
  partsOf(text, language).flatMap((part) =>
    [...part.text].map((letter) => ({ letter, rank: rankOf(part.certainty ?? 'confirmed') })),
  );

test('no rewording makes a letter more certain, whatever is changed and wherever the doubts are', () => {
  const words = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { minLength: 4, maxLength: 14 });
  const spans = fc.array(fc.tuple(fc.nat(13), fc.integer({ min: 1, max: 4 })), { maxLength: 3 });
  fc.assert(
    fc.property(
      words,
      fc.array(fc.tuple(fc.nat(13), fc.integer({ min: 1, max: 5 }), fc.constantFrom(...DOUBTS)), {
        maxLength: 2,
      }),
      spans,
      (letters, doubts, cuts) => {
        const text = letters.join('');
        const hedges = doubts.flatMap(([at, size, certainty], i) => {
          const held = text.slice(at, at + size);
          return held === '' ? [] : [{ id: `h${i}`, certainty, words: { ja: held, en: held } }];
        });
        const before: Hedged = { ja: text, en: text, hedges };
        const taken: { from: number; to: number; words: string }[] = [];
        for (const [from, size] of cuts) {
          const to = Math.min(text.length, from + size);
          if (from < to && !taken.some((other) => from < other.to && other.from < to))
            taken.push({ from, to, words: 'ＸＹ' });
        }
        const after = reword(before, { ja: taken, en: taken });
        expect(after.hedges?.map(({ id, certainty }) => `${id} ${certainty}`)).toEqual(
          hedges.map(({ id, certainty }) => `${id} ${certainty}`),
        );
        const was = grades(before, 'ja');
        const is = grades(after, 'ja');
        const ordered = taken.toSorted((a, b) => a.from - b.from);
        let by = 0;
        let next = 0;
        for (let at = 0; at < text.length; ) {
          const cut = ordered[next];
          if (cut && at === cut.from) {
            const least = Math.min(...was.slice(cut.from, cut.to).map(({ rank }) => rank));
            for (let i = 0; i < cut.words.length; i++)
              expect(is[at + by + i]?.rank ?? 9).toBeLessThanOrEqual(Math.max(least, rankOf('unknown')));
            by += cut.words.length - (cut.to - cut.from);
            at = cut.to;
            next += 1;
          } else {
            expect(is[at + by]?.letter).toBe(text[at]);
            expect(is[at + by]?.rank ?? 9).toBeLessThanOrEqual(was[at]?.rank ?? 0);
            at += 1;
          }
        }
      },
    ),
    { numRuns: 2_000, seed: 20261129 },
  );
});
