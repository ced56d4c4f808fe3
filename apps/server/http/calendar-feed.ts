import type { FastifyInstance } from 'fastify';
import { feedOfToken } from '../../../areas/prepare/calendar-feeds/index.ts';
import { readFeed } from '../../../areas/prepare/calendar-feeds/read-feed.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { linkContext } from './link-context.ts';

/** What calendar programs read: they cannot sign in, so the address is the key. */
export function mountCalendarFeed(app: FastifyInstance, house: House, clock: Clock): void {
  app.get('/calendar/:token.ics', async (request, reply) => {
    const { token } = request.params as { token: string };
    const found = await feedOfToken(house.database, hashOf(token));
    if (!found) throw new Fault('not-found');
    const ics = await readFeed(linkContext(house, clock, request, found, 'roster.read'), found.id);
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="sonae.ics"')
      .send(ics);
  });
}
