import { writeIcs } from '../../../areas/prepare/calendar-feeds/index.ts';
import type { PublicStatus } from '../../../areas/respond/communications/public-status.ts';
import { STATEMENT_KIND_WORDS } from '../../../areas/respond/communications/words.ts';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { escapeHtml, shorten } from '../../../kernel/text.ts';
import { page } from './page.ts';

export const STATUS_WORDS = {
  title: { ja: 'サービス状況', en: 'Service status' },
  fine: { ja: '現在、障害情報はありません。', en: 'No incidents reported at present.' },
  now: { ja: '障害が発生しています。', en: 'An incident is in progress.' },
  next: { ja: '次回の更新予定', en: 'Next update' },
  feed: { ja: '更新を購読（RSS）', en: 'Subscribe (RSS)' },
  calendar: { ja: '更新予定（カレンダー）', en: 'Next updates (calendar)' },
  email: { ja: 'メール配信', en: 'By email' },
  address: { ja: 'メールアドレス', en: 'Email address' },
  subscribe: { ja: '登録', en: 'Subscribe' },
  noMail: {
    ja: '現在、メールを送信できないため、登録を受け付けていません。RSSまたはカレンダーをご利用ください。',
    en: 'Email is not available at present. Use the RSS feed or the calendar.',
  },
  asked: {
    ja: '確認メールを送信しました。メールのリンクを開くと、登録が完了します。',
    en: 'We sent a confirmation email. Open the link in it to finish.',
  },
  confirm: { ja: '配信を希望', en: 'Confirm subscription' },
  leave: { ja: '配信停止', en: 'Unsubscribe' },
  settled: { ja: '受け付けました。', en: 'Done.' },
  question: {
    ja: 'このアドレスにサービス状況をお知らせします。',
    en: 'Service status updates will be sent to this address.',
  },
  gone: { ja: 'このリンクは使用できません。', en: 'This link does not work.' },
} as const satisfies Record<string, Bilingual>;

const WORDS = STATUS_WORDS;

/** What is told last of each thing says whether it goes on. */
const isOpen = ({ statements }: PublicStatus): boolean =>
  [...Map.groupBy(statements, ({ incident }) => incident).values()].some(([last]) => last?.kind !== 'end');

/** The mark stands beside the name, which is said in words. */
const markImage = ({ mark }: Place): string =>
  mark === undefined ? '' : `<p><img class="mark" src="${escapeHtml(mark)}" alt=""></p>`;

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
  return `${markImage(place)}<p class="quiet">${escapeHtml(status.organisation)}</p><h1>${WORDS.title[language]}</h1>
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
  /** Address of the organisation's mark, where it has one and somebody hands it out. */
  readonly mark?: string | undefined;
}

export const statusPage = (status: PublicStatus, place: Place, language: Language): string =>
  page({
    title: WORDS.title[language],
    language,
    body: body(status, place, language),
    stylesheet: place.stylesheet,
  });
