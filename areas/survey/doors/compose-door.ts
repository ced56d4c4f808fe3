import { fillIn } from '../../../kernel/text.ts';
import { type Composed, linkMail } from '../../sending/outbox/index.ts';
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
  const html = linkMail({
    language,
    lines,
    url,
    open: said('open'),
    after: [said('until')],
    foot: [said('notYou')],
  });
  return {
    subject,
    text: [...lines, url, said('until'), said('notYou')].join('\n\n'),
    html,
    short: `${subject}\n${url}`,
    language,
    answerUrl: url,
  };
}
