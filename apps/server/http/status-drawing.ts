import { writeIcs } from '../../../areas/prepare/calendar-feeds/index.ts';
import {
  type PublicService,
  type PublicStatement,
  type PublicStatus,
  STATUS_DAYS,
} from '../../../areas/respond/communications/public-status.ts';
import {
  type ServiceState,
  type Thread,
  threadsOf,
} from '../../../areas/respond/communications/status/rules.ts';
import { SERVICE_STATE_WORDS, STATEMENT_KIND_WORDS } from '../../../areas/respond/communications/words.ts';
import { type Bilingual, LANGUAGES, type Language } from '../../../kernel/language.ts';
import { escapeHtml, fillIn, shorten } from '../../../kernel/text.ts';
import { page } from './page.ts';

export const STATUS_WORDS = {
  title: { ja: 'サービス状況', en: 'Service status' },
  language: { ja: '表示言語', en: 'Language' },
  asOf: { ja: '{at} 時点（{zone}）', en: 'As of {at} ({zone})' },
  current: { ja: '現在の障害情報', en: 'Current incidents' },
  services: { ja: 'サービスの状態', en: 'Services' },
  days: {
    ja: '過去{n}日間：一部に影響 {affected}日、停止 {stopped}日',
    en: 'Past {n} days: partly affected on {affected}, unavailable on {stopped}',
  },
  nextBy: { ja: '次回の更新予定（この時刻まで）', en: 'Next update by' },
  late: {
    ja: '予定時刻を過ぎています。確認でき次第、更新します。',
    en: 'This is overdue. We will update as soon as we can.',
  },
  past: { ja: '過去{n}日間の履歴', en: 'Past {n} days' },
  nothingPast: { ja: 'この期間に終了した障害はありません。', en: 'No incidents ended in this period.' },
  earlier: { ja: 'これまでの発表（{n}件）', en: 'Earlier updates ({n})' },
  follow: { ja: '更新の受け取り', en: 'Get updates' },
  colon: { ja: '：', en: ': ' },
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

const STATE_WORDS: Readonly<Record<ServiceState, Bilingual>> = {
  ...SERVICE_STATE_WORDS,
  normal: { ja: '通常どおり', en: 'Operating normally' },
  noticed: { ja: 'お知らせを確認', en: 'See the notice' },
};
/** Told apart without colour: a round tick, a triangle, a cross, a ring. */
const SHAPES: Readonly<Record<ServiceState, string>> = {
  normal: '<circle cx="8" cy="8" r="7"/><path class="on" d="M4.5 8.3l2.4 2.4 4.6-5"/>',
  affected: '<path d="M8 1.2 15.2 14.4H.8z"/><path class="on" d="M8 6v4M8 12v.6"/>',
  stopped: '<rect x="1" y="1" width="14" height="14" rx="2"/><path class="on" d="M5 5l6 6M11 5l-6 6"/>',
  noticed: '<circle cx="8" cy="8" r="7"/><path class="on" d="M8 7v4.4M8 4.4v.6"/>',
};
const shape = (state: ServiceState): string =>
  `<svg class="shape ${state}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${SHAPES[state]}</svg>`;

/** How the page speaks: its words, and the clock of the organisation. */
interface Speech {
  readonly say: (text: Bilingual, values?: Readonly<Record<string, string | number>>) => string;
  readonly time: (at: Temporal.Instant) => string;
  readonly day: (at: Temporal.Instant) => string;
  readonly zone: string;
}
function speechOf({ timeZone, asOf }: PublicStatus, language: Language): Speech {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const formatted = (how: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...how, timeZone });
    return (at: Temporal.Instant): string => format.format(new Date(at.epochMilliseconds));
  };
  const named = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' });
  const zone = named
    .formatToParts(new Date(asOf.epochMilliseconds))
    .find(({ type }) => type === 'timeZoneName');
  return {
    say: (text, values = {}) => escapeHtml(fillIn(text[language], values)),
    time: formatted({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }),
    day: formatted({ dateStyle: 'long' }),
    zone: zone?.value ?? timeZone,
  };
}

const timed = (at: Temporal.Instant, speech: Speech): string =>
  `<time datetime="${at.toString()}">${escapeHtml(speech.time(at))}</time>`;

/** A strip of days: a taller bar is worse, so that it reads without colour and on paper. */
function daysStrip({ days }: PublicService, { say }: Speech): string {
  const count = (state: string): number => days.filter((each) => each === state).length;
  const told = say(WORDS.days, { n: days.length, affected: count('affected'), stopped: count('stopped') });
  const heights = { normal: 8, affected: 16, stopped: 24 } as const;
  const bars = days
    .map(
      (state, i) =>
        `<rect class="${state}" x="${i * 4}" y="${24 - heights[state]}" width="3" height="${heights[state]}" rx="1"/>`,
    )
    .join('');
  return `<svg class="strip" viewBox="0 0 ${days.length * 4 - 1} 24" preserveAspectRatio="none" role="img" aria-label="${told}">${bars}</svg><p class="quiet">${told}</p>`;
}

const servicesPart = ({ services }: PublicStatus, speech: Speech): string =>
  services.length === 0
    ? ''
    : `<section aria-labelledby="services"><h2 id="services">${speech.say(WORDS.services)}</h2><ul class="services">${services
        .map(
          (service) =>
            `<li><div class="service"><strong>${escapeHtml(service.name)}</strong><span class="state ${service.state}">${shape(service.state)} ${speech.say(STATE_WORDS[service.state])}</span></div>${daysStrip(service, speech)}</li>`,
        )
        .join('')}</ul></section>`;

function statement(each: PublicStatement, status: PublicStatus, speech: Speech): string {
  const { say } = speech;
  const names = new Map(status.services.map(({ key, name }) => [key, name]));
  const services = each.services
    .map(
      ({ service, state }) =>
        `<li class="state ${state === 'restored' ? 'normal' : state}">${shape(state === 'restored' ? 'normal' : state)} ${escapeHtml(names.get(service) ?? '')}${say(WORDS.colon)}${say(SERVICE_STATE_WORDS[state])}</li>`,
    )
    .join('');
  return `<article class="told ${each.kind}"><p class="told-head"><span class="kind">${say(STATEMENT_KIND_WORDS[each.kind])}</span> ${timed(each.at, speech)}</p><p>${escapeHtml(each.text).replaceAll('\n', '<br />')}</p>${services && `<ul class="told-services">${services}</ul>`}</article>`;
}

/** What is going on: its promise of the next word, and everything that was told of it, the newest first. */
function openPart(thread: Thread<PublicStatement>, status: PublicStatus, speech: Speech): string {
  const promised = thread.told[0]?.nextUpdateAt;
  const late = promised && Temporal.Instant.compare(promised, status.asOf) < 0;
  const next = promised
    ? `<p class="next">${speech.say(WORDS.nextBy)}${speech.say(WORDS.colon)}<strong>${timed(promised, speech)}</strong>${late ? ` <span class="late">${speech.say(WORDS.late)}</span>` : ''}</p>`
    : '';
  return `<section class="card open">${next}${thread.told.map((each) => statement(each, status, speech)).join('')}</section>`;
}

function pastPart(threads: readonly Thread<PublicStatement>[], status: PublicStatus, speech: Speech): string {
  const { say } = speech;
  const items = threads.map(({ told }) => {
    const [last, ...before] = told;
    if (!last) return '';
    const earlier = before.map((each) => statement(each, status, speech)).join('');
    return `<li class="card"><h3>${escapeHtml(speech.day((before.at(-1) ?? last).at))}</h3>${statement(last, status, speech)}${earlier && `<details><summary>${say(WORDS.earlier, { n: before.length })}</summary>${earlier}</details>`}</li>`;
  });
  return `<section aria-labelledby="past"><h2 id="past">${say(WORDS.past, { n: STATUS_DAYS })}</h2>${
    items.length === 0
      ? `<p class="quiet">${say(WORDS.nothingPast)}</p>`
      : `<ul class="past">${items.join('')}</ul>`
  }</section>`;
}

/** The mark stands beside the name, which is said in words. */
const markImage = ({ mark }: Place): string =>
  mark === undefined ? '' : `<img class="mark" src="${escapeHtml(mark)}" alt="" />`;

function body(status: PublicStatus, place: Place, language: Language): string {
  const speech = speechOf(status, language);
  const { say } = speech;
  const threads = threadsOf(status.statements);
  const open = threads.filter(({ isOpen }) => isOpen);
  const states = status.services.map(({ state }) => state);
  const mood: ServiceState = states.includes('stopped') ? 'stopped' : open.length > 0 ? 'affected' : 'normal';
  const switched = LANGUAGES.map((each) =>
    each === language
      ? `<span aria-current="true" lang="${each}">${LANGUAGE_NAMES[each]}</span>`
      : `<a href="${escapeHtml(place.addressIn(each))}" hreflang="${each}" lang="${each}">${LANGUAGE_NAMES[each]}</a>`,
  ).join('');
  return `<header class="top">${markImage(place)}<div class="whose"><p class="name">${escapeHtml(status.organisation)}</p><h1>${say(WORDS.title)}</h1></div><nav aria-label="${say(WORDS.language)}" class="languages">${switched}</nav></header>
<div class="banner ${mood}">${shape(mood)}<div><p class="mood">${say(open.length > 0 ? WORDS.now : WORDS.fine)}</p><p class="quiet">${say(WORDS.asOf, { at: speech.time(status.asOf), zone: speech.zone })}</p></div></div>
${open.length > 0 ? `<section aria-labelledby="now"><h2 id="now">${say(WORDS.current)}</h2>${open.map((thread) => openPart(thread, status, speech)).join('')}</section>` : ''}
${servicesPart(status, speech)}
${pastPart(
  threads.filter(({ isOpen }) => !isOpen),
  status,
  speech,
)}
<section class="follow" aria-labelledby="follow"><h2 id="follow">${say(WORDS.follow)}</h2><form method="post" action="${escapeHtml(place.form)}"><input type="hidden" name="lang" value="${language}" /><label for="email">${say(WORDS.email)}</label>
<div class="row"><input id="email" name="email" type="email" required="required" maxlength="254" autocomplete="email" placeholder="${say(WORDS.address)}" /><button type="submit">${say(WORDS.subscribe)}</button></div></form>
<p class="links"><a href="${escapeHtml(place.files)}/feed.xml">${say(WORDS.feed)}</a><a href="${escapeHtml(place.files)}/calendar.ics">${say(WORDS.calendar)}</a></p></section>`;
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
  /** The same page in a language. */
  readonly addressIn: (language: Language) => string;
}
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ja: '日本語', en: 'English' };

export const statusPage = (status: PublicStatus, place: Place, language: Language): string =>
  page({
    title: `${WORDS.title[language]} – ${status.organisation}`,
    language,
    body: body(status, place, language),
    stylesheet: place.stylesheet,
  });
