import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hedge } from '../../../../kernel/certainty.ts';
import type { FigureArrow, FigureLabel } from '../../../../report/figure/schema.ts';
import { readCase } from '../read-case.ts';
import type { CaseDocument } from '../schema.ts';
import { mergeCases } from './rules.ts';
import { placeWords, theirWords } from './words.ts';

const base = readCase(
  fs.readFileSync(new URL('../../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);
const changed = (change: (document: CaseDocument) => void): CaseDocument => {
  const copy = structuredClone(base);
  change(copy);
  return copy;
};
const claim = (id: string) => ({
  id,
  text: { ja: id, en: id },
  disclosure: 'publish' as const,
  labels: [],
  textOnly: false,
  times: [],
  estimates: [],
  covers: [],
});

test('a clash is told where people look for it, and what the other wrote in words', () => {
  const [, second] = base.sections.response;
  const place = (path: string, language: 'ja' | 'en' = 'ja') => placeWords(path, base, language);
  expect(place(`sections.response.${second?.id}.text.ja`)).toBe('対処 2（日本語）');
  expect(place(`sections.response.${second?.id}.text.en`, 'en')).toBe('Response 2 (English)');
  expect(place('title.ja')).toBe('件名（日本語）');
  expect(place('summary.1.en')).toBe('要約 2（英語）');
  expect(place(`lessons.${base.lessons[0]?.id}.body.ja`)).toBe('気付き・教訓 1（日本語）');
  expect(place('figure.boxes.b1.kind')).toBe('関係図');
  expect(place('sections.response.gone')).toBe('対処');
  expect(theirWords(second, 'ja')).toBe(second?.text.ja);
  expect([
    theirWords('別の題', 'ja'),
    theirWords([{ ja: 'あ', en: 'a' }], 'en'),
    theirWords({ kind: 'system' }, 'ja'),
  ]).toEqual(['別の題', 'a', '']);
});

describe('two versions of one case', () => {
  test('different places: both are there', () => {
    const mine = changed((c) => (c.title.ja = '私の題'));
    const theirs = changed((c) => Object.assign(c.sections.cause[0]?.text ?? {}, { ja: '別の原因' }));
    const { document, clashes, taken } = mergeCases(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(document.title.ja).toBe('私の題');
    expect(document.sections.cause[0]?.text.ja).toBe('別の原因');
    expect(taken).toEqual([`sections.cause.${base.sections.cause[0]?.id}.text.ja`]);
  });

  test('the same words: mine stay, theirs are named', () => {
    const mine = changed((c) => (c.title.ja = '私の題'));
    const theirs = changed((c) => (c.title.ja = '別の題'));
    const { document, clashes } = mergeCases(base, mine, theirs);
    expect(document.title.ja).toBe('私の題');
    expect(clashes).toEqual([{ path: 'title.ja', theirs: '別の題' }]);
  });

  test('claims added on both sides, one removed there, one removed there that I changed', () => {
    const first = base.sections.response[0]?.id ?? '';
    const second = base.sections.response[1]?.id ?? '';
    const mine = changed((c) => {
      c.sections.response.push(claim('x1'));
      Object.assign(c.sections.response[1]?.text ?? {}, { ja: '書き直した' });
    });
    const theirs = changed((c) => {
      c.sections.response = c.sections.response.filter(({ id }) => id !== first && id !== second);
      c.sections.response.unshift(claim('y1'));
    });
    const { document, clashes } = mergeCases(base, mine, theirs);
    const ids = document.sections.response.map(({ id }) => id);
    expect(ids[0]).toBe('y1');
    expect(ids).toContain('x1');
    expect(ids).not.toContain(first);
    expect(ids).toContain(second);
    expect(clashes).toEqual([{ path: `sections.response.${second}`, theirs: null }]);
  });

  test('moved here and written on there: one claim, in its new place with the new words', () => {
    const [first] = base.sections.response;
    if (!first) throw new Error('the case has responses');
    const moved = changed((c) => {
      c.sections.cause.push(...c.sections.response.splice(0, 1));
    });
    const written = changed((c) => Object.assign(c.sections.response[0]?.text ?? {}, { ja: '書き直した' }));
    for (const [mine, theirs] of [
      [moved, written],
      [written, moved],
    ] as const) {
      const { document, clashes } = mergeCases(base, mine, theirs);
      expect(clashes).toEqual([]);
      expect(document.sections.response.map(({ id }) => id)).not.toContain(first.id);
      expect(document.sections.cause.at(-1)).toMatchObject({ id: first.id, text: { ja: '書き直した' } });
    }
  });

  test('another order there is taken over; mine stays where I changed it as well', () => {
    const ids = base.sections.response.map(({ id }) => id);
    const turned = changed((c) => c.sections.response.reverse());
    const added = changed((c) => c.sections.response.splice(1, 0, claim('x1')));
    const order = (mine: CaseDocument, theirs: CaseDocument) =>
      mergeCases(base, mine, theirs).document.sections.response.map(({ id }) => id);
    expect(order(base, turned)).toEqual(ids.toReversed());
    expect(order(added, turned)).toEqual(
      ids.toReversed().flatMap((id) => (id === ids[0] ? [id, 'x1'] : [id])),
    );
    const last = changed((c) => c.sections.response.unshift(...c.sections.response.splice(-1)));
    expect(order(last, turned)[0]).toBe(ids.at(-1));
  });

  test('removed here and written on there: it is gone, and what was written is named', () => {
    const removed = changed((c) => c.sections.response.splice(0, 1));
    const written = changed((c) => Object.assign(c.sections.response[0]?.text ?? {}, { ja: '書き直した' }));
    const { document, clashes } = mergeCases(base, removed, written);
    expect(document).toEqual(removed);
    expect(clashes).toMatchObject([{ theirs: { text: { ja: '書き直した' } } }]);
  });

  test('bullets without ids: one written here and another there are both kept, of one bullet each language', () => {
    const mine = changed((c) => Object.assign(c.summary[0] ?? {}, { ja: '一つ目' }));
    const theirs = changed((c) => {
      Object.assign(c.summary[0] ?? {}, { en: 'First' });
      Object.assign(c.summary[1] ?? {}, { ja: '二つ目' });
    });
    const { document, clashes } = mergeCases(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(document.summary.map(({ ja }) => ja).slice(0, 2)).toEqual(['一つ目', '二つ目']);
    expect(document.summary[0]?.en).toBe('First');
  });

  const arrow = (from: string, to: string, ja?: string): FigureArrow => ({
    from,
    to,
    ways: 'one',
    nature: 'act',
    labels: ja === undefined ? [] : [{ kind: 'relation', numbers: [], text: { ja, en: ja } }],
  });
  const withArrows = (arrows: FigureArrow[]): CaseDocument => changed((c) => (c.figure.arrows = arrows));
  const mergeArrows = (was: FigureArrow[], here: FigureArrow[], there: FigureArrow[]) => {
    const { document, clashes } = mergeCases(withArrows(was), withArrows(here), withArrows(there));
    return { arrows: document.figure.arrows, clashes };
  };

  test('arrows: one removed and one drawn here, another changed there, and each stays what it is', () => {
    const [a, b, c, d] = [arrow('b1', 'b2'), arrow('b2', 'b3'), arrow('b3', 'b4'), arrow('b4', 'b1')];
    const told = arrow('b3', 'b4', '報告');
    expect(mergeArrows([a, b, c], [b, c, d], [a, b, told])).toEqual({ arrows: [b, told, d], clashes: [] });
    // Where what was changed there is no longer here, it is named and lands on nothing else.
    expect(mergeArrows([a, b, c], [a, b, d], [a, b, told])).toMatchObject({
      arrows: [a, b, d],
      clashes: [{ theirs: told }],
    });
    expect(mergeArrows([a, b, c], [b, c, d], [{ ...a, nature: 'attack' }, b, c])).toMatchObject({
      arrows: [b, c, d],
      clashes: [{ theirs: { nature: 'attack' } }],
    });
    expect(mergeArrows([a, b], [a, b, c], [a, b, d]).arrows).toHaveLength(4);
    expect(mergeArrows([a, b], [a, b, c], [a, b, c]).arrows).toEqual([a, b, c]);
  });

  test('whatever is removed, drawn and changed on both sides, no arrow has words of another and none are lost unsaid', () => {
    const boxes = ['b1', 'b2', 'b3', 'b4'];
    const ends = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...boxes), fc.constantFrom(...boxes)).filter(([from, to]) => from !== to),
      { maxLength: 8, selector: (each) => each.join() },
    );
    const side = fc.record({ gone: fc.array(fc.nat(7)), told: fc.array(fc.nat(7)), drawn: fc.nat(2) });
    fc.assert(
      fc.property(ends, side, side, (pairs, left, right) => {
        const was = pairs.slice(0, 5).map(([from, to]) => arrow(from, to));
        const made = ({ gone, told, drawn }: typeof left, who: string, more: typeof pairs) => [
          ...was.flatMap((each, i) =>
            gone.includes(i)
              ? []
              : [told.includes(i) ? arrow(each.from, each.to, `${who} ${each.from}${each.to}`) : each],
          ),
          ...more.slice(0, drawn).map(([from, to]) => arrow(from, to, `${who} ${from}${to}`)),
        ];
        const here = made(left, 'mine', pairs.slice(5, 6));
        const there = made(right, 'theirs', pairs.slice(6));
        const { arrows, clashes } = mergeArrows(was, here, there);
        const said = (of: FigureArrow) => of.labels.map(({ text }) => text.ja);
        for (const each of arrows)
          for (const words of said(each)) expect(words.split(' ')[1]).toBe(`${each.from}${each.to}`);
        const all = JSON.stringify([arrows, clashes]);
        for (const words of there.flatMap(said)) expect(all).toContain(words);
        for (const words of here.flatMap(said)) expect(JSON.stringify(arrows)).toContain(words);
      }),
      { numRuns: 200 },
    );
  });

  test('bullets and labels are known by their words and numbers, wherever they stand', () => {
    const bullet = (ja: string, en: string) => ({ ja, en });
    const [a, b, c] = [bullet('あ', 'A'), bullet('い', 'I'), bullet('う', 'U')];
    const merge = (was: (typeof a)[], here: (typeof a)[], there: (typeof a)[]) => {
      const of = (summary: (typeof a)[]) => changed((each) => (each.summary = summary));
      const { document, clashes } = mergeCases(of(was), of(here), of(there));
      return { summary: document.summary, clashes };
    };
    expect(merge([a, b, c], [b, c, bullet('え', 'E')], [a, b, bullet('う', 'You')]).summary).toEqual([
      b,
      bullet('う', 'You'),
      bullet('え', 'E'),
    ]);
    // Both wrote another one in its place: mine stays, theirs is named, and they are not mixed.
    expect(merge([a], [bullet('か', '')], [bullet('き', 'Ki')])).toEqual({
      summary: [bullet('か', '')],
      clashes: [{ path: 'summary.0', theirs: bullet('き', 'Ki') }],
    });
    const label = (n: number, ja: string): FigureLabel => ({
      kind: 'response',
      numbers: [n],
      text: { ja, en: ja },
    });
    const labels = (...list: FigureLabel[]) =>
      changed((each) => Object.assign(each.figure.boxes[0] ?? {}, { labels: list }));
    const { document, clashes } = mergeCases(
      labels(label(1, 'い'), label(2, 'ろ')),
      labels(label(2, 'ろ'), label(3, 'は')),
      labels(label(1, 'い'), label(2, '別')),
    );
    expect(clashes).toEqual([]);
    expect(document.figure.boxes[0]?.labels).toEqual([label(2, '別'), label(3, 'は')]);
  });

  test('doubts are told apart by their ids: words here and a grade there are both kept, two grades are a clash', () => {
    const doubtful = changed((c) => {
      const text = c.sections.cause[0]?.text;
      if (text)
        text.hedges = [{ id: 'h1', certainty: 'possible', words: { ja: '瞬断', en: 'interruption' } }];
    });
    const edited = (change: (text: { ja: string; hedges?: Hedge[] | undefined }) => void): CaseDocument => {
      const copy = structuredClone(doubtful);
      const text = copy.sections.cause[0]?.text;
      if (text) change(text);
      return copy;
    };
    const grade = (certainty: Hedge['certainty']) =>
      edited((text) => Object.assign(text.hedges?.[0] ?? {}, { certainty }));
    const words = edited((text) => {
      text.ja = `短い${text.ja}`;
      text.hedges?.push({ id: 'h2', certainty: 'likely' });
    });
    const both = mergeCases(doubtful, words, grade('unknown'));
    expect(both.clashes).toEqual([]);
    expect(both.document.sections.cause[0]?.text.hedges?.map(({ id, certainty }) => [id, certainty])).toEqual(
      [
        ['h1', 'unknown'],
        ['h2', 'likely'],
      ],
    );
    const { clashes, document } = mergeCases(doubtful, grade('likely'), grade('unknown'));
    expect(clashes).toEqual([
      { path: `sections.cause.${base.sections.cause[0]?.id}.text.hedges.h1.certainty`, theirs: 'unknown' },
    ]);
    expect(document.sections.cause[0]?.text.hedges?.[0]?.certainty).toBe('likely');
  });

  test('who changed nothing takes all; equal changes are no clash', () => {
    const theirs = changed((c) => (c.title.en = 'Theirs'));
    expect(mergeCases(base, base, theirs).document).toEqual(theirs);
    expect(mergeCases(base, theirs, theirs)).toEqual({ document: theirs, taken: [], clashes: [] });
  });
});
