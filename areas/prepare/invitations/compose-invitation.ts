import { momentInWords } from '../../../kernel/moment-words.ts';
import { fillIn, onOneLine } from '../../../kernel/text.ts';
import { type Composed, linkMail } from '../../sending/outbox/index.ts';
import type { PersonView } from '../contacts/schema.ts';
import { INVITATION_WORDS } from './words.ts';

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
  const name = onOneLine(organisation.name);
  const said = (key: keyof typeof INVITATION_WORDS): string =>
    fillIn(INVITATION_WORDS[key][language], {
      organisation: name,
      roles: roles.join(language === 'ja' ? '、' : ', '),
      until: momentInWords(until, organisation.timeZone, language, {
        dateStyle: 'long',
        timeStyle: 'short',
      }),
    });
  const lines = [person.name, said('ask'), said('roles')];
  const html = linkMail({
    language,
    lines,
    url,
    open: said('open'),
    after: [said('until')],
    foot: [said('notYou'), name],
  });
  return {
    subject: said('subject'),
    text: [...lines, url, said('until'), said('notYou'), name].join('\n\n'),
    html,
    short: `${said('subject')}\n${url}`,
    language,
    answerUrl: url,
  };
}
