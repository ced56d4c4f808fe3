import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CERTAINTIES, DOUBTS, type Hedge, rankOf } from '../../../../kernel/certainty.ts';
import { readCase } from '../read-case.ts';
import type { CaseDocument, Claim } from '../schema.ts';
import { certaintyFindings, hedgeFindings, risesWhileWriting } from './rules.ts';

const good = readCase(
  fs.readFileSync(new URL('../../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);
const changed = (change: (document: CaseDocument) => void): CaseDocument => {
  const copy = structuredClone(good);
  change(copy);
  return copy;
};
const first = (document: CaseDocument): Claim => document.sections.cause[0] as Claim;
const found = (document: CaseDocument): string[] =>
  hedgeFindings(document).map(({ severity, path }) => `${severity} ${path}`);
const doubt = (certainty: Hedge['certainty'], words?: Hedge['words'], id = 'h1'): Hedge => ({
  id,
  certainty,
  ...(words && { words }),
});

describe('doubts and their words', () => {
  test('a case whose doubts are where their words are has nothing to mend', () => {
    expect(found(good)).toEqual([]);
  });

  test('words that one language does not hold any more, in every kind of text', () => {
    const lost = [doubt('possible', { ja: 'どこにもない語句', en: 'words nowhere' })];
    const path = (change: (document: CaseDocument) => void) => found(changed(change));
    expect(path((c) => Object.assign(first(c).text, { hedges: lost }))).toContain(
      'error sections.cause.0.text',
    );
    expect(path((c) => Object.assign(c.title, { hedges: lost }))).toContain('error title');
    expect(path((c) => Object.assign(c.summary[1] ?? {}, { hedges: lost }))).toContain('error summary.1');
    expect(path((c) => Object.assign(c.outline[0] ?? {}, { hedges: lost }))).toContain('error outline.0');
    expect(path((c) => Object.assign(c.lessons[0]?.body ?? {}, { hedges: lost }))).toContain(
      'error lessons.0.body',
    );
    const label = good.figure.arrows.findIndex(({ labels }) => labels.length > 0);
    expect(
      path((c) => Object.assign(c.figure.arrows[label]?.labels[0]?.text ?? {}, { hedges: lost })),
    ).toContain(`error figure.arrows.${label}.labels.0`);
  });

  test('words that say more or less than their mark', () => {
    const wrong = changed((c) =>
      Object.assign(first(c), {
        text: {
          ja: 'ネットワーク機器が原因である可能性が高い。',
          en: 'A network device was possibly the cause.',
          hedges: [doubt('possible')],
        },
      }),
    );
    expect(hedgeFindings(wrong).map(({ message }) => message.ja)).toEqual([
      expect.stringContaining('「可能性が高い」と読めます'),
    ]);
  });

  test('a doubtful word without a mark is advice; naming a possibility is no doubt', () => {
    const with_ = (ja: string, en = 'A blip.') =>
      found(changed((c) => Object.assign(first(c).text, { ja, en })));
    expect(with_('瞬断が原因とみられる。')).toEqual(['warning sections.cause.0.text']);
    expect(with_('瞬断が原因だった。', 'It was probably a blip.')).toEqual(['warning sections.cause.0.text']);
    expect(with_('同じ遅れが生じる可能性がないか点検した。')).toEqual([]);
    expect(with_('攻撃の可能性も考慮した。', 'An attack was kept in mind.')).toEqual([]);
  });

  test('a factor stands under a claim beside it that is none', () => {
    const under = (of: string) =>
      found(changed((c) => Object.assign(first(c), { factor: { of, certainty: 'possible' } })));
    expect(under('k2')).toEqual([]);
    expect(under('k1')).toEqual(['error sections.cause.0.factor']);
    expect(under('b1')).toEqual(['error sections.cause.0.factor']);
    const chain = changed((c) => {
      Object.assign(c.sections.cause[0] ?? {}, { factor: { of: 'k2', certainty: 'possible' } });
      Object.assign(c.sections.cause[1] ?? {}, { factor: { of: 'k1', certainty: 'possible' } });
    });
    expect(found(chain)).toHaveLength(2);
  });
});

describe('certainty (C0-M17)', () => {
  const withDoubt = (certainty: string, source?: string): CaseDocument =>
    changed((c) => {
      Object.assign(first(c), source ? { source } : {});
      if (certainty !== 'confirmed') first(c).text.hedges = [doubt(certainty as Hedge['certainty'])];
    });
  const rise = (before: CaseDocument, after: CaseDocument) => certaintyFindings([before], after);

  test('what rose in an earlier version is told while one writes, until it is put right', () => {
    const [possible, likely] = [withDoubt('possible'), withDoubt('likely')];
    const told = certaintyFindings([possible], likely);
    const toldOf = (now: CaseDocument, of = told) =>
      risesWhileWriting(of, likely, now).map(({ path }) => path);
    const path = 'sections.cause.0.text';
    expect(toldOf(likely)).toEqual([path]);
    expect(toldOf(withDoubt('confirmed'))).toEqual([path]);
    expect(toldOf(withDoubt('possible'))).toEqual([]);
    expect(toldOf(withDoubt('likely', 'log 4711'))).toEqual([]);
    expect(toldOf(likely, [])).toEqual([]);
    const moved = changed((c) => {
      c.sections.response.push({ ...first(likely) });
      c.sections.cause.splice(0, 1);
    });
    expect(toldOf(moved)).toEqual([`sections.response.${moved.sections.response.length - 1}.text`]);
  });

  test('does not rise without new evidence, and may always fall', () => {
    expect(rise(withDoubt('possible'), withDoubt('likely'))).toHaveLength(1);
    expect(rise(withDoubt('possible', 'log'), withDoubt('likely', 'log'))).toHaveLength(1);
    expect(rise(withDoubt('possible'), withDoubt('likely', 'log 4711'))).toEqual([]);
    expect(rise(withDoubt('likely'), withDoubt('possible'))).toEqual([]);
    expect(rise(withDoubt('confirmed'), withDoubt('unknown'))).toEqual([]);
  });

  test('is not to be had by way of a third version, by the same evidence again, nor under another id', () => {
    const history = [withDoubt('possible'), withDoubt('likely')];
    expect(certaintyFindings(history, withDoubt('likely'))).toHaveLength(1);
    const justified = [withDoubt('possible'), withDoubt('likely', 'log')];
    expect(certaintyFindings(justified, withDoubt('likely', 'log'))).toEqual([]);
    expect(certaintyFindings(justified, withDoubt('confirmed', 'log'))).toHaveLength(1);
    const anew = withDoubt('confirmed');
    first(anew).id = 'zz';
    expect(rise(withDoubt('possible'), anew)).toHaveLength(1);
  });

  test('of the whole does not shrink to a phrase, but may become one of the relation', () => {
    const phrase = changed((c) => {
      first(c).text.hedges = [
        doubt('possible', { ja: first(c).text.ja.slice(0, 4), en: first(c).text.en.slice(0, 4) }),
      ];
    });
    expect(rise(withDoubt('possible'), phrase)).toHaveLength(1);
    const factor = (certainty: string) =>
      changed((c) => Object.assign(first(c), { factor: { of: 'k2', certainty } }));
    expect(rise(withDoubt('possible'), factor('possible'))).toEqual([]);
    expect(rise(withDoubt('possible'), factor('likely'))).toHaveLength(1);
    expect(rise(factor('possible'), factor('confirmed'))).toHaveLength(1);
    expect(rise(factor('possible'), good)).toHaveLength(1);
  });

  test('of a phrase does not shrink to a piece of it nor move off it, while the phrase stands; it may be written anew', () => {
    const marked = (words: { ja: string; en: string }, text?: { ja: string; en: string }) =>
      changed((c) => {
        first(c).text = { ...(text ?? first(c).text), hedges: [doubt('possible', words)] };
      });
    const { ja, en } = first(good).text;
    const pieces = (from: number, to: number) => ({ ja: ja.slice(from, to), en: en.slice(from, to) });
    const before = marked(pieces(0, 8));
    expect(rise(before, marked(pieces(0, 2)))).toHaveLength(1);
    expect(rise(before, marked({ ...pieces(0, 8), en: en.slice(0, 2) }))).toHaveLength(1);
    expect(rise(before, marked(pieces(9, 12)))).toHaveLength(1);
    expect(rise(before, marked(pieces(0, 10)))).toEqual([]);
    expect(rise(before, marked({ ja: '', en: '' }))).toEqual([]);
    const anew = { ja: '委託先の記録が欠けた', en: 'Some records of the vendor are missing' };
    expect(rise(before, marked({ ja: '欠けた', en: 'missing' }, anew))).toEqual([]);
  });

  test('of a summary, an outline, a lesson or a label rises only with evidence for some claim', () => {
    const places: ((c: CaseDocument) => object | undefined)[] = [
      (c) => c.title,
      (c) => c.summary[1],
      (c) => c.outline[0],
      (c) => c.lessons[1]?.body,
      (c) => c.figure.arrows.flatMap(({ labels }) => labels)[1]?.text,
    ];
    for (const place of places) {
      const before = changed((c) => Object.assign(place(c) ?? {}, { hedges: [doubt('likely')] }));
      expect(rise(before, good)).toHaveLength(1);
      expect(rise(before, before)).toEqual([]);
      expect(
        rise(
          before,
          changed((c) => Object.assign(first(c), { source: 'log' })),
        ),
      ).toEqual([]);
    }
  });

  test('whatever becomes of a claim on the way, it is found out when it ends more certain than it began', () => {
    const step = fc.record({
      certainty: fc.constantFrom(...CERTAINTIES),
      ja: fc.constantFrom('翻訳した文', '一般化した文', first(good).text.ja),
      disclosure: fc.constantFrom('publish' as const, 'generalise' as const),
    });
    const versionOf = (way: { certainty: string; ja: string; disclosure: 'publish' | 'generalise' }) =>
      changed((c) => {
        const claim = first(c);
        claim.disclosure = way.disclosure;
        claim.text = { ...claim.text, ja: way.ja };
        if (way.certainty !== 'confirmed') claim.text.hedges = [doubt(way.certainty as Hedge['certainty'])];
      });
    fc.assert(
      fc.property(
        fc.constantFrom(...DOUBTS),
        fc.array(step, { minLength: 1, maxLength: 4 }),
        (began, steps) => {
          const versions = [
            versionOf({ certainty: began, ja: '初めの文', disclosure: 'publish' }),
            ...steps.map(versionOf),
          ];
          const ended = steps.at(-1)?.certainty ?? began;
          const lowest = Math.min(rankOf(began), ...steps.map(({ certainty }) => rankOf(certainty)));
          const findings = certaintyFindings(versions.slice(0, -1), versions.at(-1) as CaseDocument);
          expect(findings).toHaveLength(rankOf(ended) > lowest ? 1 : 0);
        },
      ),
    );
  });
});
