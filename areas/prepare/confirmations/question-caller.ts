import { record } from '../../record.ts';
import { linkUrl } from '../../sending/links/index.ts';
import type { Caller, Turn } from '../../sending/outbox/index.ts';
import { readOrganisation } from '../parties/index.ts';
import { digestNow } from './asked-about.ts';
import { composeQuestion } from './compose-question.ts';
import { findConfirmation } from './read-questions.ts';
import { QUESTION, QUESTION_LINK } from './rules.ts';

const TOLD = {
  accept: 'accepted',
  hold: 'held',
  fail: 'failed',
  withdraw: 'failed',
} as const satisfies Partial<Record<Turn['event'], string>>;

/** Answers for questions: what they ask about is looked at when they leave, for quiet hours are long. */
export const questionCaller: Caller = {
  purpose: QUESTION,
  link: QUESTION_LINK,
  lapsed: async (tx, { id }) => {
    const question = await findConfirmation(tx.sql, id);
    if (question && Temporal.Instant.compare(question.until, tx.ctx.now) <= 0) return 'expired';
    // Who left meanwhile, or has another address, is not written to.
    return question && (await digestNow(tx.sql, question)) === question.digest ? undefined : 'changed';
  },
  compose: async (tx, { id }) => {
    const question = await findConfirmation(tx.sql, id);
    const organisation = (await readOrganisation(tx.sql))?.name ?? '';
    return question && composeQuestion(question, organisation, linkUrl(tx.ctx.instance, QUESTION_LINK, id));
  },
  turned: async (tx, { id }, { event }) => {
    if (event === 'deliver' || event === 'see') return;
    record(tx, 'confirmation.settled', { body: { confirmationId: id, state: TOLD[event] } });
  },
};
