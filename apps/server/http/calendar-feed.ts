import type { FastifyInstance } from 'fastify';
import { feedOfToken } from '../../../areas/prepare/calendar-feeds/index.ts';
import { readFeed } from '../../../areas/prepare/calendar-feeds/read-feed.ts';
import type { House } from '../../../areas/system-context.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { chooseLanguage } from '../../../kernel/language.ts';
import { hashOf } from '../../../kernel/secret.ts';

/** What calendar programs read: they cannot sign in, so the address is the key. */
export function mountCalendarFeed(app: FastifyInstance, house: House, clock: Clock): void {
  app.get('/calendar/:token.ics', async (request, reply) => {
    const { token } = request.params as { token: string };
    const found = await feedOfToken(house.database, hashOf(token));
    if (!found) throw new Fault('not-found');
    const ics = await readFeed(
      {
        now: clock.now(),
        newId: house.newId,
        orgId: found.orgId,
        actor: {
          kind: 'link',
          id: found.id,
          personId: undefined,
          permissions: new Set(['roster.read']),
          outside: false,
        },
        language: chooseLanguage(request.headers['accept-language']),
        requestId: request.id,
        database: house.database,
        instance: house.instance,
      },
      found.id,
    );
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="sonae.ics"')
      .send(ics);
  });
}
