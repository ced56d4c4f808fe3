import type { Language } from '../../../kernel/language.ts';
import { escapeHtml, fillIn, onOneLine } from '../../../kernel/text.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import type { Caller } from '../../sending/outbox/index.ts';
import { findAsking } from './askings/index.ts';
import { codeOf } from './consent-code.ts';
import { findCode } from './consents/index.ts';
import { CODE, CODE_MESSAGE, REVIEW_LINK, weighCode } from './rules.ts';
import { REVIEW_MAIL_WORDS } from './words.ts';

const HALF = CODE.digits / 2;
/** As people read it, and as a voice has to say it: digit by digit. */
const shown = (code: string): string => `${code.slice(0, HALF)} ${code.slice(HALF)}`;
const spoken = (code: string): string => [...code].join(', ');

/** Answers for codes: one that is over or was used does not leave. It carries no link, for it goes another way than the link. */
export const codeCaller: Caller = {
  purpose: CODE_MESSAGE,
  link: REVIEW_LINK,
  lapsed: async (tx, { about }) => {
    const is = weighCode(await findCode(tx.sql, about), true, tx.ctx.now);
    return is === 'right' ? undefined : 'expired';
  },
  compose: async (tx, { about, channel, language }) => {
    const code = await findCode(tx.sql, about);
    const asking = code && (await findAsking(tx.sql, code.askingId));
    const organisation = await readOrganisation(tx.sql);
    if (!asking || !organisation) return undefined;
    const digits = codeOf(tx.ctx.instance, about);
    const said = (key: keyof typeof REVIEW_MAIL_WORDS, told: string, to: Language = language): string =>
      fillIn(REVIEW_MAIL_WORDS[key][to], {
        organisation: onOneLine(organisation.name),
        edition: asking.edition,
        code: told,
        minutes: CODE.minutes,
      });
    const lines = [said('code', shown(digits)), said('codeUntil', '')];
    return {
      subject: said('codeSubject', ''),
      text: lines.join('\n\n'),
      html: `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.6">${lines
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join('\n')}</body></html>`,
      short: said('code', channel === 'voice' ? spoken(digits) : shown(digits)),
      language,
      answerUrl: undefined,
    };
  },
  turned: async (tx, { about }, { event }) => {
    if (event === 'deliver' || event === 'see') return;
    const code = await findCode(tx.sql, about);
    if (code)
      record(tx, 'survey.consent-code-mailed', {
        body: { reviewId: code.reviewId, caseId: code.caseId, turn: event },
      });
  },
};
