import { momentInWords } from '../../../kernel/moment-words.ts';
import { fillIn, onOneLine } from '../../../kernel/text.ts';
import { type Composed, linkMail } from '../../sending/outbox/index.ts';
import type { StageDue } from '../deadlines/rules.ts';
import { STAGE_WORDS } from '../terms/words.ts';
import type { Door } from './store.ts';
import { DOOR_WORDS } from './words.ts';

/** The mail that carries a way in, in the language of whoever it goes to; with questions, with what is soon due, or with the form alone. */
export function composeDoor({
  door: { name, language, until },
  organisation,
  number,
  questions,
  due,
  url,
}: {
  readonly door: Door;
  readonly organisation: { readonly name: string; readonly timeZone: string };
  readonly number: string;
  readonly questions: readonly string[];
  /** What is owed of it, in a reminder. */
  readonly due?: StageDue | undefined;
  readonly url: string;
}): Composed {
  const said = (key: keyof typeof DOOR_WORDS): string =>
    fillIn(DOOR_WORDS[key][language], {
      organisation: onOneLine(organisation.name),
      number,
      until: momentInWords(until, organisation.timeZone, language, { dateStyle: 'long' }),
      stage: due ? STAGE_WORDS[due.stage][language] : '',
      due: due?.dueAt
        ? momentInWords(due.dueAt, organisation.timeZone, language, { dateStyle: 'long', timeStyle: 'short' })
        : '',
    });
  const asks = questions.length > 0;
  const subject = said(due ? 'dueSubject' : asks ? 'askedSubject' : 'subject');
  const lines = [name, said(due ? 'due' : asks ? 'asked' : 'ask'), ...questions.map((text) => `・ ${text}`)];
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
