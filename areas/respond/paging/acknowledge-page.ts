import { type Context, inTransaction, reading, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer } from '../../enqueue.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { type LinkState, linkState, mayAnswer } from './rules.ts';
import {
  answerAttempts,
  attemptsOf,
  endPage,
  findAttempt,
  findPage,
  lockAttempt,
  lockPage,
  type PageRow,
} from './store.ts';

const ENDED = {
  ja: 'この呼出には既に応答があったか、停止されています',
  en: 'This page was answered or stopped already',
};

const NOT_YOURS = {
  ja: 'この呼出に応答できるのは、呼び出された人か社内の担当者です',
  en: 'Only those who were asked, or somebody inside, may answer this page',
};

/** From the console: whoever may answer takes the page, asked or not. */
export async function acknowledgePage(ctx: Context, pageId: string): Promise<void> {
  permit(ctx, 'page.acknowledge');
  await inTransaction(ctx, (tx) => answer(tx, pageId, 'console'));
}

/** From a message: the link stands for the person it was sent to, once and for a while. */
export async function acknowledgeByLink(ctx: Context, attemptId: string): Promise<void> {
  permit(ctx, 'page.acknowledge');
  await inTransaction(ctx, async (tx) => {
    const attempt = await lockAttempt(tx.sql, attemptId);
    const page = attempt && (await lockPage(tx.sql, attempt.pageId));
    if (!attempt || !page || linkState(attempt, page, ctx.now) !== 'open') throw new Fault('gone');
    await answer(tx, attempt.pageId, 'link');
  });
}

async function answer(tx: Tx, pageId: string, by: 'console' | 'link'): Promise<void> {
  const { ctx } = tx;
  const page = await lockPage(tx.sql, pageId);
  const personId = ctx.actor.personId;
  if (!page || personId === undefined) throw new Fault('not-found');
  if (page.state !== 'seeking' && page.state !== 'exhausted') throw new Fault('conflict', { detail: ENDED });
  const asked = (await attemptsOf(tx.sql, [pageId])).some((attempt) => attempt.personId === personId);
  if (!mayAnswer(page, { personId, outside: ctx.actor.outside, asked }))
    throw new Fault('forbidden', { detail: NOT_YOURS });
  await settle(tx, page, personId, by);
}

/** For somebody who answers by their telephone: a page that was answered meanwhile stays as it was. */
export async function answerAs(tx: Tx, pageId: string, personId: string, by: 'sms' | 'key'): Promise<void> {
  const page = await lockPage(tx.sql, pageId);
  if (page?.state !== 'seeking' && page?.state !== 'exhausted') return;
  if (mayAnswer(page, { personId, outside: false, asked: true })) await settle(tx, page, personId, by);
}

async function settle(
  tx: Tx,
  { id: pageId, incidentId }: PageRow,
  personId: string,
  by: 'console' | 'link' | 'sms' | 'key',
): Promise<void> {
  await endPage(tx.sql, pageId, 'acknowledged', tx.ctx.now, personId);
  await answerAttempts(tx.sql, pageId, personId, tx.ctx.now);
  await cancelTimer(tx, 'escalate-page', pageId);
  record(tx, 'page.acknowledged', { incidentId: incidentId ?? undefined, body: { pageId, personId, by } });
}

export interface LinkView {
  readonly state: LinkState;
  readonly subject: string;
  readonly organisation: string;
}

/** What the page behind a link shows before anything is answered; looking changes nothing (mail scanners look too). */
export async function lookAtLink(ctx: Context, attemptId: string): Promise<LinkView> {
  permit(ctx, 'page.acknowledge');
  return reading(ctx, async (trx) => {
    const attempt = await findAttempt(trx, attemptId);
    const page = attempt && (await findPage(trx, attempt.pageId));
    const organisation = await readOrganisation(trx);
    if (!attempt || !page) throw new Fault('gone');
    return {
      state: linkState(attempt, page, ctx.now),
      subject: page.subject,
      organisation: organisation?.name ?? '',
    };
  });
}
