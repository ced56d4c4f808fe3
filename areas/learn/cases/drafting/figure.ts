import { fillIn, fitTo } from '../../../../kernel/text.ts';
import { labelsOf, numbersOf, silentBoxes } from '../../../../report/figure/rules.ts';
import type { FigureArrow, FigureBox, FigureData, FigureLabel } from '../../../../report/figure/schema.ts';
import { type About, ofKind, word } from './about.ts';
import { NAMED } from './figure-words.ts';
import { type Mark, marksOf, type Node, systemNode } from './marks.ts';
import { standing } from './noticing.ts';
import type { IncidentRecord } from './schema.ts';
import { withholding } from './withheld.ts';

const MOST_NUMBERED = 12;
const MOST_EVENTS = 5;
const MOST_WANTED = 24;
const MOST_SYSTEMS = 6;
const MOST_OUTSIDE = 10;
const MOST_UNITS = 18;
const MOST_ARROWS = 60;
/** As long as a label may be. */
const LONGEST_LABEL = { ja: 200, en: 300 } as const;
/** As many labels as a box or an arrow may carry. */
const MOST_AT_ONE = 6;

interface DraftedFigure {
  readonly figure: FigureData;
  /** Labels that show a line, by its number. */
  readonly labels: ReadonlyMap<number, readonly string[]>;
}

interface Shown extends Mark {
  readonly label: FigureLabel | undefined;
  readonly reference: string | undefined;
}

const place = ({ from, to, nature }: Mark): string => `${from.key}→${to?.key ?? ''}:${to ? nature : ''}`;

/** No more at one place than it may carry, the first to happen first. */
function roomFor(marks: readonly Mark[]): Mark[] {
  const at = new Map<string, number>();
  return marks.filter((mark) => {
    const count = (at.get(place(mark)) ?? 0) + 1;
    at.set(place(mark), count);
    return count <= MOST_AT_ONE;
  });
}

const inTime = (a: Mark, b: Mark): number =>
  Temporal.Instant.compare(a.at, b.at) || (a.seqs[0] ?? 0) - (b.seqs[0] ?? 0);

/**
 * Which marks have a number: the entries somebody marked, by the numbers they have on the timeline; while nobody has
 * marked any, what says most of what happened and of what was done, in the order in which it was.
 */
function numbered(marks: readonly Mark[], entries: ReadonlySet<number>): Mark[] {
  const wanted = marks.filter(({ wanted }) => wanted);
  if (wanted.some(({ wanted: by }) => by === 'marked'))
    return roomFor(wanted.toSorted(inTime)).slice(0, MOST_WANTED);
  const isEntry = ({ seqs }: Mark): boolean => entries.has(seqs[0] ?? 0);
  const of = (kind: Mark['kind'], most: number): Mark[] => {
    const all = marks.filter((mark) => mark.kind === kind).toSorted(inTime);
    const arrows = all.filter(({ to }) => to);
    const acts = all.filter((mark) => !mark.to && !isEntry(mark));
    const notes = all.filter((mark) => !mark.to && isEntry(mark));
    return roomFor([...arrows, ...acts, ...notes].slice(0, most)).toSorted(inTime);
  };
  return [...of('event', MOST_EVENTS), ...of('response', MOST_NUMBERED)];
}

/** Every mark that is shown, with its label: numbered in its series, or as a relation where it joins two. */
function labelled(marks: readonly Mark[], about: About): Shown[] {
  const entries = new Set(ofKind(about.record.lines, 'timeline.noted').map(({ seq }) => seq));
  const chosen = numbered(marks, entries);
  const counts = { event: 0, response: 0, relation: 0 };
  const holds = withholding(about.record);
  const hidden = ({ text, seqs }: Mark): boolean => text !== undefined && holds(text, seqs);
  const shown = chosen
    .filter((mark) => !hidden(mark))
    .map((mark): Shown => {
      const kind: 'event' | 'response' = mark.kind === 'event' ? 'event' : 'response';
      const n = ++counts[kind];
      const label = mark.text && { kind, numbers: [n], text: lettered(mark.text) };
      return { ...mark, label, reference: `${kind === 'event' ? 'e' : 'r'}${n}` };
    });
  const rest = marks
    .filter((mark) => mark.to && !(chosen.includes(mark) && !hidden(mark)))
    .map((mark): Shown => {
      if (hidden(mark) || !mark.text) return { ...mark, label: undefined, reference: undefined };
      const id = `rel-${++counts.relation}`;
      return {
        ...mark,
        label: { id, kind: 'relation', numbers: [], text: lettered(mark.text) },
        reference: id,
      };
    });
  return [...shown, ...rest];
}

/** A text as a label holds it, its doubts numbered; words that say nothing are none. */
function lettered({ ja, en, hedges }: NonNullable<Mark['text']>): FigureLabel['text'] {
  const words = {
    ja: fitTo(ja.trim(), LONGEST_LABEL.ja) || '—',
    en: fitTo(en.trim(), LONGEST_LABEL.en) || '—',
  };
  return { ...words, ...(hedges && { hedges: hedges.map((each, i) => ({ ...each, id: `h${i + 1}` })) }) };
}

/** The heaviest so many; of those alike, the first to come. */
const heaviest = (weight: ReadonlyMap<string, number>, most: number): string[] =>
  [...weight]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([key]) => key);

const weightOf = ({ label }: Shown): number => (label ? (label.numbers.length > 0 ? 2 : 1) : 0);

/**
 * Parties and units beyond what a figure holds are left to the text, the ones that have least to say first; so are arrows.
 * A box is drawn for what is left, so that none stands there in silence.
 */
function withinReach(shown: readonly Shown[]): Shown[] {
  const outside = new Map<string, number>();
  const units = new Map<string, number>();
  for (const each of shown)
    for (const node of [each.from, each.to]) {
      if (!node || node.kind === 'system') continue;
      const weight = node.ours ? units : outside;
      weight.set(node.key, (weight.get(node.key) ?? 0) + Math.max(1, weightOf(each)));
    }
  const kept = new Set([...heaviest(outside, MOST_OUTSIDE), ...heaviest(units, MOST_UNITS)]);
  const stays = (node: Node | undefined): boolean => !node || node.kind === 'system' || kept.has(node.key);
  const within = shown.filter(({ from, to }) => stays(from) && stays(to));
  const arrows = new Map<string, number>();
  for (const each of within)
    if (each.to) arrows.set(place(each), (arrows.get(place(each)) ?? 0) + weightOf(each));
  const joined = new Set(heaviest(arrows, MOST_ARROWS));
  return within.filter((each) => !each.to || joined.has(place(each)));
}

/** A first figure of an incident: whoever took part, what was affected, and what passed between them, as the record has it. */
export function figureOf(about: About): DraftedFigure {
  const { record } = about;
  // Of what only some may see, who was asked and what was hit is as telling as what happened.
  if (record.restricted) return { figure: { boxes: [operatorOf(record)], arrows: [] }, labels: new Map() };
  const isNamed = ({ name }: Node): boolean => !record.isWithheld(name.ja) && !record.isWithheld(name.en);
  const marked = standing(ofKind(record.lines, 'incident.system-marked')).filter((key) =>
    isNamed(systemNode(about, key)),
  );
  const keys = marked.slice(0, MOST_SYSTEMS);
  const marks = marksOf(about, keys).filter(({ from, to }) => isNamed(from) && (!to || isNamed(to)));
  const shown = renumbered(withinReach(labelled(marks, about)));
  const nodes = new Map<string, Node>();
  const add = (node: Node | undefined): void => {
    if (node) nodes.set(node.key, nodes.get(node.key) ?? node);
  };
  for (const { from, to } of shown) {
    add(from);
    add(to);
  }
  const ids = new Map([...nodes.keys()].map((key, i) => [key, `n${i + 1}`]));
  const idOf = (node: Node): string => ids.get(node.key) ?? 'op';
  const restored = new Set(
    keys
      .filter(
        (key) =>
          word(
            ofKind(record.lines, 'incident.system-marked').findLast((line) => word(line, 'asset') === key) ??
              NOBODY,
            'state',
          ) === 'restored',
      )
      .map((key) => systemNode(about, key).key),
  );
  const boxes = [...nodes.values()].map(
    (node): FigureBox => ({
      id: idOf(node),
      kind: node.kind,
      name: { ja: fitTo(node.name.ja.trim(), 60) || '—', en: fitTo(node.name.en.trim(), 80) || '—' },
      ...(node.ours && { in: 'op' }),
      stack: false,
      ...(restored.has(node.key) && { state: 'restored' as const }),
      labels: shown
        .flatMap(({ from, to, label }) => (label && !to && from.key === node.key ? [label] : []))
        .slice(0, MOST_AT_ONE),
    }),
  );
  const others = marked.length - keys.length;
  const more: FigureBox[] =
    others > 0
      ? [
          {
            id: 'others',
            kind: 'system',
            name: {
              ja: fillIn(NAMED.otherSystems.ja, { n: others }),
              en: fillIn(NAMED.otherSystems.en, { n: others }),
            },
            in: 'op',
            stack: true,
            labels: [],
          },
        ]
      : [];
  const whole: FigureData = { boxes: [operatorOf(record), ...boxes, ...more], arrows: arrowsOf(shown, idOf) };
  const labels = new Map<number, string[]>();
  const figure = spoken(whole);
  const drawn = new Set(labelsOf(figure).map(({ label }) => label));
  for (const { seqs, reference, label } of shown)
    if (reference && label && drawn.has(label))
      for (const seq of seqs) labels.set(seq, [...(labels.get(seq) ?? []), reference]);
  return silentBoxes(figure).includes('op') ? withTitle({ figure, labels }, about) : { figure, labels };
}

function operatorOf({ organisation, isWithheld }: IncidentRecord): FigureBox {
  const own = fitTo(organisation.trim(), 100);
  const name = own && !isWithheld(organisation) ? { ja: own, en: own } : NAMED.operator;
  return { id: 'op', kind: 'operator', name, stack: false, labels: [] };
}

const NOBODY = { body: {} } as Parameters<typeof word>[0];

/** Where the record tells of nothing inside the operator: what it was declared as, after whatever else happened. */
function withTitle({ figure, labels }: DraftedFigure, { record }: About): DraftedFigure {
  const declared = record.lines.find(({ kind }) => kind === 'incident.declared');
  if (!declared || record.isWithheld(record.title)) return { figure, labels };
  const title = fitTo(record.title.trim(), 60) || '—';
  const n = numbersOf(figure, 'event').length + 1;
  const label: FigureLabel = { kind: 'event', numbers: [n], text: { ja: title, en: title } };
  return {
    figure: {
      ...figure,
      boxes: figure.boxes.map((box) => (box.id === 'op' ? { ...box, labels: [label] } : box)),
    },
    labels: new Map([...labels, [declared.seq, [`e${n}`]]]),
  };
}

/** Numbers without a gap, where something was left to the text. */
function renumbered(shown: readonly Shown[]): Shown[] {
  const counts = { event: 0, response: 0 };
  return shown.map((each) => {
    const { label } = each;
    if (!label || (label.kind !== 'event' && label.kind !== 'response')) return each;
    const n = ++counts[label.kind];
    return {
      ...each,
      label: { ...label, numbers: [n] },
      reference: `${label.kind === 'event' ? 'e' : 'r'}${n}`,
    };
  });
}

/** One arrow for what passed the same way between the same two. */
function arrowsOf(shown: readonly Shown[], idOf: (node: Node) => string): FigureArrow[] {
  const arrows = new Map<string, FigureArrow>();
  for (const mark of shown) {
    const { from, to, nature = 'report', label } = mark;
    if (!to || from.key === to.key) continue;
    const known = arrows.get(place(mark)) ?? {
      from: idOf(from),
      to: idOf(to),
      ways: 'one',
      nature,
      labels: [],
    };
    const labels = label && known.labels.length < MOST_AT_ONE ? [...known.labels, label] : known.labels;
    arrows.set(place(mark), { ...known, labels });
  }
  return [...arrows.values()];
}

/** Without boxes that would say nothing. */
function spoken(figure: FigureData): FigureData {
  const silent = new Set(silentBoxes(figure).filter((id) => id !== 'op'));
  return silent.size === 0 ? figure : { ...figure, boxes: figure.boxes.filter(({ id }) => !silent.has(id)) };
}
