import { z } from 'zod';
import type { Bilingual } from '../kernel/language.ts';
import type { Permission } from './roles.ts';

/** Method and path, as in `POST /api/respond/incidents/:id/resolution`. */
export type RouteKey = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /api/${string}`;

/**
 * What a route promises, as data and apart from who keeps it: HTTP, OpenAPI, the command line, the console's client and
 * its forms are read from here, and none of them needs the handler.
 */
export interface Contract {
  /** Words of the command line: `<area> <thing> <verb>`. */
  readonly command: string;
  readonly permission: Permission;
  readonly summary: Bilingual;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Bytes a body may have, where that is more than the server takes by itself. */
  readonly largestBody?: number;
  readonly reply: z.ZodType;
}

/** The contracts of a thing by their keys. */
export type Contracts = { readonly [Key in RouteKey]?: Contract };

/** Keeps the exact shapes of a thing's contracts while looking that each is one. */
export const contract = <const C extends Contracts>(contracts: C): C => contracts;

/** A contract that says by itself where it stands. */
export interface KeyedContract extends Contract {
  readonly key: RouteKey;
}

export const listContracts = (contracts: Contracts): readonly KeyedContract[] =>
  (Object.entries(contracts) as [RouteKey, Contract][]).map(([key, each]) => ({ key, ...each }));

/** Parameters of the many addresses that name one thing by its id. */
export const byId = z.object({ id: z.uuid() });

/** The reply of an act that has nothing to tell but that it is done. */
export const done = z.object({});
