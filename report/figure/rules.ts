import { spelledText } from '../../kernel/hedges.ts';
import type { Bilingual, Language } from '../../kernel/language.ts';
import { INFERRED } from './inferred.ts';
import type { BoxKind, FigureBox, FigureData, FigureLabel, LabelKind } from './schema.ts';

/** What is wrong with a figure's data; `path` points into it, as in `arrows.3.to`. */
export interface FigureFault {
  readonly path: string;
  readonly message: Bilingual;
}

/** A label together with where it sits. */
export interface PlacedLabel {
  readonly path: string;
  readonly label: FigureLabel;
}

const TAGS: Record<Exclude<LabelKind, 'relation'>, { ja: string; en: string }> = {
  event: { ja: '事象', en: 'Event' },
  response: { ja: '対処', en: 'Response' },
  background: { ja: '背景', en: 'Background' },
};

/** 事象1, 対処3、8, Response 3, 8, 背景; nothing for a relation. */
export function tagOf(label: FigureLabel, language: Language): string {
  if (label.kind === 'relation') return '';
  const word = TAGS[label.kind][language];
  if (label.numbers.length === 0) return word;
  return language === 'ja' ? `${word}${label.numbers.join('、')}` : `${word} ${label.numbers.join(', ')}`;
}

/** The words of a label as they are drawn: with what they leave in doubt, and a sign where it was inferred. */
export const wordsOf = ({ text, inferred }: FigureLabel, language: Language): string =>
  `${spelledText(text, language)}${inferred ? INFERRED : ''}`;

/** The name of a box as it is drawn. */
export const nameOf = ({ name, inferred }: FigureBox, language: Language): string =>
  `${name[language]}${inferred ? INFERRED : ''}`;

/** Every label of a figure, those on boxes first, in the order they were written. */
export const labelsOf = (figure: FigureData): PlacedLabel[] =>
  (['boxes', 'arrows'] as const).flatMap((where) =>
    figure[where].flatMap((carrier, at) =>
      carrier.labels.map((label, i) => ({ path: `${where}.${at}.labels.${i}`, label })),
    ),
  );

/** What of a figure no source states, in a sentence for those who do not see its signs; undefined where all is stated. */
export function inferredOf(figure: FigureData, language: Language): string | undefined {
  const names = new Map(figure.boxes.map(({ id, name }) => [id, name[language]]));
  const signed = (labels: readonly FigureLabel[]): string[] =>
    labels.filter(({ inferred }) => inferred).map((label) => tagOf(label, language) || label.text[language]);
  const parts = [
    ...figure.boxes.flatMap(({ name, inferred, labels }) => [
      ...(inferred ? [name[language]] : []),
      ...signed(labels),
    ]),
    ...figure.arrows.flatMap(({ from, to, inferred, labels }) => {
      if (!inferred) return signed(labels);
      const tags = labels.map((label) => tagOf(label, language)).filter(Boolean);
      const ends = `${names.get(from) ?? from}–${names.get(to) ?? to}`;
      const told = language === 'ja' ? `（${tags.join('、')}）` : ` (${tags.join(', ')})`;
      return [tags.length > 0 ? `${ends}${told}` : ends];
    }),
  ];
  if (parts.length === 0) return undefined;
  return language === 'ja'
    ? `${INFERRED}資料に明記がなく、推定して描いたもの：${parts.join('、')}`
    : `${INFERRED} Inferred, not stated in any source: ${parts.join('; ')}`;
}

/** The numbers one series uses, each once, in order. */
export const numbersOf = (figure: FigureData, kind: LabelKind): number[] =>
  [...new Set(labelsOf(figure).flatMap(({ label }) => (label.kind === kind ? label.numbers : [])))].sort(
    (a, b) => a - b,
  );

/** Whether a reference names a label: `e2` and `r8` by number, anything else by the label's own id. */
export function isLabelOf(label: FigureLabel, reference: string): boolean {
  if (label.id === reference) return true;
  const [, series, digits] = /^([er])(\d+)$/.exec(reference) ?? [];
  if (!series) return false;
  return label.kind === (series === 'e' ? 'event' : 'response') && label.numbers.includes(Number(digits));
}

/** The containers of a box from the inside out; stops where a circle would begin. */
export function containersOf(byId: ReadonlyMap<string, FigureBox>, id: string): string[] {
  const chain: string[] = [];
  for (let at = byId.get(id)?.in; at !== undefined; at = byId.get(at)?.in) {
    if (chain.includes(at) || at === id) return [...chain, at];
    chain.push(at);
  }
  return chain;
}

const fault = (path: string, ja: string, en: string): FigureFault => ({ path, message: { ja, en } });

function boxFaults(figure: FigureData, byId: ReadonlyMap<string, FigureBox>): FigureFault[] {
  return figure.boxes.flatMap((box, i) => {
    const found: FigureFault[] = [];
    if (byId.get(box.id) !== box)
      found.push(fault(`boxes.${i}.id`, `「${box.id}」が重複しています`, `“${box.id}” is used twice`));
    if (box.in !== undefined && !byId.has(box.in))
      found.push(fault(`boxes.${i}.in`, `「${box.in}」という枠はありません`, `There is no box “${box.in}”`));
    if (containersOf(byId, box.id).includes(box.id))
      found.push(
        fault(
          `boxes.${i}.in`,
          `「${box.name.ja}」が自身の枠の中に配置されています`,
          `“${box.name.en}” is placed inside itself`,
        ),
      );
    return found;
  });
}

function arrowFaults(figure: FigureData, byId: ReadonlyMap<string, FigureBox>): FigureFault[] {
  return figure.arrows.flatMap((arrow, i) => {
    const unknown = (['from', 'to'] as const)
      .filter((end) => !byId.has(arrow[end]))
      .map((end) =>
        fault(
          `arrows.${i}.${end}`,
          `「${arrow[end]}」という枠はありません`,
          `There is no box “${arrow[end]}”`,
        ),
      );
    if (unknown.length > 0) return unknown;
    const nested =
      arrow.from === arrow.to ||
      containersOf(byId, arrow.from).includes(arrow.to) ||
      containersOf(byId, arrow.to).includes(arrow.from);
    if (!nested) return [];
    return [
      fault(
        `arrows.${i}.to`,
        '矢印の両端が同じ枠か、一方が他方の枠の中にあります。矢印ではなく、枠のラベルにしてください',
        'Both ends are the same box, or one is inside the other. Use a label on the box instead',
      ),
    ];
  });
}

/** C0-M13: each series starts at 1 without a gap; a series of one may go without its number. */
export function numberingFaults(figure: FigureData): FigureFault[] {
  const labels = labelsOf(figure);
  return (['event', 'response'] as const).flatMap((kind) => {
    const word = kind === 'event' ? { ja: '事象', en: 'event' } : { ja: '対処', en: 'response' };
    const series = labels.filter(({ label }) => label.kind === kind);
    const numbers = numbersOf(figure, kind);
    const missing = Array.from({ length: numbers.at(-1) ?? 0 }, (_, i) => i + 1).filter(
      (n) => !numbers.includes(n),
    );
    const found = missing.map((n) =>
      fault('boxes', `${word.ja}${n}がありません`, `${word.en} ${n} is missing`),
    );
    if (series.length > 1)
      for (const { path, label } of series)
        if (label.numbers.length === 0)
          found.push(
            fault(`${path}.numbers`, `${word.ja}に番号がありません`, `This ${word.en} has no number`),
          );
    return found;
  });
}

const numberedRelations = (figure: FigureData): FigureFault[] =>
  labelsOf(figure)
    .filter(
      ({ label }) => (label.kind === 'background' || label.kind === 'relation') && label.numbers.length > 0,
    )
    .map(({ path }) =>
      fault(
        `${path}.numbers`,
        '背景と関係には番号を付けられません',
        'Background and relations cannot have a number',
      ),
    );

/** More than this is not a figure any more: no sheet holds it at a size one can read. */
const MOST_LABELS = 60;
const MOST_CHARACTERS = 3_000;

function sizeFaults(figure: FigureData): FigureFault[] {
  const labels = labelsOf(figure);
  const characters = Math.max(
    ...(['ja', 'en'] as const).map((language) =>
      labels.reduce((sum, { label }) => sum + wordsOf(label, language).length, 0),
    ),
  );
  if (labels.length <= MOST_LABELS && characters <= MOST_CHARACTERS) return [];
  return [
    fault(
      'boxes',
      `ラベルは${MOST_LABELS}個、合計${MOST_CHARACTERS}文字以内にしてください。超える場合は図を分割してください`,
      `A figure can have ${MOST_LABELS} labels with ${MOST_CHARACTERS} characters in total. Split it`,
    ),
  ];
}

/** A pin that could not hold is told, not ignored. */
function pinFaults(figure: FigureData): FigureFault[] {
  const holders = new Set(figure.boxes.flatMap((box) => box.in ?? []));
  return figure.boxes.flatMap((box, i) => {
    if (!box.pin || !('side' in box.pin) || (box.in === undefined && !holders.has(box.id))) return [];
    return [
      fault(
        `boxes.${i}.pin`,
        '図の端に配置できるのは、枠に含まれず、内部に要素を持たない関係者のみです',
        'Only a party outside all boxes and without contents can be placed at a side',
      ),
    ];
  });
}

/** What keeps a figure from being drawn at all. */
export function structureFaults(figure: FigureData): FigureFault[] {
  const byId = new Map<string, FigureBox>();
  for (const box of figure.boxes) if (!byId.has(box.id)) byId.set(box.id, box);
  return [
    ...boxFaults(figure, byId),
    ...arrowFaults(figure, byId),
    ...numberedRelations(figure),
    ...sizeFaults(figure),
    ...pinFaults(figure),
  ];
}

const ORGANISATIONS: ReadonlySet<BoxKind> = new Set(['operator', 'organisation']);

/** Boxes that tell a reader nothing: nothing joins them, no label stands on them, and nobody's own holds them. */
export function silentBoxes(figure: FigureData): string[] {
  const byId = new Map(figure.boxes.map((box) => [box.id, box]));
  const joined = new Set(figure.arrows.flatMap(({ from, to }) => [from, to]));
  // Whoever says something says it of all that holds it too; containers are walked outwards, which ends in a circle as well.
  const telling = new Set(
    figure.boxes
      .filter(({ id, labels, state }) => joined.has(id) || labels.length > 0 || state !== undefined)
      .flatMap(({ id }) => [id, ...containersOf(byId, id)]),
  );
  const speaks = ({ id }: FigureBox): boolean => telling.has(id);
  /** Part of a system, or of a part of an organisation: whose it is is what it says. */
  const owned = ({ in: id }: FigureBox): boolean => {
    const holder = id === undefined ? undefined : byId.get(id);
    return holder !== undefined && (holder.in !== undefined || !ORGANISATIONS.has(holder.kind));
  };
  const alike = (one: FigureBox, other: FigureBox): boolean =>
    one !== other &&
    one.in === other.in &&
    one.kind === other.kind &&
    (one.stack || rowName(one.name.ja) === rowName(other.name.ja));
  return figure.boxes
    .filter((box) => !speaks(box) && !owned(box))
    .filter((box) => !figure.boxes.some((other) => alike(box, other) && speaks(other)))
    .map(({ id }) => id);
}
/** What a name is without its last sign: 拠点1 and 拠点2, Site A and Site B … are of one row. */
export const rowName = (name: string): string =>
  name.normalize('NFKC').replace(/(?<=[^A-Za-z])[A-Z]?[\d.… ]*$/u, '');

/** What an arrow's look would say otherwise than its label: what happened is no act of anybody. */
const MISLEADING: Readonly<Partial<Record<LabelKind, readonly string[]>>> = {
  event: ['act'],
  background: ['act', 'report'],
};

/** What can be drawn but says nothing, or something else than is meant. */
export function figureRemarks(figure: FigureData): FigureFault[] {
  const silent = silentBoxes(figure).map((id) =>
    fault(
      `boxes.${figure.boxes.findIndex((box) => box.id === id)}`,
      'この枠には線もラベルもありません。関係を示すか、枠を削除してください',
      'Nothing joins this box and it has no label. Show how it is related, or remove it',
    ),
  );
  const misleading = figure.arrows.flatMap(({ nature, labels }, i) =>
    labels.some(({ kind }) => MISLEADING[kind]?.includes(nature))
      ? [
          fault(
            `arrows.${i}.nature`,
            '事象または背景のラベルが、対処を表す線に付いています。線の種類を選び直してください',
            'An event or background label is on a line that stands for an action. Choose another kind of line',
          ),
        ]
      : [],
  );
  return [...silent, ...misleading];
}
