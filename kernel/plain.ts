import type { FieldFault } from './errors.ts';
import { isPlainText, shorten } from './text.ts';

/** The same with U+FFFD where no store could hold it: for what is taken whatever it holds. */
export const plainText = (text: string): string =>
  isPlainText(text) ? text : text.replaceAll('\u0000', '\uFFFD').toWellFormed();

/** What a person is told of text that is not plain. */
export const NOT_PLAIN = {
  ja: '使用できない文字（U+0000や不完全な絵文字など）が含まれています。削除してください',
  en: 'It contains an unsupported character (U+0000 or a broken emoji). Remove it',
} as const;

/** Texts and names of fields at any depth made plain; what is plain already is the same object. */
export function withPlainText<T>(value: T): T {
  return isPlain(value) ? value : (mended(value) as T);
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(mended);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [plainText(key), mended(each)]));
}

/** Records as JSON, forms and queries make them; an instant, a buffer and the like have no fields to look at. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return false;
  const made: unknown = Object.getPrototypeOf(value);
  return made === null || Object.getPrototypeOf(made) === null;
}

const isPlain = (value: unknown): boolean => oddPlaces(value, 1).length === 0;

/** More than a person mends, or reads, at one look. */
const MOST_NAMED = 50;
const DEEPEST = 20;
const LONGEST_NAME = 80;

/**
 * Every place in what was sent where a text, or the name of a field, is not plain.
 * @param whole named where the value itself is the text
 */
export const plainFaultsOf = (value: unknown, whole: string): FieldFault[] =>
  oddPlaces(value, MOST_NAMED).map((path) => ({ field: path.join('.') || whole, mend: NOT_PLAIN }));

interface Place {
  readonly value: unknown;
  readonly under: Place | undefined;
  readonly name: string;
}

/** Walked with a list of its own: what is sent may lie deeper than calls can. */
function oddPlaces(value: unknown, most: number): string[][] {
  const found: string[][] = [];
  const waiting: Place[] = [{ value, under: undefined, name: '' }];
  for (let place = waiting.pop(); place && found.length < most; place = waiting.pop()) {
    if (typeof place.value === 'string') {
      if (!isPlainText(place.value)) found.push(pathOf(place));
    } else if (Array.isArray(place.value)) {
      for (let i = place.value.length - 1; i >= 0; i -= 1)
        waiting.push({ value: place.value[i], under: place, name: String(i) });
    } else if (isRecord(place.value)) {
      const fields = Object.entries(place.value);
      for (const [name] of fields)
        if (!isPlainText(name)) found.push(pathOf({ value: '', under: place, name }));
      for (const [name, each] of fields.reverse()) waiting.push({ value: each, under: place, name });
    }
  }
  return found.slice(0, most);
}

function pathOf(place: Place): string[] {
  const path: string[] = [];
  for (let at: Place | undefined = place; at?.under; at = at.under)
    path.push(shorten(plainText(at.name.slice(0, LONGEST_NAME * 2)), LONGEST_NAME));
  path.reverse();
  return path.length > DEEPEST ? [...path.slice(0, DEEPEST), '…'] : path;
}
