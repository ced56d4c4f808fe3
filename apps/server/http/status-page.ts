import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { type PublicStatus, publicStatus } from '../../../areas/respond/communications/public-status.ts';
import { type House, systemContext } from '../../../areas/system-context.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { type Bilingual, chooseLanguage, type Language } from '../../../kernel/language.ts';
import { escapeHtml } from '../../../kernel/text.ts';
import { page } from './page.ts';

const WORDS = {
  title: { ja: 'サービスの状況', en: 'Service status' },
  fine: { ja: '現在お知らせしている障害はありません。', en: 'No disturbance is announced at present.' },
  now: { ja: 'お知らせしている障害があります。', en: 'A disturbance is announced.' },
  next: { ja: '次のお知らせの予定', en: 'Next update' },
  feed: { ja: '更新を購読（RSS）', en: 'Subscribe (RSS)' },
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

function body(status: PublicStatus, feed: string, language: Language): string {
  const time = (at: Temporal.Instant): string =>
    `${at.toZonedDateTimeISO(status.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')} (${status.timeZone})`;
  const items = status.statements.map(
    ({ kind, text, at, nextUpdateAt }) =>
      `<h2>${WORDS[kind][language]} <span class="quiet">${time(at)}</span></h2><p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>${
        nextUpdateAt && kind !== 'end'
          ? `<p class="quiet">${WORDS.next[language]}: ${time(nextUpdateAt)}</p>`
          : ''
      }`,
  );
  return `<p class="quiet">${escapeHtml(status.organisation)}</p><h1>${WORDS.title[language]}</h1>
<p><strong>${WORDS[isOpen(status) ? 'now' : 'fine'][language]}</strong></p>${items.join('')}
<p><a href="${feed}">${WORDS.feed[language]}</a></p>`;
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
    const feed = `${request.url.split('?')[0]}/feed.xml`;
    return send(
      reply,
      'text/html; charset=utf-8',
      page({ title: WORDS.title[language], language, body: body(status, feed, language) }),
    );
  });
  app.get('/status/:org/feed.xml', async (request, reply) => {
    const status = await read(request.params);
    return send(
      reply,
      'application/rss+xml; charset=utf-8',
      rss(status, `${baseUrl}${request.url.replace('/feed.xml', '')}`),
    );
  });
}
