import { z } from 'zod';
import { givenId } from '../kernel/ids.ts';
import type { Bilingual } from '../kernel/language.ts';
import type { Shape } from '../kernel/shape.ts';
import type { Permission } from './roles.ts';

/** Method and path, as in `POST /api/respond/incidents/:id/resolution`. */
export type RouteKey = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /api/${string}`;

interface Promised {
  /** Words of the command line: `<area> <thing> <verb>`. */
  readonly command: string;
  readonly permission: Permission;
  /** It is, or leads to, a way to sign in: a person's own session is needed, and no key will do. */
  readonly inPerson?: true;
  readonly summary: Bilingual;
  /** Bytes a body may have, where that is more than the server takes by itself. */
  readonly largestBody?: number;
}

/**
 * What a route promises, as data and apart from who keeps it: HTTP, OpenAPI, the command line, the console's client and
 * its forms are read from here, and none of them needs the handler.
 */
export interface Contract extends Promised {
  readonly key: RouteKey;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly reply: z.ZodType;
}

/** The contracts of a thing by their keys, as they are written: params, query and body are objects. */
export type Contracts = {
  readonly [Key in RouteKey]?: Promised & {
    readonly params?: Shape;
    readonly query?: Shape;
    readonly body?: Shape;
    readonly reply: Shape;
  };
};

/** Keeps the exact shapes of a thing's contracts while looking that each is one. */
export const contract = <const C extends Contracts>(contracts: C): C => contracts;

/** Nothing in this group is done with a key, whatever is added to it. */
export const inPersonOnly = <const C extends Contracts>(
  contracts: C,
): { readonly [K in keyof C]: C[K] & { readonly inPerson: true } } =>
  Object.fromEntries(
    Object.entries(contracts).map(([key, each]) => [key, { ...each, inPerson: true }]),
    // The parameter's type holds for each of them; only the mark is added.
  ) as { readonly [K in keyof C]: C[K] & { readonly inPerson: true } };

/** The same as a list, to be walked. */
export const listContracts = (contracts: Contracts): readonly Contract[] =>
  Object.entries(contracts).map(([key, each]) => ({ ...each, key }) as unknown as Contract);

/** Parameters of the many addresses that name one thing by its id. */
export const byId = z.object({ id: givenId });

/** The reply of an act that has nothing to tell but that it is done. */
export const done = z.object({});
