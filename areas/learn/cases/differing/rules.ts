import type { Hedged } from '../../../../kernel/certainty.ts';
import { spelledBoth } from '../../../../kernel/hedges.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { canonicalJson } from '../../../../kernel/text.ts';
import { labelsOf, nameOf, tagOf, wordsOf } from '../../../../report/figure/rules.ts';
import type { FigureData, FigureLabel } from '../../../../report/figure/schema.ts';
import { GROUP_WORDS } from '../causes/words.ts';
import { matched } from '../matching/rules.ts';
import { type CaseDocument, CLAIM_SECTIONS, type DIFFERING, type PARTS } from '../schema.ts';

type Part = (typeof PARTS)[number];

/** What one thing of a case was and is. */
export interface Difference {
  readonly part: Part;
  readonly kind: (typeof DIFFERING)[number];
  readonly before: Bilingual | null;
  readonly after: Bilingual | null;
}

/** One thing a reader would call the same in both versions: its words, and all else that is known of it. */
interface Item {
  readonly part: Part;
  readonly id: string;
  readonly words: Bilingual;
  readonly rest: string;
}

const bothOf = (of: (language: 'ja' | 'en') => string): Bilingual => ({ ja: of('ja'), en: of('en') });

/** Parts whose lines have no ids of their own. */
const LINES = ['summary', 'outline', 'questions'] as const;
type Named = Readonly<Record<(typeof LINES)[number], readonly string[]>>;

/** Without an id of its own a line has a name, which is the same for what two versions take for the same line. */
const lines = (part: (typeof LINES)[number], texts: readonly Hedged[], names: Named): Item[] =>
  texts.map((text, at) => {
    const { ja, en } = spelledBoth(text);
    return { part, id: `${part} ${names[part][at]}`, words: { ja, en }, rest: '' };
  });

/** Which line of each part is which in two versions, as those who write at once are merged: what is reworded is the same. */
function namedLines(before: CaseDocument, after: CaseDocument): { was: Named; is: Named } {
  const names = LINES.map((part) => [part, matched(before[part], after[part], []).names] as const);
  const of = (side: 'base' | 'mine') =>
    Object.fromEntries(names.map(([part, each]) => [part, each[side]])) as unknown as Named;
  return { was: of('base'), is: of('mine') };
}

const labelWords = (label: FigureLabel): Bilingual =>
  bothOf((language) => [tagOf(label, language), wordsOf(label, language)].filter(Boolean).join(' '));

function figureItems({ boxes, arrows, ...rest }: FigureData): Item[] {
  const part = 'figure';
  const named = new Map(boxes.map((box) => [box.id, bothOf((language) => nameOf(box, language))]));
  const seen = new Map<string, number>();
  /** The same twice is told apart by its place among its like. */
  const once = (id: string): string => {
    const n = (seen.get(id) ?? 0) + 1;
    seen.set(id, n);
    return `${id} ${n}`;
  };
  return [
    ...boxes.map(({ labels: _, ...box }): Item => {
      const words = named.get(box.id) ?? box.name;
      return { part, id: `box ${box.id}`, words, rest: canonicalJson(box) };
    }),
    ...arrows.map(({ labels: _, ...arrow }): Item => {
      const words = bothOf(
        (language) =>
          `${named.get(arrow.from)?.[language] ?? arrow.from} → ${named.get(arrow.to)?.[language] ?? arrow.to}`,
      );
      return { part, id: once(`arrow ${arrow.from} ${arrow.to}`), words, rest: canonicalJson(arrow) };
    }),
    ...labelsOf({ boxes, arrows }).map(({ label }): Item => {
      const id = once(
        `label ${label.kind} ${label.numbers.join()} ${label.numbers.length ? '' : label.text.ja}`,
      );
      return { part, id, words: labelWords(label), rest: canonicalJson(label) };
    }),
    { part, id: 'arrangement', words: { ja: '配置', en: 'Arrangement' }, rest: canonicalJson(rest) },
  ];
}

function itemsOf(document: CaseDocument, names: Named): Item[] {
  const { title, causeGroup, causeEdition, summary, outline, figure, sections, lessons, questions } =
    document;
  return [
    { part: 'title', id: 'title', words: spelledBoth(title), rest: canonicalJson(title) },
    {
      part: 'causeGroup',
      id: 'causeGroup',
      words: GROUP_WORDS[causeGroup],
      rest: canonicalJson([causeGroup, causeEdition]),
    },
    ...lines('summary', summary, names),
    ...lines('outline', outline, names),
    ...CLAIM_SECTIONS.flatMap((section) =>
      sections[section].map(
        (claim): Item => ({
          part: `sections.${section}`,
          id: `claim ${claim.id}`,
          words: spelledBoth(claim.text),
          rest: canonicalJson(claim),
        }),
      ),
    ),
    ...lessons.map((lesson): Item => {
      const [head, body] = [spelledBoth(lesson.title), spelledBoth(lesson.body)];
      const words = { ja: `${head.ja}：${body.ja}`, en: `${head.en}: ${body.en}` };
      return { part: 'lessons', id: `lesson ${lesson.id}`, words, rest: canonicalJson(lesson) };
    }),
    ...lines('questions', questions, names),
    ...figureItems(figure),
  ];
}

/** The most of a list that stands in the same order in another: what is left of it was moved. */
function inOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, i) => [id, i]));
  // Longest rising run of former places: the last of each length, and where each came from.
  const ends: { readonly id: string; readonly at: number; readonly from: number }[][] = [];
  for (const id of after) {
    const at = place.get(id);
    if (at === undefined) continue;
    let length = ends.findIndex((run) => (run.at(-1)?.at ?? -1) >= at);
    if (length < 0) length = ends.length;
    const from = (ends[length - 1]?.length ?? 0) - 1;
    ends[length] = [...(ends[length] ?? []), { id, at, from }];
  }
  const kept = new Set<string>();
  let from = (ends.at(-1)?.length ?? 0) - 1;
  for (let length = ends.length - 1; length >= 0; length--) {
    const step = ends[length]?.[from];
    if (!step) break;
    kept.add(step.id);
    from = step.from;
  }
  return kept;
}

/** What is another in a later version, in the order of the later one; what is gone comes where its part ends. */
export function differencesBetween(before: CaseDocument, after: CaseDocument): Difference[] {
  const names = namedLines(before, after);
  const [was, is] = [itemsOf(before, names.was), itemsOf(after, names.is)];
  const former = new Map(was.map((item) => [item.id, item]));
  const present = new Set(is.map(({ id }) => id));
  const kept = inOrder(
    was.map(({ id }) => id),
    is.map(({ id }) => id),
  );
  const told = is.flatMap((item): Difference[] => {
    const { part, words } = item;
    const old = former.get(item.id);
    if (!old) return [{ part, kind: 'added', before: null, after: words }];
    const differs = old.rest !== item.rest || canonicalJson(old.words) !== canonicalJson(words);
    if (differs) return [{ part, kind: 'changed', before: old.words, after: words }];
    const moved = old.part !== part || (part !== 'figure' && !kept.has(item.id));
    return moved ? [{ part, kind: 'moved', before: old.words, after: words }] : [];
  });
  const gone = was
    .filter(({ id }) => !present.has(id))
    .map(({ part, words }): Difference => ({ part, kind: 'removed', before: words, after: null }));
  const parts = [...new Set(is.map(({ part }) => part)), ...gone.map(({ part }) => part)];
  return [...new Set(parts)].flatMap((part) => [
    ...told.filter((each) => each.part === part),
    ...gone.filter((each) => each.part === part),
  ]);
}
