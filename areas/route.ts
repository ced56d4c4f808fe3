import type { Context } from '../database/transaction.ts';
import { asItHappened } from '../kernel/happened.ts';
import { inPerson } from '../kernel/permit.ts';
import type { Made, Taken } from '../kernel/shape.ts';
import type { ToldWhen } from '../kernel/time.ts';
import { type Contract, type Contracts, listContracts } from './contract.ts';

type Part<C, P extends 'params' | 'query' | 'body'> = C extends { readonly [Q in P]: infer S }
  ? Made<S>
  : undefined;

/** What of a body a verb is told: when it happened stands in the context. */
type Told<B> = B extends { readonly happened: unknown } ? Omit<B, 'happened'> : B;

/** Keeps one contract: what was asked arrives read by its shapes, what is answered has to fit its reply. */
type Handler<C> = (
  ctx: Context,
  input: { params: Part<C, 'params'>; query: Part<C, 'query'>; body: Told<Part<C, 'body'>> },
) => Promise<C extends { readonly reply: infer R } ? Taken<R> : never>;

/** A contract together with whoever keeps it. */
export interface Route extends Contract {
  readonly handle: (
    ctx: Context,
    input: { params: unknown; query: unknown; body: unknown },
  ) => Promise<unknown>;
}

/** Here and not in each handler, so that none can forget it. */
const keptInPerson =
  (handle: Route['handle']): Route['handle'] =>
  async (ctx, input) => {
    inPerson(ctx);
    return handle(ctx, input);
  };

/** Here and not in each handler, so that one rule holds for every act that takes a past time. */
const asOfItsTime =
  (handle: Route['handle']): Route['handle'] =>
  async (ctx, { body, ...input }) => {
    const { happened, ...told } = body as { readonly happened?: ToldWhen | null };
    return handle(asItHappened(ctx, happened), { ...input, body: told });
  };

/** A route for each contract: complete, so that a thing whose routes an area leaves out does not compile. */
export type Served<C extends Contracts> = { readonly [K in keyof C]: Route };

/** Ties every contract of a thing to its handler; one without a handler does not compile, nor one that does not fit. */
export function serve<const C extends Contracts>(
  contracts: C,
  handlers: { readonly [K in keyof C]: Handler<C[K]> },
): Served<C> {
  const routes = listContracts(contracts).map((contract) => {
    // The parameter's type has checked each pair; what is kept here is only that they belong together.
    const kept = handlers[contract.key as keyof C] as unknown as Route['handle'];
    const handle = contract.body && 'happened' in contract.body.shape ? asOfItsTime(kept) : kept;
    return [contract.key, { ...contract, handle: contract.inPerson ? keptInPerson(handle) : handle }];
  });
  return Object.fromEntries(routes) as Served<C>;
}
