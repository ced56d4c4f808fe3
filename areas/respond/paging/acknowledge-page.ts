import { type Context, inTransaction, reading, type Tx } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { cancelTimer } from '../../enqueue.ts';
import { findPerson } from '../../prepare/contacts/index.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { markUsed, readLinks } from '../../sending/links/index.ts';
import { linkState as stateOfLink } from '../../sending/links/rules.ts';
import { bundleOf, findMessage, lockBundle, lockMessage, moveMessages } from '../../sending/outbox/index.ts';
import type { MessageRow } from '../../sending/outbox/schema.ts';
import { attemptsOf } from './attempts.ts';
import { type LinkState, linkState, mayAnswer, PAGE_LINK, readTopic } from './rules.ts';
import {
  answersOf,
  endPage,
  findPages,
  insertAnswer,
  lockPage,
  type PageRow,
  unansweredPages,
} from './store.ts';

const ENDED = {
  ja: 'この呼び出しは、応答済みか停止済みです',
  en: 'This page was already answered or stopped',
};

const NOT_YOURS = {
  ja: 'この呼び出しに応答できるのは、呼び出された人または社内の担当者です',
  en: 'Only the people who were paged, or internal staff, can answer this page',
};

type By = 'console' | 'link' | 'sms' | 'key' | 'phone';

const seeksAnswer = (page: PageRow | undefined): page is PageRow =>
  page?.state === 'seeking' || page?.state === 'exhausted';

/** From the console: whoever may answer takes the page, asked or not. */
export async function acknowledgePage(ctx: Context, pageId: string): Promise<void> {
  permit(ctx, 'page.acknowledge');
  await inTransaction(ctx, async (tx) => {
    const page = await lockPage(tx.sql, pageId);
    const personId = ctx.actor.personId;
    if (!page || personId === undefined) throw new Fault('not-found');
    if (!seeksAnswer(page)) throw new Fault('conflict', { detail: ENDED });
    const asked = (await attemptsOf(tx.sql, [pageId])).some((attempt) => attempt.personId === personId);
    const called = asked || page.steps.flat().includes(personId);
    if (!mayAnswer(page, { personId, outside: ctx.actor.outside, asked: called }))
      throw new Fault('forbidden', { detail: NOT_YOURS });
    if (!(await settle(tx, page, personId, { by: 'console', attemptId: undefined })))
      throw new Fault('conflict', { detail: ENDED });
  });
}

/** From a message: the link stands for the person it was sent to, once and for a while, and for all that the message told. */
export async function acknowledgeByLink(ctx: Context, attemptId: string): Promise<void> {
  permit(ctx, 'page.acknowledge');
  await inTransaction(ctx, async (tx) => {
    const lead = await lockMessage(tx.sql, attemptId);
    const link = (await readLinks(tx.sql, PAGE_LINK, [attemptId])).get(attemptId);
    if (!lead || stateOfLink(link, ctx.now) === 'expired') throw new Fault('gone');
    if ((await answerMessage(tx, lead, 'link')) === 0) throw new Fault('gone');
  });
}

/**
 * Answers every page that one message told of, for the person it went to; one that was answered meanwhile stays as it was.
 * @returns how many were answered
 */
export async function answerMessage(tx: Tx, lead: MessageRow, by: By): Promise<number> {
  let answered = 0;
  for (const { id: attemptId, about, personId } of await lockBundle(tx.sql, lead)) {
    const page = await lockPage(tx.sql, about);
    if (
      personId === null ||
      !seeksAnswer(page) ||
      !mayAnswer(page, { personId, outside: false, asked: true }) ||
      // Who has left takes nothing over: the telephone that rang may be anybody's by now.
      !(await findPerson(tx.sql, personId))
    )
      continue;
    if (await settle(tx, page, personId, { by, attemptId })) answered += 1;
  }
  return answered;
}

/**
 * Somebody was reached by telephone about an incident: the same as if they had answered its page. What else they are called
 * for they have not been asked.
 */
export async function answerByPhone(tx: Tx, incidentId: string, personId: string): Promise<void> {
  for (const page of await unansweredPages(tx.sql, incidentId))
    if (page.topic === '' && page.steps.flat().includes(personId))
      await settle(tx, page, personId, { by: 'phone', attemptId: undefined });
}

/** @returns false where they had answered before */
async function settle(
  tx: Tx,
  page: PageRow,
  personId: string,
  { by, attemptId }: { readonly by: By; readonly attemptId: string | undefined },
): Promise<boolean> {
  const { ctx } = tx;
  const { id: pageId, needed } = page;
  if (!(await insertAnswer(tx.sql, ctx.orgId, pageId, personId, by, ctx.now))) return false;
  // The links of whoever answered are used; only the message they answered by was answered, the others stay what they were.
  const own = (await attemptsOf(tx.sql, [pageId])).filter((attempt) => attempt.personId === personId);
  await markUsed(
    tx.sql,
    PAGE_LINK,
    own.map(({ id }) => id),
    ctx.now,
  );
  if (attemptId) await moveMessages(tx.sql, [attemptId], 'acknowledge', ctx.now);
  const answers = (await answersOf(tx.sql, [pageId])).length;
  const { kind, which } = readTopic(page.topic);
  record(tx, 'page.acknowledged', {
    incidentId: page.incidentId ?? undefined,
    body: {
      pageId,
      personId,
      by,
      ...(needed > 1 && { answers, needed }),
      ...(page.subjectKind === 'summons' && { summons: true }),
      ...(kind === 'role' && { role: which }),
    },
  });
  // Others are asked until enough have answered.
  if (answers < needed) return true;
  await endPage(tx.sql, pageId, 'acknowledged', ctx.now, personId);
  await cancelTimer(tx, 'escalate-page', pageId);
  return true;
}

export interface LinkView {
  readonly state: LinkState;
  /** Of every page the message told of. */
  readonly subjects: readonly string[];
  readonly organisation: string;
}

/** What the page behind a link shows before anything is answered; looking changes nothing (mail scanners look too). */
export async function lookAtLink(ctx: Context, attemptId: string): Promise<LinkView> {
  permit(ctx, 'page.acknowledge');
  return reading(ctx, async (trx) => {
    const lead = await findMessage(trx, attemptId);
    const told = lead ? await bundleOf(trx, lead) : [];
    const pages = await findPages(
      trx,
      told.map(({ about }) => about),
    );
    const links = await readLinks(
      trx,
      PAGE_LINK,
      told.map(({ id }) => id),
    );
    const until = links.get(attemptId)?.until;
    const organisation = await readOrganisation(trx);
    const own = lead && pages.find(({ id }) => id === lead.about);
    if (!lead || !own) throw new Fault('gone');
    // Each page by its own: one that was answered elsewhere does not close the link for the others.
    const states = told.flatMap(({ id, about }) => {
      const page = pages.find((each) => each.id === about);
      return page ? linkState({ usedAt: links.get(id)?.usedAt, until }, page, ctx.now) : [];
    });
    return {
      state: states.includes('open') ? 'open' : linkState(links.get(attemptId), own, ctx.now),
      subjects: [own, ...pages.filter((page) => page !== own)].map(({ subject }) => subject),
      organisation: organisation?.name ?? '',
    };
  });
}
