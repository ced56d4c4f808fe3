import { escapeHtml, fillIn } from '../../../kernel/text.ts';
import type { Composed } from '../../sending/outbox/index.ts';
import type { Door } from './store.ts';
import { DOOR_WORDS } from './words.ts';

const LOCALES = { ja: 'ja-JP', en: 'en-GB' } as const;

/** The mail that carries a way in, in the language of whoever it goes to; with questions, or with the form alone. */
export function composeDoor({
  door: { name, language, until },
  organisation,
  number,
  questions,
  url,
}: {
  readonly door: Door;
  readonly organisation: { readonly name: string; readonly timeZone: string };
  readonly number: string;
  readonly questions: readonly string[];
  readonly url: string;
}): Composed {
  const said = (key: keyof typeof DOOR_WORDS): string =>
    fillIn(DOOR_WORDS[key][language], {
      organisation: organisation.name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
      number,
      until: until
        .toZonedDateTimeISO(organisation.timeZone)
        .toLocaleString(LOCALES[language], { dateStyle: 'long' }),
    });
  const asks = questions.length > 0;
  const subject = said(asks ? 'askedSubject' : 'subject');
  const lines = [name, said(asks ? 'asked' : 'ask'), ...questions.map((text) => `・ ${text}`)];
  const html = `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.6">
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
<p><a href="${escapeHtml(url)}" style="display:inline-block;padding:14px 28px;background:#1f4a92;color:#fff;text-decoration:none;border-radius:4px;font-size:18px">${escapeHtml(said('open'))}</a></p>
<p>${escapeHtml(said('until'))}</p><p style="color:#555;font-size:13px">${escapeHtml(said('notYou'))}</p></body></html>`;
  return {
    subject,
    text: [...lines, url, said('until'), said('notYou')].join('\n\n'),
    html,
    short: `${subject}\n${url}`,
    language,
    answerUrl: url,
  };
}
