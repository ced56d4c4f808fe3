import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { readWithin } from '../headquarters/index.ts';
import { findNotice, lockNotice, type Notice, setNotice } from '../notices/index.ts';
import type { LinkAnswer, NoticeKind } from '../notices/schema.ts';
import { endWithin, lockTask } from '../tasks/index.ts';

export interface LinkLook {
  readonly kind: NoticeKind;
  readonly state: 'open' | 'answered' | 'expired';
  readonly organisation: string;
  readonly subject: string;
  readonly text: string;
  readonly answer: string;
  readonly language: 'ja' | 'en';
}

const stateOf = (notice: Notice, now: Temporal.Instant): LinkLook['state'] => {
  if (notice.linkUntil === null || Temporal.Instant.compare(notice.linkUntil, now) <= 0) return 'expired';
  return notice.state === 'answered' ? 'answered' : 'open';
};

/** What the page behind a link shows; looking changes nothing, for mail scanners look too. */
export async function lookAtReply(ctx: Context, id: string): Promise<LinkLook> {
  permit(ctx, 'confirmation.answer');
  return reading(ctx, async (trx) => {
    const notice = await findNotice(trx, id);
    if (!notice) throw new Fault('gone');
    const state = stateOf(notice, ctx.now);
    // Whoever finds an old link learns nothing of the incident by it.
    const shown = state === 'expired' ? { subject: '', text: '', answer: '' } : notice;
    return {
      kind: notice.kind,
      state,
      organisation: (await readOrganisation(trx))?.name ?? '',
      subject: shown.subject,
      text: shown.text,
      answer: shown.answer,
      language: notice.language,
    };
  });
}

/**
 * Takes an answer. A request may be answered more than once until it is done: taken first, then how it went.
 * @throws Fault `gone` when the link is too old or everything was said
 */
export async function answerReply(ctx: Context, id: string, answer: LinkAnswer): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(ctx, async (tx) => {
    const notice = await lockNotice(tx.sql, id);
    if (!notice || stateOf(notice, ctx.now) !== 'open') throw new Fault('gone');
    if (notice.kind === 'brief' && notice.personId !== null) {
      await readWithin(tx, notice.about, notice.personId);
      return setNotice(tx.sql, id, { state: 'answered' }, ctx.now);
    }
    if (notice.kind !== 'request') throw new Fault('gone');
    const task = await lockTask(tx.sql, notice.about);
    if (task?.state !== 'open') throw new Fault('gone');
    if (answer.done) await endWithin(tx, task, { state: 'done', note: answer.answer });
    await setNotice(
      tx.sql,
      id,
      { state: answer.done ? 'answered' : notice.state, answer: answer.answer },
      ctx.now,
    );
    record(tx, 'request.answered', {
      incidentId: task.incidentId,
      body: { taskId: task.id, number: task.number, title: task.title, party: notice.name, ...answer },
    });
  });
}
