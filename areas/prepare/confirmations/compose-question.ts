import { escapeHtml } from '../../../kernel/text.ts';
import type { Composed } from '../../sending/outbox/index.ts';
import type { Confirmation } from './schema.ts';
import { QUESTION_WORDS } from './words.ts';

/** A question to be answered by its link, in the addressee's language. */
export function composeQuestion(question: Confirmation, organisation: string, url: string): Composed {
  const words = QUESTION_WORDS[question.kind];
  const { language } = question;
  const subject = `${words.subject[language]}（${organisation.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}）`;
  const text = `${question.name}\n\n${words.ask[language]}\n\n${url}\n\n${QUESTION_WORDS.notYou[language]}\n${organisation}`;
  const html = `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.6">
<p>${escapeHtml(question.name)}</p><p>${escapeHtml(words.ask[language])}</p>
<p><a href="${escapeHtml(url)}" style="display:inline-block;padding:14px 28px;background:#1f4a92;color:#fff;text-decoration:none;border-radius:4px;font-size:18px">${escapeHtml(words.open[language])}</a></p>
<p style="color:#555;font-size:13px">${escapeHtml(QUESTION_WORDS.notYou[language])}<br>${escapeHtml(organisation)}</p></body></html>`;
  return {
    subject,
    text,
    html,
    short: `${subject}\n${url}`,
    language,
    answerUrl: url,
  };
}
