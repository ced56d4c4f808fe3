import { onOneLine } from '../../../kernel/text.ts';
import { type Composed, linkMail } from '../../sending/outbox/index.ts';
import type { Confirmation } from './schema.ts';
import { QUESTION_WORDS } from './words.ts';

/** A question to be answered by its link, in the addressee's language. */
export function composeQuestion(question: Confirmation, organisation: string, url: string): Composed {
  const words = QUESTION_WORDS[question.kind];
  const { language } = question;
  const subject = `${words.subject[language]}（${onOneLine(organisation)}）`;
  const text = `${question.name}\n\n${words.ask[language]}\n\n${url}\n\n${QUESTION_WORDS.notYou[language]}\n${organisation}`;
  const html = linkMail({
    language,
    lines: [question.name, words.ask[language]],
    url,
    open: words.open[language],
    foot: [QUESTION_WORDS.notYou[language], organisation],
  });
  return {
    subject,
    text,
    html,
    short: `${subject}\n${url}`,
    language,
    answerUrl: url,
  };
}
