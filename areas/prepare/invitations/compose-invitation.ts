import { escapeHtml, fillIn } from '../../../kernel/text.ts';
import type { Composed } from '../../sending/outbox/index.ts';
import type { PersonView } from '../contacts/schema.ts';
import { INVITATION_WORDS } from './words.ts';

const LOCALES = { ja: 'ja-JP', en: 'en-GB' } as const;

/** The mail that invites somebody, in their language, with what it is for and until when it is good. */
export function composeInvitation({
  person,
  organisation,
  roles,
  until,
  url,
}: {
  readonly person: PersonView;
  readonly organisation: { readonly name: string; readonly timeZone: string };
  readonly roles: readonly string[];
  readonly until: Temporal.Instant;
  readonly url: string;
}): Composed {
  const { language } = person;
  const name = organisation.name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  const said = (key: keyof typeof INVITATION_WORDS): string =>
    fillIn(INVITATION_WORDS[key][language], {
      organisation: name,
      roles: roles.join(language === 'ja' ? '、' : ', '),
      until: until.toZonedDateTimeISO(organisation.timeZone).toLocaleString(LOCALES[language], {
        dateStyle: 'long',
        timeStyle: 'short',
      }),
    });
  const lines = [person.name, said('ask'), said('roles')];
  const html = `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.6">
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
<p><a href="${escapeHtml(url)}" style="display:inline-block;padding:14px 28px;background:#1f4a92;color:#fff;text-decoration:none;border-radius:4px;font-size:18px">${escapeHtml(said('open'))}</a></p>
<p>${escapeHtml(said('until'))}</p>
<p style="color:#555;font-size:13px">${escapeHtml(said('notYou'))}<br>${escapeHtml(name)}</p></body></html>`;
  return {
    subject: said('subject'),
    text: [...lines, url, said('until'), said('notYou'), name].join('\n\n'),
    html,
    short: `${said('subject')}\n${url}`,
    language,
    answerUrl: url,
  };
}
