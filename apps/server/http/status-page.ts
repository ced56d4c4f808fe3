import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type PublicStatus, publicStatus } from '../../../areas/respond/communications/public-status.ts';
import { SUBSCRIPTION_LINK } from '../../../areas/respond/notices/rules.ts';
import { askToSubscribe, settleSubscription } from '../../../areas/respond/subscriptions/subscribe.ts';
import { mailGoesOut } from '../../../areas/sending/channels/index.ts';
import { findLink } from '../../../areas/sending/links/index.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { givenId } from '../../../kernel/ids.ts';
import { type Bilingual, chooseLanguage, LANGUAGES, type Language } from '../../../kernel/language.ts';
import { networkOf } from '../../../kernel/network-address.ts';
import { A_FEW, FORM_BYTES, withForms } from './form-scope.ts';
import { linkContext } from './link-context.ts';
import { sendMark } from './mark-files.ts';
import { page } from './page.ts';
import { STATUS_WORDS, statusCalendar, statusFeed, statusPage } from './status-drawing.ts';
import { STATUS_CSS } from './status-style.ts';

const org = z.object({ org: givenId });
/** The language that was chosen on the page; undefined for none of ours. */
const spoken = (said: unknown): Language | undefined => LANGUAGES.find((each) => each === said);
const languageOf = ({ query, headers }: FastifyRequest): Language =>
  spoken((query as { lang?: unknown }).lang) ?? chooseLanguage(headers['accept-language']);
/** What the buttons of a subscription ask for. Whatever else is sent there, as by a scanner of mail, is asked what it wants. */
const WANTS: ReadonlyMap<string, 'confirmed' | 'left'> = new Map([
  ['confirm', 'confirmed'],
  ['leave', 'left'],
]);
/** A cache in front may show the last page while we are away: that is when people look. */
const CACHING = 'public, max-age=30, stale-while-revalidate=60, stale-if-error=86400';

/** The public status page of an organisation: no script, no sign-in, nothing that is not a statement somebody approved. */
export function mountStatusPage(app: FastifyInstance, house: House, clock: Clock, baseUrl: string): void {
  const read = async (params: unknown): Promise<PublicStatus> => {
    const asked = org.safeParse(params);
    const status = asked.success && (await publicStatus(systemContext(house, asked.data.org, clock.now())));
    if (!status) throw new Fault('not-found');
    return status;
  };
  const send = (reply: FastifyReply, type: string, text: string) =>
    reply.type(type).header('cache-control', CACHING).header('vary', 'accept-language').send(text);
  app.get('/status.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(STATUS_CSS),
  );
  app.get('/status/:org', async (request, reply) => {
    const status = await read(request.params);
    const at = `/status/${org.parse(request.params).org}`;
    const place = {
      files: at,
      form: `${at}/subscribe`,
      stylesheet: '/status.css',
      // Another mark has another address: a cache in front never shows the old one.
      mark: status.mark && `${at}/mark?v=${status.mark.slice(0, 12)}`,
      addressIn: (language: Language) => `${at}?lang=${language}`,
    };
    return send(reply, 'text/html; charset=utf-8', statusPage(status, place, languageOf(request)));
  });
  app.get('/status/:org/mark', async (request, reply) => {
    await read(request.params);
    const { org: orgId } = org.parse(request.params);
    return sendMark(systemContext(house, orgId, clock.now()), request, reply, CACHING);
  });
  app.get('/status/:org/calendar.ics', async (request, reply) =>
    send(reply, 'text/calendar; charset=utf-8', statusCalendar(await read(request.params), clock.now())),
  );
  const plain = (request: FastifyRequest, reply: FastifyReply, words: Bilingual, form = '') => {
    const language = chooseLanguage(request.headers['accept-language']);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        page({ title: STATUS_WORDS.title[language], language, body: `<h1>${words[language]}</h1>${form}` }),
      );
  };
  const ask = (request: FastifyRequest, reply: FastifyReply) => {
    const language = chooseLanguage(request.headers['accept-language']);
    const form = (['confirm', 'leave'] as const)
      .map(
        (want) =>
          `<form method="post"><p><button type="submit" name="want" value="${want}">${STATUS_WORDS[want][language]}</button></p></form>`,
      )
      .join('');
    return plain(request, reply, STATUS_WORDS.question, form);
  };
  withForms(app, (scope) => {
    scope.post('/status/:org/subscribe', { config: { rateLimit: A_FEW } }, async (request, reply) => {
      await read(request.params);
      const { email = '', lang } = (request.body ?? {}) as Record<string, string>;
      const { org: orgId } = org.parse(request.params);
      const language = spoken(lang) ?? languageOf(request);
      const back = `<p><a href="/status/${orgId}">${STATUS_WORDS.title[language]}</a></p>`;
      if (!(await mailGoesOut(systemContext(house, orgId, clock.now()))))
        return plain(request, reply.code(503), STATUS_WORDS.noMail, back);
      await askToSubscribe(systemContext(house, orgId, clock.now()), {
        email,
        language,
        from: networkOf(request.ip),
      });
      return plain(request, reply, STATUS_WORDS.asked, back);
    });
    scope.get('/status/subscription/:token', async (request, reply) => {
      if (!(await subscriptionOf(request))) return plain(request, reply.code(410), STATUS_WORDS.gone);
      return ask(request, reply);
    });
    scope.post('/status/subscription/:token', async (request, reply) => {
      const found = await subscriptionOf(request);
      if (!found) return plain(request, reply.code(410), STATUS_WORDS.gone);
      const want = WANTS.get(((request.body ?? {}) as Record<string, string>)['want'] ?? '');
      if (!want) return ask(request, reply);
      await settleSubscription(
        linkContext(house, clock, request, found, 'confirmation.answer'),
        found.id,
        want,
      );
      return plain(request, reply, STATUS_WORDS.settled);
    });
  });
  // Mailboxes end it for whoever presses a button there; what they send says nothing (RFC 8058).
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: FORM_BYTES }, (_request, _body, done) =>
      done(null, undefined),
    );
    scope.post('/status/subscription/:token/leave', async (request, reply) => {
      const found = await subscriptionOf(request);
      if (!found) return plain(request, reply.code(410), STATUS_WORDS.gone);
      await settleSubscription(
        linkContext(house, clock, request, found, 'confirmation.answer'),
        found.id,
        'left',
      );
      return plain(request, reply, STATUS_WORDS.settled);
    });
  });
  // Looked at in a browser it asks first.
  app.get('/status/subscription/:token/leave', async (request, reply) =>
    reply.redirect(request.url.replace(/\/leave(\?.*)?$/, '')),
  );
  const subscriptionOf = (request: FastifyRequest) =>
    findLink(house.database, SUBSCRIPTION_LINK, (request.params as { token: string }).token);
  app.get('/status/:org/feed.xml', async (request, reply) => {
    const status = await read(request.params);
    return send(
      reply,
      'application/rss+xml; charset=utf-8',
      // Nothing of what was asked comes back: a cache keeps this for others.
      statusFeed(status, `${baseUrl}/status/${org.parse(request.params).org}`),
    );
  });
}
