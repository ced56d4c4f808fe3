import { z } from 'zod';
import type { Bilingual } from '../../../kernel/language.ts';
import { isPlainText } from '../../../kernel/text.ts';

/** Rows of an imported file are read by these shapes too: what is odd in one is told of that row. */
const plain = (limit: number) => z.string().trim().max(limit).refine(isPlainText, { message: 'U+0000' });

/** What people and files call a thing: short, stable, one of its kind in an organisation. */
export const entryKey = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/);
export const name = plain(200).min(1);
export const words = plain(2_000).default('');

/** How a register is asked for: by a part of key or name, page after page in the order of keys, or one entry by its key. */
export const entryFilter = z.object({
  key: entryKey.optional(),
  search: z.string().trim().max(200).optional(),
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type EntryFilter = z.infer<typeof entryFilter>;

/** What a field may point at, besides entries of other registers. */
export type Point = 'person' | 'asset' | 'site';

/** Every name of a field in a shape, however deep it lies. */
export type FieldsOf<T> = T extends readonly (infer Item)[]
  ? FieldsOf<Item>
  : T extends object
    ? { [K in keyof T & string]: K | FieldsOf<T[K]> }[keyof T & string]
    : never;
/** Every value that is chosen from a list, however deep it lies. */
export type ValuesOf<T> = T extends string
  ? string extends T
    ? never
    : T
  : T extends readonly (infer Item)[]
    ? ValuesOf<Item>
    : T extends object
      ? ValuesOf<T[keyof T]>
      : never;

/** Fields that every register has, by the same words. */
export const COMMON_FIELDS = {
  key: { ja: 'キー', en: 'Key' },
  name: { ja: '名前', en: 'Name' },
} as const satisfies Record<string, Bilingual>;

/** A word for each field that not every register has. */
export type FieldWords<T> = { readonly [F in Exclude<FieldsOf<T>, keyof typeof COMMON_FIELDS>]: Bilingual };
export type ValueWords<T> = { readonly [V in ValuesOf<T>]: Bilingual };

/** What fields of a shape point at, by their names. */
export type PointsOf<S extends z.ZodObject, To extends string = string> = {
  readonly [F in FieldsOf<z.infer<S>>]?: To;
};

/**
 * A register: what its entries are called, how they are shaped, and what they point at. A thing that keeps one describes
 * it so in its `register.ts` and nowhere else; what is left out does not compile.
 */
export interface RegisterKind<N extends string = string, S extends z.ZodObject = z.ZodObject> {
  readonly register: N;
  readonly name: Bilingual;
  /** What belongs there, for an empty list. */
  readonly empty: Bilingual;
  readonly shape: S;
  readonly fields: FieldWords<z.infer<S>>;
  readonly values: ValueWords<z.infer<S>> & Readonly<Record<string, Bilingual>>;
  /** What a field of that name points at. It has to be there, and stays while something points at it. */
  readonly points: PointsOf<S>;
  /** The same for what may be gone by now. */
  readonly recalls: PointsOf<S>;
  /** An entry as it is kept in place of another: as it was written, unless some of it does not outlive other words. */
  kept(before: z.infer<S> | undefined, after: z.infer<S>): z.infer<S>;
  /** Whether people come to it by a screen of its own, and not by that of all registers. */
  readonly ownScreen: boolean;
  /** Whether something else has a say in what is kept and removed: then a guard stands among the guards. */
  readonly guarded: boolean;
}

/** No field that the shape does not have. */
type Own<S extends z.ZodObject, P> = { readonly [F in Exclude<keyof P, FieldsOf<z.infer<S>>>]: never };
type Said = 'points' | 'recalls' | 'guarded';

/** A register by what it says of itself, checked against its shape. */
export const registerKind = <
  const N extends string,
  S extends z.ZodObject,
  const P extends PointsOf<S>,
  const R extends PointsOf<S>,
  const G extends boolean,
>(
  kind: Omit<RegisterKind<N, S>, Said> & {
    readonly points: P & Own<S, P>;
    readonly recalls: R & Own<S, R>;
    readonly guarded: G;
  },
) => kind;

export const asWritten = <E>(_before: E | undefined, after: E): E => after;
