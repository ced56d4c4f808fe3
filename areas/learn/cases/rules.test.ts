import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from './read-case.ts';
import { asksReason, CASE_TURNS, fileNameOf, findingsOf } from './rules.ts';
import { CASE_STATES, type CaseDocument, TURNS } from './schema.ts';

const text = fs.readFileSync(new URL('../../../cases/09-network-blip.yaml', import.meta.url), 'utf8');
const good = readCase(text);
const spoiled = (change: (document: CaseDocument) => void): string[] => {
  const copy = structuredClone(good);
  change(copy);
  return findingsOf(copy).map(({ severity, path }) => `${severity} ${path}`);
};

describe('findings', () => {
  test('a complete case has none', () => {
    expect(findingsOf(good)).toEqual([]);
  });

  test('an empty section, a lesson on nothing, too few bullets', () => {
    expect(spoiled((c) => (c.sections.measures = []))).toContain('error sections.measures');
    expect(spoiled((c) => (c.lessons = []))).toContain('error lessons');
    expect(spoiled((c) => Object.assign(c.lessons[0] ?? {}, { supports: [] }))).toContain(
      'error lessons.0.supports',
    );
    expect(spoiled((c) => Object.assign(c.lessons[0] ?? {}, { supports: ['zz'] }))).toContain(
      'error lessons.0.supports',
    );
    expect(spoiled((c) => c.summary.splice(1))).toContain('error summary');
    expect(spoiled((c) => (c.outline = []))).toContain('error outline');
  });

  test('a gap in the numbers of the figure', () => {
    const gap = spoiled((c) => {
      for (const arrow of c.figure.arrows)
        arrow.labels = arrow.labels.filter(({ numbers }) => !numbers.includes(2));
    });
    expect(gap.some((each) => each.startsWith('error figure.'))).toBe(true);
  });

  test('a claim that names a label the figure lacks is an error, one tied to none a warning', () => {
    const first = (c: CaseDocument) => c.sections.response[0] ?? { labels: [] as string[] };
    expect(spoiled((c) => first(c).labels.push('r99'))).toContain('error sections.response.0.labels');
    expect(spoiled((c) => Object.assign(first(c), { labels: [] }))).toContain('warning sections.response.0');
  });

  test('an id used twice', () => {
    expect(spoiled((c) => Object.assign(c.sections.cause[0] ?? {}, { id: 'b1' }))).toContain(
      'error sections.cause.0.id',
    );
  });
});

test('a text in one language, without words or still unnamed is an error; letters the typeface lacks are a warning', () => {
  expect(spoiled((c) => (c.title.en = ''))).toContain('error title');
  expect(spoiled((c) => Object.assign(c.sections.cause[0]?.text ?? {}, { ja: '', en: '' }))).toContain(
    'error sections.cause.0.text',
  );
  expect(spoiled((c) => Object.assign(c.figure.boxes[0]?.name ?? {}, { en: 'New box' }))).toContain(
    'error figure.boxes.0.name',
  );
  expect(spoiled((c) => Object.assign(c.lessons[0]?.title ?? {}, { ja: '教訓😀' }))).toContain(
    'warning lessons.0.title',
  );
  // A simplified Han letter is Han, and our typeface lacks it all the same; its Japanese form is there.
  expect(spoiled((c) => Object.assign(c.lessons[0]?.title ?? {}, { ja: '服务' }))).toContain(
    'warning lessons.0.title',
  );
  expect(spoiled((c) => Object.assign(c.lessons[0]?.title ?? {}, { ja: '服務\u3000髙﨑' }))).not.toContain(
    'warning lessons.0.title',
  );
});

test('what only withheld claims say may neither stand in the figure nor carry a lesson (C0-M5)', () => {
  const withheld = spoiled((c) => {
    for (const claim of Object.values(c.sections).flat())
      if (claim.labels.includes('r7') || claim.id === 'r4') claim.disclosure = 'withhold';
  });
  const label = good.figure.arrows.findIndex(({ labels }) =>
    labels.some(({ numbers }) => numbers.includes(7)),
  );
  expect(withheld).toContain(`error figure.arrows.${label}.labels.0`);
  expect(withheld).toContain('error lessons.2.supports');
});

test('every state answers every turn, and all but a withdrawn case can be withdrawn', () => {
  for (const state of CASE_STATES) {
    expect(Object.keys(CASE_TURNS[state]).sort()).toEqual([...TURNS].sort());
    expect(CASE_TURNS[state].withdraw).toBe(state === 'withdrawn' ? null : 'withdrawn');
    for (const turn of TURNS) expect(asksReason(turn, false)).toBe(turn === 'withdraw');
  }
});

describe('bad files name what is wrong', () => {
  const wrong = (from: string | RegExp, to: string): unknown => {
    try {
      return readCase(text.replace(from, to));
    } catch (error) {
      const { code, details } = error as { code: string; details: { fields?: { field: string }[] } };
      return [code, ...(details.fields ?? []).map(({ field }) => field)];
    }
  };

  test('an unknown party, a circle, a label without text, a claim of 5,000 characters, an unknown key', () => {
    expect(wrong('from: sup', 'from: nobody')).toEqual(['invalid', 'figure.arrows.2.from']);
    expect(wrong('in: op', 'in: mgmt')).toEqual([
      'invalid',
      expect.stringMatching(/^figure\.boxes\.\d+\.in$/),
    ]);
    expect(wrong(/text: \{ ja: 瞬断, en: interruption \}/, "text: { ja: '', en: interruption }")).toEqual([
      'invalid',
      expect.stringMatching(/labels\.0\.text\.ja$/),
    ]);
    expect(wrong(/検知から5分[^,\n]*/, 'あ'.repeat(5000))).toEqual([
      'invalid',
      'sections.response.3.text.ja',
    ]);
    expect(wrong('order: 9', 'ordre: 9')).toEqual(['invalid', 'case']);
  });

  test('half a character, U+0000, an alias, a name every object has', () => {
    expect(wrong('en: interruption', 'en: "blip\\0"')).toEqual([
      'invalid',
      expect.stringMatching(/text\.en$/),
    ]);
    expect(wrong('order: 9', 'order: &nine 9\nzz: *nine')).toEqual(['malformed']);
    expect(wrong(/id: host\n/, 'id: constructor\n')).toEqual(
      expect.arrayContaining(['invalid', expect.stringMatching(/figure\.boxes/)]),
    );
  });

  test('text that is not YAML', () => {
    expect(wrong('title:', '  title: [')).toEqual(['malformed']);
  });
});

test.each([
  ['Pump stopped in the night', 'sonae-case-pump-stopped-in-the-night'],
  ['#2 – DDoS: “site” down', 'sonae-case-2-ddos-site-down'],
  ['ポンプの停止', 'sonae-case'],
])('the document of a case “%s” is called %s', (en, name) => {
  expect(fileNameOf({ ...good, title: { ja: '題', en } })).toBe(name);
  expect(fileNameOf(undefined)).toBe('sonae-case-report');
});
