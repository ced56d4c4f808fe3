import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCase } from '../read-case.ts';
import { type CaseDocument, CLAIM_SECTIONS, type Claim, caseDocument } from '../schema.ts';
import { claimsOf } from '../texts/rules.ts';
import {
  added,
  type Caret,
  changedAt,
  emptyClaim,
  findingsInPlace,
  joined,
  moved,
  NOTHING_SELECTED,
  pasted,
  pastedLines,
  placed,
  putIn,
  removed,
  selectedAnew,
  split,
  unselected,
  withClaim,
} from './rules.ts';
import { chipsOf } from './words.ts';

const base = readCase(
  fs.readFileSync(new URL('../../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);
const find = (document: CaseDocument, id: string): Claim =>
  claimsOf(document).find((each) => each.id === id) ?? emptyClaim('none');
const ids = (document: CaseDocument, section: Claim['id']): string[] =>
  document.sections[section as 'response'].map(({ id }) => id);
const caret = (id: string, from: number, to = from): Caret => ({ id, language: 'ja', from, to });
const letters = (text: string): string => text.replace(/\s/g, '');
const wordsOf = (document: CaseDocument, language: 'ja' | 'en'): string =>
  letters(
    claimsOf(document)
      .map(({ text }) => text[language])
      .join(''),
  );

const anyClaim = fc.constantFrom(...claimsOf(base));
const anyPlace = anyClaim.chain((claim) =>
  fc.record({ claim: fc.constant(claim), at: fc.nat(claim.text.ja.length) }),
);

describe('a case as prose', () => {
  test('Enter loses no letter of either language and no claim, and what it makes can be stored', () => {
    fc.assert(
      fc.property(anyPlace, ({ claim, at }) => {
        const after = split(base, caret(claim.id, at), 'x1');
        expect([wordsOf(after, 'ja'), wordsOf(after, 'en')]).toEqual([
          wordsOf(base, 'ja'),
          wordsOf(base, 'en'),
        ]);
        expect(claimsOf(after)).toHaveLength(claimsOf(base).length + 1);
        expect(caseDocument.safeParse(after).success).toBe(true);
        const own = find(after, claim.id);
        expect([own.labels, own.times, own.source]).toEqual([claim.labels, claim.times, claim.source]);
      }),
    );
  });

  test('Backspace at the beginning of what Enter made gives the words back', () => {
    fc.assert(
      fc.property(anyPlace, ({ claim, at }) => {
        const cut = split(base, caret(claim.id, at), 'x1');
        const [first, second] = claimsOf(cut).filter(({ id }) => id === claim.id || id === 'x1');
        const back = joined(cut, second?.id ?? '', 'ja');
        if (back.is !== 'joined') throw new Error(`${back.is}: ${first?.text.ja}`);
        expect(letters(find(back.document, claim.id).text.ja)).toBe(letters(claim.text.ja));
        expect(letters(find(back.document, claim.id).text.en)).toBe(letters(claim.text.en));
        expect(claimsOf(back.document)).toHaveLength(claimsOf(base).length);
      }),
    );
  });

  test('Enter between sentences cuts both languages, within one it leaves the other where it was', () => {
    const two = withClaim(base, {
      ...find(base, 'r1'),
      text: { ja: '設備が止まった。すぐに戻した。', en: 'A device stopped. It was restored.' },
    });
    const at = split(two, caret('r1', 8), 'x1');
    expect([find(at, 'r1').text, find(at, 'x1').text]).toEqual([
      { ja: '設備が止まった。', en: 'A device stopped.' },
      { ja: 'すぐに戻した。', en: 'It was restored.' },
    ]);
    const within = split(two, caret('r1', 3), 'x1');
    expect([find(within, 'r1').text, find(within, 'x1').text]).toEqual([
      { ja: '設備が', en: 'A device stopped. It was restored.' },
      { ja: '止まった。すぐに戻した。', en: '' },
    ]);
  });

  test('Enter takes what is selected away; at either end there is an empty claim beside', () => {
    const [first, second] = base.sections.response;
    const own = first?.text.ja ?? '';
    const selected = split(base, caret('r1', 2, 4), 'x1');
    expect(find(selected, 'r1').text.ja + find(selected, 'x1').text.ja).toBe(own.slice(0, 2) + own.slice(4));
    expect(ids(split(base, caret('r1', own.length), 'x1'), 'response').slice(0, 3)).toEqual([
      'r1',
      'x1',
      second?.id,
    ]);
    const before = split(base, caret('r1', 0), 'x1');
    expect(ids(before, 'response').slice(0, 2)).toEqual(['x1', 'r1']);
    expect(find(before, 'r1')).toEqual(first);
  });

  test('the second half may be told only as the first, and is known from the same source', () => {
    const secret = withClaim(base, {
      ...find(base, 'r1'),
      disclosure: 'withhold',
      source: '聞き取り',
      later: { by: 'r2', how: 'overturned' },
    });
    expect(find(split(secret, caret('r1', 3), 'x1'), 'x1')).toMatchObject({
      disclosure: 'withhold',
      source: '聞き取り',
      later: { by: 'r2', how: 'overturned' },
      labels: [],
    });
  });

  test('joined, a claim has what is known of both; whoever referred to the second refers to it', () => {
    const [lesson] = base.lessons;
    const known: CaseDocument = {
      ...withClaim(base, { ...find(base, 'r2'), disclosure: 'generalise', source: '文書2' }),
      lessons: lesson ? [{ ...lesson, supports: ['r2', 'r1'] }] : [],
    };
    const from = withClaim(known, { ...find(known, 'r1'), source: '文書1' });
    const whole = joined(from, 'r2', 'ja');
    if (whole.is !== 'joined') throw new Error(whole.is);
    const [a, b] = [find(from, 'r1'), find(from, 'r2')];
    expect(find(whole.document, 'r1')).toMatchObject({
      disclosure: 'generalise',
      source: '文書1; 文書2',
      labels: [...new Set([...a.labels, ...b.labels])],
      text: { ja: a.text.ja + b.text.ja, en: `${a.text.en} ${b.text.en}` },
    });
    expect(whole.document.lessons[0]?.supports).toEqual(['r1']);
    expect(whole.caret).toEqual(caret('r1', a.text.ja.length));
  });

  test('what would lose something is not joined: other outcomes, causes, circles, too many letters', () => {
    const join = (change: Partial<Claim>, first: Partial<Claim> = {}) =>
      joined(
        withClaim(withClaim(base, { ...find(base, 'r1'), ...first }), { ...find(base, 'r2'), ...change }),
        'r2',
        'ja',
      ).is;
    expect(join({ outcome: 'none' }, { outcome: 'effective' })).toBe('different');
    expect(join({ outcome: 'none' }, { outcome: 'none' })).toBe('joined');
    expect(join({ factor: { of: 'r3', certainty: 'possible' } })).toBe('different');
    expect(join({ later: { by: 'r1', how: 'revised' } })).toBe('different');
    expect(join({ text: { ja: 'あ'.repeat(590), en: '' } })).toBe('tooLong');
    expect(joined(base, base.sections.response[0]?.id ?? '', 'ja').is).toBe('first');
  });

  test('an empty claim just goes, with what rested on it; the caret is where it was', () => {
    const more = added(base, 'response', 'x1', 'r1');
    const gone = joined(more, 'x1', 'ja');
    expect(gone).toMatchObject({ is: 'joined', caret: caret('r1', find(base, 'r1').text.ja.length) });
    expect(gone.is === 'joined' && gone.document.sections).toEqual(base.sections);
    const before = added(base, 'response', 'x1', 'r1');
    const own = joined(before, 'r2', 'ja');
    expect(own).toMatchObject({ is: 'joined', caret: caret('r2', 0) });
    expect(removed(base, 'r1').lessons.flatMap(({ supports }) => supports)).not.toContain('r1');
  });

  test('up and down go through all sections and lose nothing', () => {
    fc.assert(
      fc.property(anyClaim, fc.constantFrom(1 as const, -1 as const), (claim, by) => {
        const there = moved(base, claim.id, by);
        expect(new Set(claimsOf(there))).toEqual(new Set(claimsOf(base)));
        if (there !== base) expect(moved(there, claim.id, by === 1 ? -1 : 1)).toEqual(base);
      }),
    );
    let at = base;
    for (let n = 0; n < claimsOf(base).length + CLAIM_SECTIONS.length; n++) at = moved(at, 'b1', 1);
    expect(at.sections.measures.at(-1)?.id).toBe('b1');
    expect(moved(at, 'b1', 1)).toBe(at);
    expect(ids(placed(base, 'b1', 'cause', 'k1'), 'cause')[0]).toBe('b1');
  });

  test('lines pasted are claims, one a line, without their bullets', () => {
    const lines = pastedLines('・一つ目\r\n\n 2. 二つ目\n3.5時間で復旧\n- 四つ目 ');
    expect(lines).toEqual(['一つ目', '二つ目', '3.5時間で復旧', '四つ目']);
    const own = find(base, 'r1').text.ja;
    const at = (from: number) => {
      const put = pasted(base, caret('r1', from), lines, ['x1', 'x2', 'x3']);
      if (!put) throw new Error('there is room');
      return {
        words: put.document.sections.response.slice(0, 4).map(({ text }) => text.ja),
        caret: put.caret,
      };
    };
    const end = at(own.length);
    expect(end.words).toEqual([`${own}一つ目`, '二つ目', '3.5時間で復旧', '四つ目']);
    expect(end.caret).toEqual(caret('x3', 3));
    expect(at(4).words).toEqual([
      `${own.slice(0, 4)}一つ目`,
      '二つ目',
      '3.5時間で復旧',
      `四つ目${own.slice(4)}`,
    ]);
    const start = at(0);
    expect(start.words).toEqual(['一つ目', '二つ目', '3.5時間で復旧', `四つ目${own}`]);
    expect(start.caret.id).toBe('r1');
    expect(pasted(base, caret('r1', 0), Array<string>(60).fill('一'), [])).toBeUndefined();
  });

  test('one line, copied with its end, goes into the claim without it', () => {
    const own = find(base, 'r1').text.ja;
    const put = pasted(base, caret('r1', 2, 4), pastedLines('・一つ目 \r\n'), []);
    expect(put?.document.sections.response).toHaveLength(base.sections.response.length);
    expect(find(put?.document ?? base, 'r1').text.ja).toBe(`${own.slice(0, 2)}一つ目${own.slice(4)}`);
    expect(put?.caret).toEqual(caret('r1', 5));
  });

  test('lines pasted into a claim that is withheld are withheld, wherever the caret stands', () => {
    const own = find(base, 'r1');
    const secret = withClaim(base, { ...own, disclosure: 'withhold' });
    for (const from of [0, 4, own.text.ja.length]) {
      const put = pasted(secret, caret('r1', from), ['一つ目', '二つ目', '三つ目'], ['x1', 'x2']);
      const there = put?.document.sections.response.slice(0, 3).map(({ disclosure }) => disclosure);
      expect(there).toEqual(['withhold', 'withhold', 'withhold']);
    }
    const open = pasted(base, caret('r1', 0), ['一つ目', '二つ目'], ['x1'])?.document;
    expect(open?.sections.response[0]?.disclosure).toBe('publish');
  });

  test('what is put in from a draft names no claim of that draft, and a response without labels is told in the text', () => {
    const drafted: Claim = {
      ...find(base, 'r2'),
      id: 'r7',
      labels: ['r3'],
      textOnly: false,
      source: '#1: 5',
      later: { by: 'r2', how: 'overturned' },
      factor: { of: 'k1', certainty: 'possible' },
    };
    const inResponse = putIn(base, 'response', drafted, 'x1');
    expect(find(inResponse, 'x1')).toMatchObject({
      labels: [],
      textOnly: true,
      source: '#1: 5',
      text: drafted.text,
    });
    expect(find(inResponse, 'x1')).not.toHaveProperty('later');
    expect(find(inResponse, 'x1')).not.toHaveProperty('factor');
    expect(ids(inResponse, 'response').at(-1)).toBe('x1');
    expect(find(putIn(base, 'cause', drafted, 'x1'), 'x1').textOnly).toBe(false);
  });

  test('a phrase is marked in both languages where it was selected in both just now, else in one', () => {
    const english = selectedAnew(NOTHING_SELECTED, 'en', 'stopped', 100_000);
    // The caret comes into the other field first.
    const into = selectedAnew(english, 'ja', '', 101_000);
    expect(selectedAnew(into, 'ja', '停止', 104_000).words).toEqual({ ja: '停止', en: 'stopped' });
    expect(selectedAnew(into, 'ja', '停止', 200_000).words).toEqual({ ja: '停止', en: '' });
    expect(selectedAnew(unselected(english, 'en'), 'ja', '停止', 101_000).words).toEqual({
      ja: '停止',
      en: '',
    });
    expect(selectedAnew(english, 'en', '', 101_000).words).toEqual({ ja: '', en: '' });
  });

  test('after undo the caret is at what became different', () => {
    const own = find(base, 'r2').text.ja;
    const rewrote = withClaim(base, {
      ...find(base, 'r2'),
      text: { ja: `${own.slice(0, 5)}新${own.slice(5)}`, en: '' },
    });
    expect(changedAt(base, rewrote, 'ja')).toEqual(caret('r2', 6));
    expect(changedAt(rewrote, base, 'ja')).toEqual(caret('r2', 5));
    const cut = split(base, caret('r2', 5), 'x1');
    expect(changedAt(base, cut, 'ja')?.id).toBe('r2');
    expect(changedAt(base, added(base, 'response', 'x1', 'r2'), 'ja')).toEqual(caret('x1', 0));
    expect(changedAt(base, removed(base, 'r2'), 'ja')).toEqual(caret('r1', find(base, 'r1').text.ja.length));
    expect(changedAt(base, moved(base, 'r2', 1), 'ja')?.id).toMatch(/^r[23]$/);
    expect(changedAt(base, placed(base, 'r2', 'cause'), 'ja')).toEqual(caret('r2', 0));
    expect(changedAt(base, { ...base, order: 3 }, 'ja')).toBeUndefined();
  });

  test('findings stand with their claim or section, the rest apart', () => {
    const about = (path: string) => ({ severity: 'error' as const, path, message: { ja: path, en: path } });
    const all = ['sections.response.1.text', 'sections.cause', 'lessons.0.title', 'questions.0'].map(about);
    const { inPlace, elsewhere } = findingsInPlace(base, all);
    expect([...inPlace]).toEqual([
      [base.sections.response[1]?.id, [all[0]]],
      ['cause', [all[1]]],
    ]);
    expect(elsewhere).toEqual([all[2]]);
  });

  test('what is known of a claim stands behind it in a word or two', () => {
    const known: Claim = {
      ...find(base, 'r1'),
      text: {
        ja: '止まった可能性',
        en: 'may have stopped',
        hedges: [{ id: 'h1', certainty: 'possible', words: { ja: '止まった', en: 'stopped' } }],
      },
      labels: ['r1', 'r99'],
      times: [{ since: 'occurred', after: 'PT7H', precision: 'about' }],
      source: '聞き取り',
      disclosure: 'withhold',
      later: { by: 'r2', how: 'overturned' },
    };
    const words = (language: 'ja' | 'en') => chipsOf(known, base.figure, language).map((chip) => chip.words);
    expect(words('ja')).toEqual([
      '対処1',
      '図のラベル ?',
      '「止まった」可能性あり',
      '発生から約7時間',
      '後に誤りと判明',
      '公開しない',
      '出所',
    ]);
    expect(words('en').slice(0, 4)).toEqual([
      'Response 1',
      'Figure label ?',
      '“stopped” possible',
      'about 7 h after occurrence',
    ]);
    expect(chipsOf(emptyClaim('x1'), base.figure, 'ja')).toEqual([]);
  });
});
