import { momentInWords } from '../../../kernel/moment-words.ts';
import { escapeHtml, fillIn } from '../../../kernel/text.ts';
import type { Composed } from '../../sending/outbox/index.ts';
import type { MessageRow } from '../../sending/outbox/schema.ts';
import { receiptNumber } from '../intake/rules.ts';
import { appointmentOf } from './calendar.ts';
import type { StoredHearing } from './store.ts';
import { MAIL_WORDS, MODE_WORDS } from './words.ts';

export interface AboutHearing {
  readonly hearing: StoredHearing;
  /** Of the primary report of its event. */
  readonly number: number | null;
  readonly organisation: string;
  readonly organiser: string;
  readonly now: Temporal.Instant;
  /** Of the page with the minutes. */
  readonly link: { readonly url: string; readonly until: Temporal.Instant } | undefined;
}

/** A mail about a hearing in the language of whoever gets it; what is in a calendar goes along as an appointment. */
export function composeMail(
  { kind, name, address, language }: MessageRow,
  { hearing, number, organisation, organiser, now, link }: AboutHearing,
): Composed {
  const said = (key: keyof typeof MAIL_WORDS, values: Readonly<Record<string, string>> = {}): string =>
    fillIn(MAIL_WORDS[key][language], values);
  const at = (instant: Temporal.Instant): string =>
    momentInWords(instant, hearing.zone, language, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
  const title = said('hearing', { number: number === null ? '' : receiptNumber(number) });
  const what = kind === 'invite' && hearing.version > 1 ? 'moved' : (kind as 'invite' | 'cancel' | 'minutes');
  const place = [MODE_WORDS[hearing.mode][language], hearing.place].filter(Boolean).join(' ');
  const told = { invite: 'invited', moved: 'invited', cancel: 'cancelled', minutes: 'asked' } as const;
  const lines = [
    name,
    said(told[what], { organisation }),
    title,
    `${said('when')}: ${at(hearing.startsAt)} – ${at(hearing.endsAt)} (${hearing.zone})`,
    `${said('where')}: ${place}`,
    ...(kind === 'cancel' && hearing.cancelledReason
      ? [`${said('reason')}: ${hearing.cancelledReason}`]
      : kind === 'invite' && hearing.note
        ? [hearing.note]
        : []),
  ];
  const until = link && said('until', { until: at(link.until) });
  const html = `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.6">
${lines.map((line) => `<p>${escapeHtml(line).replaceAll('\n', '<br>')}</p>`).join('\n')}
${link ? `<p><a href="${escapeHtml(link.url)}">${escapeHtml(said('open'))}</a></p><p>${escapeHtml(until ?? '')}</p>` : ''}
<p>${escapeHtml(organisation)}</p></body></html>`;
  const subject = said(what, { hearing: title });
  const method = kind === 'cancel' ? 'CANCEL' : 'REQUEST';
  return {
    subject,
    text: [...lines, ...(link ? [link.url, until ?? ''] : []), organisation].join('\n\n'),
    html,
    short: `${subject}\n${link?.url ?? at(hearing.startsAt)}`,
    language,
    answerUrl: link?.url,
    ...(kind !== 'minutes' && {
      calendar: appointmentOf(hearing, method, { title, organiser, attendee: address, language, now }),
    }),
  };
}
