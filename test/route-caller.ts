import type { CONTRACTS } from '../areas/contracts.ts';
import { ROUTES } from '../areas/routes.ts';
import type { Context } from '../database/transaction.ts';

type Input = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
type Keys = keyof typeof CONTRACTS;

/** Calls a route of the table as a person does over HTTP: read by its schemas, refused by its permission, answered in its shape. */
export async function callRoute(
  ctx: Context,
  key: Keys,
  input: Input = {},
): Promise<Record<string, unknown>> {
  const route = ROUTES.find((each) => each.key === key);
  if (!route) throw new Error(`no route ${key}`);
  if (!ctx.actor.permissions.has(route.permission)) throw new Error(`${key} needs ${route.permission}`);
  const read = {
    params: route.params?.parse(input.params ?? {}),
    query: route.query?.parse(input.query ?? {}),
    body: route.body?.parse(input.body ?? {}),
  };
  const answer = await route.handle(ctx, read);
  return route.reply.parse(answer) as Record<string, unknown>;
}
