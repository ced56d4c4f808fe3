import type { z } from 'zod';
import { CHANNELS } from '../../../channels/registry.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { channelsConfigured } from '../../sending/channels/index.ts';
import { latestConfirmations } from '../confirmations/index.ts';
import { isFresh, quietOf, routesOf } from '../contact-routes/index.ts';
import type { contactCardView, routeKindView } from '../contact-routes/schema.ts';

/** How a person is reached, what was proven of it, and how far a test message came. */
export async function readCard(ctx: Context, personId: string): Promise<z.input<typeof contactCardView>> {
  permit(ctx, 'person.read');
  if (ctx.actor.outside) throw new Fault('forbidden');
  return reading(ctx, async (trx) => {
    const routes = await routesOf(trx, [personId]);
    const tests = await latestConfirmations(
      trx,
      'route',
      routes.map(({ id }) => id),
    );
    return {
      routes: routes.map(({ id, kind, address, note, verifiedAt }) => {
        const test = tests.get(id);
        const open =
          test !== undefined &&
          (verifiedAt === null || Temporal.Instant.compare(test.askedAt, verifiedAt) > 0);
        return {
          id,
          kind,
          address,
          note,
          verifiedAt: verifiedAt?.toString() ?? null,
          fresh: isFresh(verifiedAt, ctx.now),
          test: open ? test.state : null,
        };
      }),
      kinds: await routeKinds(trx),
      quiet: await quietOf(trx, personId),
    };
  });
}

/** The kinds of routes there are, as their channels describe them. */
async function routeKinds(trx: Parameters<typeof routesOf>[0]): Promise<z.input<typeof routeKindView>[]> {
  const configured = await channelsConfigured(trx);
  return CHANNELS.map(({ id, route: { kind, name, input, example, opensLinks } }) => ({
    ...{ kind, name, input, example },
    testable: opensLinks,
    configured: configured.has(id),
  }));
}
