import type { z } from 'zod';
import type { Context } from '../database/transaction.ts';
import type { CONTRACTS } from './contracts.ts';
import { ROUTES } from './routes.ts';

type Table = typeof CONTRACTS;
export type Key = keyof Table;
type Part<K extends Key, P extends 'params' | 'query' | 'body'> = Table[K] extends {
  readonly [Q in P]: infer S extends z.ZodType;
}
  ? z.input<S>
  : undefined;
type Given<K extends Key, P extends 'params' | 'query' | 'body'> =
  Part<K, P> extends undefined ? { readonly [Q in P]?: undefined } : { readonly [Q in P]: Part<K, P> };

export type Params<K extends Key> = Part<K, 'params'>;
export type Body<K extends Key> = Part<K, 'body'>;
export type Reply<K extends Key> = z.output<Table[K]['reply']>;
/** A query's fields are all optional or have defaults, so it may be left away altogether. */
export type Input<K extends Key> = Given<K, 'params'> & Partial<Given<K, 'query'>> & Given<K, 'body'>;

/** What is told about one thing: its own id may be left away, and so may a body of which nothing has to be told. */
type Place<K extends Key> = { id: string } extends Params<K> ? [params?: Params<K>] : [params: Params<K>];
export type Told<K extends Key> =
  object extends Body<K>
    ? [body?: Body<K>, ...Partial<Place<K>>]
    : undefined extends Body<K>
      ? [body?: undefined, ...Partial<Place<K>>]
      : [body: Body<K>, ...Place<K>];

async function call<K extends Key>(
  ctx: Context,
  key: K,
  input: { params?: unknown; query?: unknown; body?: unknown },
): Promise<Reply<K>> {
  const route = ROUTES.find((each) => each.key === key);
  if (!route) throw new Error(`no route ${key}`);
  if (!ctx.actor.permissions.has(route.permission)) throw new Error(`${key} needs ${route.permission}`);
  const answer = await route.handle(ctx, {
    params: route.params?.parse(input.params ?? {}),
    query: route.query?.parse(input.query ?? {}),
    body: route.body?.parse(input.body ?? {}),
  });
  return route.reply.parse(answer) as Reply<K>;
}

/** Calls a route of the table as a person does over HTTP: read by its schemas, refused by its permission, answered in its shape. */
export const callRoute = <K extends Key>(
  ctx: Context,
  key: K,
  ...[input]: object extends Input<K> ? [Input<K>?] : [Input<K>]
): Promise<Reply<K>> => call(ctx, key, input ?? {});

/** The same about one thing: `:id` is its id unless params say otherwise. */
export const callAbout = <K extends Key>(
  ctx: Context,
  id: string,
  key: K,
  ...[body, params]: Told<K>
): Promise<Reply<K>> => call(ctx, key, { params: params ?? { id }, body });
