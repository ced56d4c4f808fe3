import type { z } from 'zod';
import type { Language } from '../../../../../kernel/language.ts';
import { fieldFaultsOf } from '../../../../../kernel/shape-faults.ts';
import type { Draft } from './merge-begun.ts';

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** The shape within what may also be left out, null or set by itself. */
function bare(shape: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let inner = shape;
  while (inner && 'innerType' in inner._zod.def) inner = inner._zod.def.innerType as z.core.$ZodType;
  return inner;
}
const fieldsIn = (shape: z.core.$ZodType | undefined): z.ZodObject | undefined => {
  const inner = bare(shape);
  return inner?._zod.def.type === 'object' ? (inner as z.ZodObject) : undefined;
};

/** The shape of one field by its path, as in `filter.site`. */
export function shapeAt(shape: z.ZodObject, path: string): z.ZodType | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = shape.shape[first] as z.ZodType | undefined;
  const inner = rest.length > 0 ? fieldsIn(field) : undefined;
  return inner ? shapeAt(inner, rest.join('.')) : field;
}

const WAYS = { text: ['', null, undefined], list: [[], null, undefined], other: [null, undefined] } as const;
const waysOf = (value: unknown): readonly unknown[] =>
  typeof value === 'string' ? WAYS.text : Array.isArray(value) ? WAYS.list : WAYS.other;

/**
 * What a field left empty is told as: empty where that is taken, else as null, else not at all. What may be left out and
 * was empty before is left out: an empty text to look for would find nothing.
 */
function emptyAs(shape: z.ZodType, value: unknown, begun: unknown): unknown {
  if (shape._zod.def.type === 'optional' && isEmpty(begun)) return undefined;
  return waysOf(value).find((way) => shape.safeParse(way).success);
}

/** Whether a field must be filled in. */
export function isRequired(shape: z.ZodObject, path: string, value: unknown): boolean {
  const field = shapeAt(shape, path);
  return field !== undefined && !waysOf(value).some((way) => field.safeParse(way).success);
}

/**
 * What a route is told of a draft: each empty field the way its shape takes it, and nothing of fields that it does not know.
 * @param begun what the form began with
 */
export function told(shape: z.ZodObject, draft: Draft, begun: Draft = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(draft).flatMap(([name, value]): [string, unknown][] => {
      const field = shape.shape[name] as z.ZodType | undefined;
      if (!field || value === undefined) return [];
      const inner = fieldsIn(field);
      const before = begun[name];
      if (inner && isDraft(value)) return [[name, told(inner, value, isDraft(before) ? before : {})]];
      if (!isEmpty(value)) return [[name, value]];
      const empty = emptyAs(field, value, before);
      return empty === undefined ? [] : [[name, empty]];
    }),
  );
}

/** What is wrong with what would be told, by field, in the server's own words. */
export function faultsIn(
  shape: z.ZodObject,
  body: unknown,
  language: Language,
): Readonly<Record<string, string>> {
  const read = shape.safeParse(body, { reportInput: true });
  if (read.success) return {};
  const faults = fieldFaultsOf(read.error, 'body').map(({ field, mend }) => [field, mend[language]] as const);
  // The first of several is the one to mend first.
  return Object.fromEntries(faults.toReversed());
}
