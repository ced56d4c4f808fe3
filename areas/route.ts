import type { z } from 'zod';
import type { Context } from '../database/transaction.ts';
import type { Bilingual } from '../kernel/language.ts';
import type { Permission } from './roles.ts';

type Shape = z.ZodObject | undefined;
type Output<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

/** A route as data: HTTP, OpenAPI, the command line and the console's client are all read from it. */
export interface Route<
  Key extends string = string,
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Reply extends z.ZodType = z.ZodType,
> {
  /** Method and path, as in `POST /api/respond/incidents/:id/resolution`. */
  readonly key: Key;
  /** Words of the command line: `<area> <thing> <verb>`. */
  readonly command: string;
  readonly permission: Permission;
  readonly summary: Bilingual;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Bytes a body may have, where that is more than the server takes by itself. */
  readonly largestBody?: number;
  readonly reply: Reply;
  readonly handle: (
    ctx: Context,
    input: { params: Output<Params>; query: Output<Query>; body: Output<Body> },
  ) => Promise<z.input<Reply>>;
}

/** Ties the handler's types to the schemas beside it. */
export const route = <
  const Key extends `${'GET' | 'POST' | 'PUT' | 'DELETE'} /api/${string}`,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodObject | undefined = undefined,
  Reply extends z.ZodType = z.ZodType,
>(
  definition: Route<Key, Params, Query, Body, Reply>,
): Route<Key, Params, Query, Body, Reply> => definition;
