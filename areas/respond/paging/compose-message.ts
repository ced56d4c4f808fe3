import type { Language } from '../../../kernel/language.ts';
import { escapeHtml, fillIn, onOneLine } from '../../../kernel/text.ts';
import type { Composed } from '../../sending/outbox/index.ts';
import { WORDS } from './words.ts';

export interface Composition {
  readonly language: Language;
  readonly subjectKind: 'incident' | 'break-glass' | 'summons';
  readonly subject: string;
  /** Subjects of other pages that the same message tells of. */
  readonly others: readonly string[];
  readonly organisation: { readonly name: string; readonly timeZone: string; readonly demo: boolean };
  readonly waitSeconds: number;
  /** Undefined where the message is only shown, as in the outbox. */
  readonly answerUrl: string | undefined;
  readonly detailsUrl: string;
  readonly until: Temporal.Instant;
  /** Digits that answer by text message. */
  readonly code: string | undefined;
}

/** So many are named in a message; the console has them all. */
const MOST_NAMED = 30;

/** Header values are one line; a title with a line break must not become a header of its own. */
const oneLine = (text: string): string => onOneLine(text).trim();

/** The text of a page in the addressee's language. Short first: it may be read on a lock screen. */
export function composeMessage(c: Composition): Composed {
  const say = (key: keyof typeof WORDS, values: Readonly<Record<string, string>> = {}) =>
    fillIn(WORDS[key][c.language], values);
  const subject = oneLine(
    say(c.subjectKind === 'break-glass' ? 'breakGlass' : 'incident', {
      subject:
        c.others.length > 0
          ? say('andOthers', { subject: c.subject, count: String(c.others.length) })
          : c.subject,
    }),
  );
  const told = [
    ...c.others.slice(0, MOST_NAMED),
    ...(c.others.length > MOST_NAMED ? [say('more', { count: String(c.others.length - MOST_NAMED) })] : []),
  ];
  const until = c.until
    .toZonedDateTimeISO(c.organisation.timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
  // A demonstration says so in its name as a rule.
  const unsaid = c.organisation.demo && !/デモ|demo/i.test(c.organisation.name);
  const organisation = `${c.organisation.name}${unsaid ? say('demo') : ''}`;
  const colon = c.language === 'ja' ? '：' : ': ';
  const lines = [
    [c.subject, ...told].join('\n'),
    `${say('organisation')}${colon}${organisation}`,
    '',
    c.subjectKind === 'break-glass'
      ? say('confirm')
      : say('ask', { minutes: String(Math.ceil(c.waitSeconds / 60)) }),
    '',
    `${say('answer')}${colon}${c.answerUrl ?? say('notShown')}`,
    say('once', { until: `${until.replace('T', ' ')} (${c.organisation.timeZone})` }),
    '',
    `${say('open')}${colon}${c.detailsUrl}`,
  ];
  const button = c.answerUrl
    ? `<p><a href="${escapeHtml(c.answerUrl)}" style="display:inline-block;padding:14px 28px;background:#1f4a92;color:#fff;text-decoration:none;border-radius:4px;font-size:18px">${escapeHtml(say('answer'))}</a></p>`
    : '';
  const html = `<!doctype html><html lang="${c.language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.6">
<h1 style="font-size:20px">${escapeHtml(c.subject)}</h1>${told.map((each) => `<p>${escapeHtml(each)}</p>`).join('')}<p>${escapeHtml(lines[1] ?? '')}</p><p>${escapeHtml(lines[3] ?? '')}</p>
${button}<p style="color:#555;font-size:13px">${escapeHtml(lines[6] ?? '')}</p>
<p><a href="${escapeHtml(c.detailsUrl)}">${escapeHtml(say('open'))}</a></p></body></html>`;
  const answers = [
    ...(c.code ? [say('byCode', { code: c.code })] : []),
    ...(c.answerUrl && c.code ? [c.answerUrl] : []),
  ];
  const short = [subject, ...answers].join('\n');
  return {
    subject,
    text: lines.join('\n'),
    html,
    short,
    language: c.language,
    answerUrl: c.answerUrl,
  };
}
