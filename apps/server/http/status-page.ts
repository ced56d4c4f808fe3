import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { writeIcs } from '../../../areas/prepare/calendar-feeds/index.ts';
import { type PublicStatus, publicStatus } from '../../../areas/respond/communications/public-status.ts';
import { subscriberOfLink } from '../../../areas/respond/subscriptions/index.ts';
import { askToSubscribe, settleSubscription } from '../../../areas/respond/subscriptions/subscribe.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { type Bilingual, chooseLanguage, type Language } from '../../../kernel/language.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { escapeHtml, shorten } from '../../../kernel/text.ts';
import { withForms } from './form-scope.ts';
import { linkContext } from './link-context.ts';
import { page } from './page.ts';

const WORDS = {
  title: { ja: 'サービスの状況', en: 'Service status' },
  fine: { ja: '現在お知らせしている障害はありません。', en: 'No disturbance is announced at present.' },
  now: { ja: 'お知らせしている障害があります。', en: 'A disturbance is announced.' },
  next: { ja: '次のお知らせの予定', en: 'Next update' },
  feed: { ja: '更新を購読（RSS）', en: 'Subscribe (RSS)' },
  calendar: { ja: '次のお知らせの予定（カレンダー）', en: 'Next updates (calendar)' },
  email: { ja: 'メールで受け取る', en: 'By e-mail' },
  address: { ja: 'メールアドレス', en: 'E-mail address' },
  subscribe: { ja: '登録する', en: 'Subscribe' },
  asked: {
    ja: '確認のメールを送りました。メールのリンクを開くと、登録が終わります。',
    en: 'We have written to that address: open the link in the message to confirm.',
  },
  confirm: { ja: 'お知らせを受け取る', en: 'Yes, tell me' },
  leave: { ja: '配信を止める', en: 'Unsubscribe' },
  settled: { ja: '受け付けました。', en: 'Done.' },
  question: {
    ja: 'このアドレスにサービスの状況をお知らせします。',
    en: 'This address is told of the service status.',
  },
  gone: { ja: 'このリンクは使えません。', en: 'This link does not work.' },
  start: { ja: '発生', en: 'Begun' },
  update: { ja: '続報', en: 'Update' },
  end: { ja: '終了', en: 'Over' },
} as const satisfies Record<string, Bilingual>;

const org = z.object({ org: z.uuid() });
/** A cache in front may show the last page while we are away: that is when people look. */
const CACHING = 'public, max-age=30, stale-while-revalidate=60, stale-if-error=86400';

/** What is told last of each thing says whether it goes on. */
const isOpen = ({ statements }: PublicStatus): boolean =>
  [...Map.groupBy(statements, ({ incident }) => incident).values()].some(([last]) => last?.kind !== 'end');

function body(status: PublicStatus, at: string, language: Language): string {
  const time = (instant: Temporal.Instant): string =>
    `${instant.toZonedDateTimeISO(status.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')} (${status.timeZone})`;
  const items = status.statements.map(
    ({ kind, text, at: sentAt, nextUpdateAt }) =>
      `<h2>${WORDS[kind][language]} <span class="quiet">${time(sentAt)}</span></h2><p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>${
        nextUpdateAt && kind !== 'end'
          ? `<p class="quiet">${WORDS.next[language]}: ${time(nextUpdateAt)}</p>`
          : ''
      }`,
  );
  return `<p class="quiet">${escapeHtml(status.organisation)}</p><h1>${WORDS.title[language]}</h1>
<p><strong>${WORDS[isOpen(status) ? 'now' : 'fine'][language]}</strong></p>${items.join('')}
<h2>${WORDS.email[language]}</h2><form method="post" action="${at}/subscribe"><label for="email">${WORDS.address[language]}</label>
<input id="email" name="email" type="email" required maxlength="254"><p><button type="submit">${WORDS.subscribe[language]}</button></p></form>
<p><a href="${at}/feed.xml">${WORDS.feed[language]}</a> · <a href="${at}/calendar.ics">${WORDS.calendar[language]}</a></p>`;
}

const rss = (status: PublicStatus, url: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${escapeHtml(status.organisation)}</title><link>${url}</link><description>${WORDS.title.ja} / ${WORDS.title.en}</description>
${status.statements
  .map(
    ({ id, kind, text, at }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${WORDS[kind].ja} / ${WORDS[kind].en}</title><description>${escapeHtml(text)}</description><pubDate>${new Date(at.epochMilliseconds).toUTCString()}</pubDate></item>`,
  )
  .join('\n')}
</channel></rss>`;

const MINUTES_SHOWN = 15;

/** When the next word is promised, as entries of a calendar. */
const calendar = (status: PublicStatus, now: Temporal.Instant): string =>
  writeIcs(
    `${status.organisation} ${WORDS.title.ja} / ${WORDS.title.en}`,
    status.statements.flatMap(({ id, kind, text, nextUpdateAt }) =>
      nextUpdateAt === null || kind === 'end'
        ? []
        : [
            {
              uid: `${id}@sonae`,
              title: `${WORDS.next.ja} / ${WORDS.next.en}: ${shorten(text.replaceAll('\n', ' '), 80)}`,
              start: nextUpdateAt,
              end: nextUpdateAt.add({ minutes: MINUTES_SHOWN }),
            },
          ],
    ),
    now,
  );

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
  app.get('/status/:org', async (request, reply) => {
    const status = await read(request.params);
    const language = chooseLanguage(request.headers['accept-language']);
    const at = `/status/${encodeURIComponent(String((request.params as { org: string }).org))}`;
    return send(
      reply,
      'text/html; charset=utf-8',
      page({ title: WORDS.title[language], language, body: body(status, at, language) }),
    );
  });
  app.get('/status/:org/calendar.ics', async (request, reply) =>
    send(reply, 'text/calendar; charset=utf-8', calendar(await read(request.params), clock.now())),
  );
  const plain = (request: FastifyRequest, reply: FastifyReply, words: Bilingual, form = '') => {
    const language = chooseLanguage(request.headers['accept-language']);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page({ title: WORDS.title[language], language, body: `<h1>${words[language]}</h1>${form}` }));
  };
  withForms(app, (scope) => {
    scope.post('/status/:org/subscribe', async (request, reply) => {
      await read(request.params);
      const { email = '' } = (request.body ?? {}) as Record<string, string>;
      const { org: orgId } = org.parse(request.params);
      const language = chooseLanguage(request.headers['accept-language']);
      await askToSubscribe(systemContext(house, orgId, clock.now()), { email, language });
      return plain(request, reply, WORDS.asked);
    });
    scope.get('/status/subscription/:token', async (request, reply) => {
      if (!(await subscriptionOf(request))) return plain(request, reply.code(410), WORDS.gone);
      const language = chooseLanguage(request.headers['accept-language']);
      const form = (['confirm', 'leave'] as const)
        .map(
          (want) =>
            `<form method="post"><p><button type="submit" name="want" value="${want}">${WORDS[want][language]}</button></p></form>`,
        )
        .join('');
      return plain(request, reply, WORDS.question, form);
    });
    scope.post('/status/subscription/:token', async (request, reply) => {
      const found = await subscriptionOf(request);
      if (!found) return plain(request, reply.code(410), WORDS.gone);
      const leave = ((request.body ?? {}) as Record<string, string>)['want'] === 'leave';
      const ctx = linkContext(house, clock, request, found, 'confirmation.answer');
      await settleSubscription(ctx, found.id, leave ? 'left' : 'confirmed');
      return plain(request, reply, WORDS.settled);
    });
  });
  const subscriptionOf = (request: FastifyRequest) =>
    subscriberOfLink(house.database, hashOf((request.params as { token: string }).token));
  app.get('/status/:org/feed.xml', async (request, reply) => {
    const status = await read(request.params);
    return send(
      reply,
      'application/rss+xml; charset=utf-8',
      rss(status, `${baseUrl}${request.url.replace('/feed.xml', '')}`),
    );
  });
}
