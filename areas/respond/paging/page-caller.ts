import type { Tx } from '../../../database/transaction.ts';
import { setTimer } from '../../enqueue.ts';
import { record } from '../../record.ts';
import type { Caller, Turn } from '../../sending/outbox/index.ts';
import type { MessageRow } from '../../sending/outbox/schema.ts';
import { answerMessage } from './acknowledge-page.ts';
import { type Attempt, asAttempt, attemptsOf } from './attempts.ts';
import { messageOf } from './message-of-page.ts';
import { PAGE, PAGE_LINK, tellableReason, windowOf } from './rules.ts';
import { answersOf, findPages, lockPage, type PageRow, readSettings } from './store.ts';
import { askPerson } from './walk-routes.ts';

const seeksAnswer = (page: PageRow | undefined): page is PageRow =>
  page?.state === 'seeking' || page?.state === 'exhausted';

/** Answers for the messages of pages, and tells the record what became of each. */
export const pageCaller: Caller = {
  purpose: PAGE,
  link: PAGE_LINK,
  lapsed: async (tx, message) => {
    const page = await lockPage(tx.sql, message.about);
    return seeksAnswer(page) && !(await hasAnswered(tx, message)) ? undefined : 'page-ended';
  },
  compose: messageOf,
  turned,
  answered: answerMessage,
  gather: {
    windowSeconds: async (tx, sentWithinHour) => windowOf(await readSettings(tx.sql), sentWithinHour),
    stillWanted: async (tx, waiting) => {
      const pages = await findPages(
        tx.sql,
        waiting.map(({ about }) => about),
      );
      const open = new Set(pages.filter(seeksAnswer).map(({ id }) => id));
      return waiting.filter(({ about }) => open.has(about));
    },
  },
};

const hasAnswered = async (tx: Tx, { about, personId }: MessageRow): Promise<boolean> =>
  (await answersOf(tx.sql, [about])).some((answer) => answer.personId === personId);

/** What became of a message, in the record; a way that leads nowhere is followed by the person's next one. */
export async function turned(tx: Tx, message: MessageRow, turn: Turn): Promise<void> {
  const attempt = await asAttempt(tx.sql, message);
  if (!attempt) return;
  const { id: attemptId, pageId, personId } = attempt;
  const page = await lockPage(tx.sql, pageId);
  const incidentId = page?.incidentId ?? undefined;
  const body = { pageId, attemptId, personId };
  switch (turn.event) {
    case 'accept':
      return record(tx, 'page.accepted', {
        incidentId,
        body: { ...body, ...(turn.bundled > 0 && { bundled: turn.bundled }) },
      });
    case 'deliver':
      return record(tx, 'page.delivered', { incidentId, body });
    case 'see':
      return record(tx, 'page.seen', { incidentId, body });
    case 'withdraw':
      return undefined;
    case 'hold':
      record(tx, 'page.held', { incidentId, body: { ...body, reason: turn.reason } });
      // It is known not to go: another way may.
      return page && tryNext(tx, attempt, page);
    case 'fail':
      record(tx, 'page.failed', { incidentId, body: { ...body, reason: tellableReason(turn.reason) } });
      return page && tryNext(tx, attempt, page);
  }
}

/** A message of these is with nobody, and will not be by itself. */
const REACHES_NOBODY: readonly MessageRow['state'][] = ['failed', 'withdrawn', 'held'];

/** A route leads nowhere: the person's next one is tried; where there is none, waiting for their answer helps nobody. */
async function tryNext(tx: Tx, attempt: Attempt, page: PageRow): Promise<void> {
  const { id: failed, step, personId } = attempt;
  if (page.state !== 'seeking' || page.step !== step || (await hasAnswered(tx, attempt))) return;
  if (await askPerson(tx, page, step, personId)) return;
  const answered = new Set((await answersOf(tx.sql, [page.id])).map((answer) => answer.personId));
  const others = (await attemptsOf(tx.sql, [page.id])).some(
    (each) =>
      each.id !== failed &&
      each.step === step &&
      !REACHES_NOBODY.includes(each.state) &&
      !answered.has(each.personId),
  );
  if (others) return;
  record(tx, 'page.passed-over', {
    incidentId: page.incidentId ?? undefined,
    body: { pageId: page.id, personId, roster: null, why: 'not-sent' },
  });
  setTimer(tx, 'escalate-page', page.id, { pageId: page.id, step: page.step }, { at: tx.ctx.now });
}
