import type { z } from 'zod';

/**
 * Of a schema only what its types are read from. A whole schema class has some two hundred members, so that asking the
 * compiler whether one schema is a schema costs thirty thousand types each time; this asks for two fields.
 */
export interface Shape {
  readonly _zod: { readonly input: unknown; readonly output: unknown };
}

/** What a shape takes. */
export type Taken<S> = S extends { readonly _zod: { readonly input: infer I } } ? I : never;
/** What it makes of that. */
export type Made<S> = S extends { readonly _zod: { readonly output: infer O } } ? O : never;

/** Reads a value by a shape. @throws ZodError */
export const parseBy = <S extends Shape>(shape: S, value: unknown): Made<S> =>
  (shape as unknown as z.ZodType<Made<S>>).parse(value);
