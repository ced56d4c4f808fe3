import { momentInWords } from '../../../kernel/moment-words.ts';
import { fillIn, onOneLine } from '../../../kernel/text.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { linkUrl } from '../../sending/links/index.ts';
import { type Caller, type Composed, linkMail } from '../../sending/outbox/index.ts';
import { type Asking, findAsking } from './askings/index.ts';
import { consentsOf } from './consents/index.ts';
import { REVIEW_LINK, REVIEW_MAIL } from './rules.ts';
import { isAskingOver } from './through-link.ts';
import { REVIEW_MAIL_WORDS } from './words.ts';

const KINDS = {
  ask: ['askSubject', 'ask'],
  remind: ['remindSubject', 'remind'],
  answered: ['answeredSubject', 'answered'],
} as const;

/** A mailbox is read by more than its owner: the mail tells nothing of what happened. */
function composeReview(
  { name, language, edition, until }: Asking,
  kind: string,
  organisation: { readonly name: string; readonly timeZone: string },
  url: string,
): Composed {
  const [subject, told] = KINDS[kind as keyof typeof KINDS] ?? KINDS.ask;
  const said = (key: keyof typeof REVIEW_MAIL_WORDS): string =>
    fillIn(REVIEW_MAIL_WORDS[key][language], {
      organisation: onOneLine(organisation.name),
      edition,
      until: momentInWords(until, organisation.timeZone, language, { dateStyle: 'long' }),
    });
  const lines = [name, said(told)];
  return {
    subject: said(subject),
    text: [...lines, url, said('until'), said('notYou')].join('\n\n'),
    html: linkMail({
      language,
      lines,
      url,
      open: said('open'),
      after: [said('until')],
      foot: [said('notYou')],
    }),
    short: `${said(subject)}\n${url}`,
    language,
    answerUrl: url,
  };
}

/** Answers for mails about a review: one that was asked anew, ended or consented to does not leave. */
export const reviewCaller: Caller = {
  purpose: REVIEW_MAIL,
  link: REVIEW_LINK,
  lapsed: async (tx, { about }) => {
    const asking = await findAsking(tx.sql, about);
    if (!asking || asking.endedAt !== null) return 'changed';
    if (isAskingOver(asking, tx.ctx.now)) return 'expired';
    const consents = await consentsOf(tx.sql, asking.reviewId);
    return consents.some(({ hash, withdrawnAt }) => hash === asking.hash && withdrawnAt === null)
      ? 'changed'
      : undefined;
  },
  compose: async (tx, { about, kind }) => {
    const asking = await findAsking(tx.sql, about);
    const organisation = await readOrganisation(tx.sql);
    if (!asking || !organisation) return undefined;
    return composeReview(asking, kind, organisation, linkUrl(tx.ctx.instance, REVIEW_LINK, about));
  },
  turned: async (tx, { about }, { event }) => {
    if (event === 'deliver' || event === 'see') return;
    const asking = await findAsking(tx.sql, about);
    if (asking)
      record(tx, 'survey.review-mailed', {
        body: { reviewId: asking.reviewId, caseId: asking.caseId, turn: event },
      });
  },
};
