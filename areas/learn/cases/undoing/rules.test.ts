import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCase } from '../read-case.ts';
import { type CaseDocument, CLAIM_SECTIONS } from '../schema.ts';
import {
  amended,
  begun,
  isStill,
  isUnsaved,
  kept,
  met,
  paused,
  redone,
  undone,
  type Writing,
  written,
} from './rules.ts';

const base = readCase(
  fs.readFileSync(new URL('../../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);
const changed = (from: CaseDocument, change: (document: CaseDocument) => void): CaseDocument => {
  const copy = structuredClone(from);
  change(copy);
  return copy;
};

/** Everything an editor does to a case, small: words, order, removal, doubts, summary, lessons, figure. */
const acts: readonly ((document: CaseDocument, n: number) => void)[] = [
  (c, n) => Object.assign(c.title, { ja: `題${n}` }),
  (c, n) => Object.assign(c.sections.response[n % c.sections.response.length]?.text ?? {}, { ja: `文${n}` }),
  (c) => c.sections.response.reverse(),
  (c) => c.sections.cause.push(...c.sections.background.splice(0, 1)),
  (c, n) => c.sections.measures.splice(n % 3, 1),
  (c, n) => c.summary.splice(n % 2, 0, { ja: `要約${n}`, en: '' }),
  (c, n) => c.lessons.splice(n % 4, 1),
  (c, n) => Object.assign(c.figure.boxes[n % c.figure.boxes.length]?.name ?? {}, { en: `Box ${n}` }),
  (c) => c.figure.arrows.splice(0, 1),
  (c, n) => {
    c.figure.arrangement = { cells: { op: [n % 4, 1] }, sides: {}, ranks: {}, loose: {} };
  },
];
const anyAct = fc.tuple(fc.nat(acts.length - 1), fc.nat(50));
const done = (writing: Writing, [which, n]: readonly [number, number]): Writing =>
  written(
    writing,
    changed(writing.document, (c) => acts[which]?.(c, n)),
  );
const times = (n: number, act: (writing: Writing) => Writing, from: Writing): Writing =>
  Array.from({ length: n }).reduce<Writing>(act, from);

describe('undo and redo of a case', () => {
  test('undo after any acts gives the state before, redo the state after', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), fc.nat(12), (all, back) => {
        const end = all.reduce(done, begun(1, base));
        const steps = end.past.length;
        const n = Math.min(back, steps);
        const before = times(n, undone, end);
        expect(before.document).toEqual(end.past[steps - n]?.before ?? end.document);
        expect(times(n, redone, before).document).toEqual(end.document);
        expect(times(steps, undone, end).document).toEqual(base);
      }),
      { numRuns: 60 },
    );
  });

  test('a save between them changes nothing about it', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 1, maxLength: 8 }), fc.nat(8), (all, saved) => {
        const end = all.reduce(
          (now, act, i) => {
            const next = done(now, act);
            return i === saved ? kept(next, i + 2, next.document) : next;
          },
          begun(1, base),
        );
        expect(times(end.past.length, undone, end).document).toEqual(base);
      }),
      { numRuns: 30 },
    );
  });

  test('what another saved meanwhile stays, whatever is taken back, and is there again after redo', () => {
    const theirs = changed(base, (c) => {
      Object.assign(c.outline[0] ?? {}, { ja: 'ほかの人の概要' });
      Object.assign(c.sections.detection[0]?.text ?? {}, { en: 'Theirs' });
    });
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 1, maxLength: 8 }), (all) => {
        const mine = all.reduce(done, begun(1, base));
        const both = met(mine, 2, theirs);
        const back = times(mine.past.length, undone, both);
        expect(back.document).toEqual(theirs);
        const again = times(back.future.length, redone, back);
        expect(again.document.outline[0]?.ja).toBe('ほかの人の概要');
        expect(again.document).toEqual(both.document);
      }),
      { numRuns: 60 },
    );
  });

  test('words that another wrote over mine are not taken back', () => {
    const mine = kept(
      done(begun(1, base), [0, 1]),
      2,
      changed(base, (c) => acts[0]?.(c, 1)),
    );
    const over = met(
      mine,
      3,
      changed(mine.base.document, (c) => (c.title.ja = '相手の題')),
    );
    expect(over.document.title.ja).toBe('相手の題');
    expect(undone(over).document.title.ja).toBe('相手の題');
  });

  test('a step that another has made invisible is passed over', () => {
    const first = done(done(begun(1, base), [1, 0]), [0, 1]);
    const over = met(
      kept(first, 2, first.document),
      3,
      changed(first.document, (c) => (c.title.ja = '相手')),
    );
    const back = undone(over);
    expect(back.document.title.ja).toBe('相手');
    expect(back.document.sections.response).toEqual(base.sections.response);
  });

  test('typing in one place is one step until there is a pause, or something else', () => {
    const title = (ja: string) => (writing: Writing) =>
      written(
        writing,
        changed(writing.document, (c) => (c.title.ja = ja)),
        'title.ja',
      );
    const typed = title('題名')(title('題')(begun(1, base)));
    expect(typed.past).toHaveLength(1);
    expect(undone(typed).document).toBe(base);
    const more = title('題名の')(paused(typed));
    expect(more.past).toHaveLength(2);
    expect(undone(more).document.title.ja).toBe('題名');
    expect(title('題名')(done(title('題')(begun(1, base)), [2, 0])).past).toHaveLength(3);
  });

  test('something new after undo leaves nothing to do again; what follows by itself goes back with its act', () => {
    const two = done(done(begun(1, base), [0, 1]), [0, 2]);
    expect(redone(done(undone(two), [0, 3])).document.title.ja).toBe('題3');
    const follows = amended(
      two,
      changed(two.document, (c) => acts[9]?.(c, 1)),
    );
    expect(undone(follows).document.figure.arrangement).toBe(base.figure.arrangement);
    expect(redone(undone(follows)).document).toBe(follows.document);
  });

  test('back at what is saved there is nothing to save; sent words are saved, later ones are not', () => {
    const one = done(begun(1, base), [0, 1]);
    expect([isUnsaved(one), isUnsaved(undone(one)), isUnsaved(redone(undone(one)))]).toEqual([
      true,
      false,
      true,
    ]);
    expect(isUnsaved(kept(one, 2, one.document))).toBe(false);
    expect(isUnsaved(kept(done(one, [0, 2]), 2, one.document))).toBe(true);
    const theirs = changed(base, (c) => (c.title.ja = '相手'));
    expect(isUnsaved(met(begun(1, base), 2, theirs))).toBe(false);
    expect(met(one, 2, one.document)).toMatchObject({ arrived: undefined });
  });

  test('a save that is answered late sets nothing back: the text stays on what was read since', () => {
    const sent = done(begun(1, base), [0, 1]);
    const later = changed(sent.document, (c) => (c.title.en = 'Theirs'));
    const met3 = met(sent, 3, later);
    const answered = kept(met3, 2, sent.document);
    expect(answered.base).toEqual({ version: 3, document: later });
    expect(isUnsaved(answered)).toBe(false);
    // One's own version that was read before its answer came is the same one.
    const read = met(sent, 2, structuredClone(sent.document));
    expect(isUnsaved(kept(read, 2, sent.document))).toBe(false);
    expect(kept(sent, 2, sent.document).base.version).toBe(2);
  });

  test('what is typed while it is being saved is no longer what was sent, and is still to be saved', () => {
    const sent = done(begun(1, base), [0, 1]);
    const typed = done(sent, [1, 3]);
    expect([isStill(sent, sent.document), isStill(typed, sent.document)]).toEqual([true, false]);
    expect(isStill(undone(typed), structuredClone(sent.document))).toBe(true);
    const after = kept(typed, 2, sent.document);
    expect([after.document, after.base.version, isUnsaved(after)]).toEqual([typed.document, 2, true]);
  });

  test('every section can be taken back', () => {
    const emptied = CLAIM_SECTIONS.reduce(
      (now, section) =>
        written(now, { ...now.document, sections: { ...now.document.sections, [section]: [] } }),
      begun(1, base),
    );
    expect(times(CLAIM_SECTIONS.length, undone, emptied).document).toBe(base);
  });
});
