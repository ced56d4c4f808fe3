import { writeIcs } from '../../../areas/prepare/calendar-feeds/index.ts';
import type { PublicStatus } from '../../../areas/respond/communications/public-status.ts';
import { STATEMENT_KIND_WORDS } from '../../../areas/respond/communications/words.ts';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { escapeHtml, shorten } from '../../../kernel/text.ts';
import { page } from './page.ts';

export const STATUS_WORDS = {
  title: { ja: 'サービスの状況', en: 'Service status' },
  fine: { ja: '現在お知らせしている障害はありません。', en: 'No disturbance is announced at present.' },
  now: { ja: 'お知らせしている障害があります。', en: 'A disturbance is announced.' },
  next: { ja: '次のお知らせの予定', en: 'Next update' },
  feed: { ja: '更新を購読（RSS）', en: 'Subscribe (RSS)' },
  calendar: { ja: '次のお知らせの予定（カレンダー）', en: 'Next updates (calendar)' },
  email: { ja: 'メールで受け取る', en: 'By e-mail' },
  address: { ja: 'メールアドレス', en: 'E-mail address' },
  subscribe: { ja: '登録する', en: 'Subscribe' },
  noMail: {
    ja: 'いまはメールを送れないため、登録できません。RSS かカレンダーをご利用ください。',
    en: 'E-mail cannot be sent at present: use the RSS feed or the calendar.',
  },
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
} as const satisfies Record<string, Bilingual>;

const WORDS = STATUS_WORDS;

/** What is told last of each thing says whether it goes on. */
const isOpen = ({ statements }: PublicStatus): boolean =>
  [...Map.groupBy(statements, ({ incident }) => incident).values()].some(([last]) => last?.kind !== 'end');

function body(status: PublicStatus, place: Place, language: Language): string {
  const time = (instant: Temporal.Instant): string =>
    `${instant.toZonedDateTimeISO(status.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')} (${status.timeZone})`;
  const items = status.statements.map(
    ({ kind, text, at: sentAt, nextUpdateAt }) =>
      `<h2>${STATEMENT_KIND_WORDS[kind][language]} <span class="quiet">${time(sentAt)}</span></h2><p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>${
        nextUpdateAt && kind !== 'end'
          ? `<p class="quiet">${WORDS.next[language]}: ${time(nextUpdateAt)}</p>`
          : ''
      }`,
  );
  return `<p class="quiet">${escapeHtml(status.organisation)}</p><h1>${WORDS.title[language]}</h1>
<p><strong>${WORDS[isOpen(status) ? 'now' : 'fine'][language]}</strong></p>${items.join('')}
<h2>${WORDS.email[language]}</h2><form method="post" action="${place.form}"><label for="email">${WORDS.address[language]}</label>
<input id="email" name="email" type="email" required maxlength="254"><p><button type="submit">${WORDS.subscribe[language]}</button></p></form>
<p><a href="${place.files}/feed.xml">${WORDS.feed[language]}</a> · <a href="${place.files}/calendar.ics">${WORDS.calendar[language]}</a></p>`;
}

export const statusFeed = (status: PublicStatus, url: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${escapeHtml(status.organisation)}</title><link>${escapeHtml(url)}</link><description>${WORDS.title.ja} / ${WORDS.title.en}</description>
${status.statements
  .map(
    ({ id, kind, text, at }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${STATEMENT_KIND_WORDS[kind].ja} / ${STATEMENT_KIND_WORDS[kind].en}</title><description>${escapeHtml(text)}</description><pubDate>${new Date(at.epochMilliseconds).toUTCString()}</pubDate></item>`,
  )
  .join('\n')}
</channel></rss>`;

const MINUTES_SHOWN = 15;

/** When the next word is promised, as entries of a calendar. */
export const statusCalendar = (status: PublicStatus, now: Temporal.Instant): string =>
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

/** Where a copy of the page stands: our own address, or a folder somebody else serves. */
export interface Place {
  /** In front of `/feed.xml` and `/calendar.ics`. */
  readonly files: string;
  /** Where the form goes: only a running Sonae takes it. */
  readonly form: string;
  readonly stylesheet: string;
}

export const statusPage = (status: PublicStatus, place: Place, language: Language): string =>
  page({
    title: WORDS.title[language],
    language,
    body: body(status, place, language),
    stylesheet: place.stylesheet,
  });
