import { nameIn } from './keys.ts';
import { coreOf, isCriterion, isValue, type Shape, textKind, type Value } from './shape.ts';

/** A piece of a line: words, or what is pointed at and is called by the server. */
export type Piece = { readonly text: string } | { readonly to: string; readonly value: string };

/** What an item that is folded says of itself on one line. */
export interface ItemLine {
  readonly title: readonly Piece[];
  readonly details: readonly Piece[];
}

/** How fields and values are told, by whoever draws the line. */
export interface Speaks {
  readonly field: (name: string) => string;
  readonly value: (value: string) => string;
  readonly criterion: (expression: string) => string;
  /** What a value is called that points inside the entry itself; undefined where the field does not. */
  readonly own: (field: string, value: string) => string | undefined;
  /** What a field points at. */
  readonly target: (field: string) => string | undefined;
  readonly counted: (field: string, n: number) => string;
  readonly labelled: (label: string, value: string) => string;
}

const SHOWN = 120;
const short = (text: string): string => {
  const letters = [...text.replaceAll(/\s+/g, ' ')];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN - 1).join('')}…` : letters.join('');
};

/** A number by its field; what the field says in brackets of its unit stands behind the number. */
function measured(field: string, value: number, { labelled }: Speaks): string {
  const [, label = field, unit = ''] = /^(.+?) ?[（(](分|min)?.*[）)]$/.exec(field) ?? [];
  return labelled(label, unit === 'min' ? `${value} min` : `${value}${unit}`);
}

function piecesOf(name: string, shape: Shape, value: unknown, speaks: Speaks): Piece[] {
  const core = coreOf(shape);
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    if (core.items?.type === 'object') return [{ text: speaks.counted(name, value.length) }];
    if (value.length > 3) return [{ text: speaks.counted(name, value.length) }];
    return value.flatMap((each) => piecesOf(name, core.items ?? {}, each, speaks));
  }
  if (isValue(value)) return [];
  if (typeof value === 'boolean') return value ? [{ text: speaks.field(name) }] : [];
  if (typeof value === 'number')
    return value === 0
      ? []
      : [{ text: speaks.own(name, String(value)) ?? measured(speaks.field(name), value, speaks) }];
  const text = String(value);
  const own = speaks.own(name, text);
  if (own !== undefined) return [{ text: own }];
  const to = speaks.target(name);
  if (to !== undefined) return [{ to, value: text }];
  if (isCriterion(name)) return [{ text: speaks.criterion(text) }];
  // A yes says nothing without what it is asked of.
  if (core.enum?.includes('yes'))
    return text === 'yes' || text === 'no'
      ? [{ text: speaks.labelled(speaks.field(name), speaks.value(text)) }]
      : [];
  if (core.enum) return [{ text: speaks.value(text) }];
  return textKind(core) === 'wallTime' ? [{ text: text.replace('T', ' ') }] : [{ text: short(text) }];
}

const PAIRS: Readonly<Record<string, string>> = { from: 'until' };

/** One line that says what an item is: its name, and what else of it tells it from the others. */
export function lineOf(shape: Shape, item: Value, speaks: Speaks): ItemLine {
  const name = nameIn(item);
  const details: Piece[] = [];
  for (const [field, each] of Object.entries(shape.properties ?? {})) {
    if (field === 'key' || (name !== '' && item[field] === name) || Object.values(PAIRS).includes(field))
      continue;
    const until = PAIRS[field];
    const pair = [item[field], until === undefined ? undefined : item[until]].map((end) =>
      String(end ?? '').replace('T', ' '),
    );
    if (until !== undefined && pair.some(Boolean)) details.push({ text: pair.join(' – ').trim() });
    else details.push(...piecesOf(field, each, item[field], speaks));
  }
  if (name !== '') return { title: [{ text: short(name) }], details };
  return { title: details.slice(0, 1), details: details.slice(1) };
}
