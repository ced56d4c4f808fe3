import { createHash } from 'node:crypto';
import { type Context, inTransaction, reading, type Tx } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { lending, permit } from '../../../kernel/permit.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import { readOrganisation } from '../../prepare/parties/index.ts';
import { record } from '../../record.ts';
import { makeLinks, readLinks } from '../../sending/links/index.ts';
import { isOver } from '../../sending/links/rules.ts';
import { putMessages } from '../../sending/outbox/index.ts';
import { titlesOfEvents } from '../intake/index.ts';
import { aboutOf, HEARING_LINK, HEARING_LINK_DAYS, HEARING_MAIL } from './addressing.ts';
import {
  commentsOf,
  insertComment,
  linkCommentsOf,
  lockComment,
  setCommentAnswer,
} from './comments/index.ts';
import { materialsOf } from './handed/index.ts';
import { linesOf } from './minutes/index.ts';
import { tellMinutes } from './packages/send-minutes-package.ts';
import type {
  CommentAnswer,
  CommentView,
  Confirmation,
  MaterialView,
  MinutesSent,
  NewComment,
} from './schema.ts';
import { findHearing, lockHearing, type StoredHearing, setHearing } from './store.ts';
import {
  ANSWERED_BEFORE,
  CHANGE_NEEDED,
  CORRECTIONS_OPEN,
  IS_A_VIEW,
  MINUTES_CHANGED,
  NO_SUCH_LINE,
  NOT_COMPLETED,
  REFUSAL_NEEDS_REASON,
} from './words.ts';
import { changeWithin } from './write-minutes.ts';

/** Asks the operator to confirm the minutes, by a link that needs no account. */
export async function sendMinutes(
  ctx: Context,
  id: string,
  { name, email }: MinutesSent,
): Promise<{ until: string }> {
  permit(ctx, 'survey.manage');
  const until = ctx.now.add({ hours: HEARING_LINK_DAYS * 24 });
  await inTransaction(ctx, async (tx) => {
    const hearing = await lockHearing(tx.sql, id);
    if (!hearing) throw new Fault('not-found');
    if (hearing.state !== 'completed' || hearing.confirmedAt)
      throw new Fault('conflict', { detail: NOT_COMPLETED });
    await makeLinks(tx, HEARING_LINK, [{ ownerId: id, until }]);
    await putMessages(tx, HEARING_MAIL, [
      {
        about: aboutOf(id, hearing.version),
        kind: 'minutes',
        name,
        address: email,
        language: ctx.language,
        channel: 'email',
      },
    ]);
    await setHearing(tx.sql, id, { sent_at: ctx.now.toString() }, ctx.now);
    record(tx, 'survey.minutes-sent', { body: { hearingId: id } });
  });
  return { until: until.toString() };
}

export interface MinutesLook {
  readonly state: 'open' | 'confirmed' | 'expired';
  readonly organisation: string;
  readonly hearing: StoredHearing;
  readonly number: number | null;
  readonly lines: Awaited<ReturnType<typeof linesOf>>;
  readonly materials: readonly MaterialView[];
  readonly comments: readonly CommentView[];
}

async function stateOf(
  { sql, ctx }: Pick<Tx, 'sql' | 'ctx'>,
  hearing: StoredHearing,
): Promise<MinutesLook['state']> {
  const link = (await readLinks(sql, HEARING_LINK, [hearing.id])).get(hearing.id);
  if (!link || isOver(link, ctx.now)) return 'expired';
  if (hearing.confirmedAt) return 'confirmed';
  return hearing.state === 'completed' ? 'open' : 'expired';
}

/** Of all that lies at the desk only the minutes of the link's hearing are told. */
const atHearing = (ctx: Context): Context => lending(ctx, 'survey.intake');

/** What the page behind the link shows; looking changes nothing, for mail scanners look too. */
export async function lookAtMinutes(ctx: Context, id: string): Promise<MinutesLook> {
  permit(ctx, 'confirmation.answer');
  return reading(atHearing(ctx), async (sql) => {
    const hearing = await findHearing(sql, id);
    if (!hearing) throw new Fault('gone');
    const state = await stateOf({ sql, ctx }, hearing);
    const over = state === 'expired';
    return {
      state,
      organisation: (await readOrganisation(sql))?.name ?? '',
      hearing,
      number: (await titlesOfEvents(sql, [hearing.eventId])).get(hearing.eventId)?.number ?? null,
      lines: over ? [] : (await linesOf(sql, id)).filter(({ withdrawn }) => withdrawn === null),
      materials: over ? [] : await materialsOf(sql, id),
      comments: over ? [] : await linkCommentsOf(sql, id),
    };
  });
}

async function lockOpen(tx: Tx, id: string): Promise<StoredHearing> {
  const hearing = await lockHearing(tx.sql, id);
  if (!hearing || (await stateOf(tx, hearing)) !== 'open') throw new Fault('gone');
  return hearing;
}

/** A correction of a fact, or a view: kept apart, and nothing is changed by either. */
export async function commentByLink(ctx: Context, id: string, comment: NewComment): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(atHearing(ctx), async (tx) => {
    await lockOpen(tx, id);
    await keepComment(tx, id, { ...comment, id: ctx.newId() });
  });
}

/** Keeps a comment on the minutes, by whichever way it came. */
export async function keepComment(
  tx: Tx,
  hearingId: string,
  { id: commentId, number, kind, text, by }: NewComment & { readonly id: string },
  peerId: string | null = null,
): Promise<void> {
  const line =
    number === null ? undefined : (await linesOf(tx.sql, hearingId)).find((each) => each.number === number);
  if (number !== null && !line) throw invalidField('number', NO_SUCH_LINE);
  const kept = { id: commentId, hearingId, kind, lineId: line?.id ?? null, text, by, peerId };
  await insertComment(tx.sql, tx.ctx.orgId, kept, tx.ctx.now);
  record(tx, 'survey.minutes-commented', { body: { hearingId, commentId, kind } });
}

/** Takes over a correction, with the line as it reads from now on, or says why not. A view asks for neither. */
export async function answerComment(
  ctx: Context,
  hearingId: string,
  commentId: string,
  { answer, reason, change }: CommentAnswer,
): Promise<void> {
  permit(ctx, 'survey.manage');
  if (answer === 'refused' && reason === '') throw invalidField('reason', REFUSAL_NEEDS_REASON);
  if (answer === 'accepted' && !change) throw invalidField('change', CHANGE_NEEDED);
  await inTransaction(ctx, async (tx) => {
    const hearing = await lockHearing(tx.sql, hearingId);
    const comment = hearing && (await lockComment(tx.sql, hearingId, commentId));
    if (!hearing || !comment) throw new Fault('not-found');
    if (comment.kind === 'view') throw new Fault('conflict', { detail: IS_A_VIEW });
    if (comment.answer !== null) throw new Fault('conflict', { detail: ANSWERED_BEFORE });
    if (answer === 'accepted' && change) {
      const { lineId, ...line } = change;
      await changeWithin(tx, hearing, lineId, line, comment.text);
    }
    await setCommentAnswer(tx.sql, commentId, { answer, reason }, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.correction-answered', { body: { hearingId, commentId, answer } });
    await tellMinutes(tx, hearingId);
  });
}

/**
 * The operator confirms the minutes as they read them. While a correction stands unanswered nothing is confirmed.
 * @throws Fault `conflict` where they were changed since
 */
export async function confirmWithin(
  tx: Tx,
  { id, edition }: Pick<StoredHearing, 'id' | 'edition'>,
  { by, seen }: Confirmation,
): Promise<void> {
  const comments = await commentsOf(tx.sql, id);
  if (comments.some(({ kind, answer }) => kind === 'correction' && answer === null))
    throw new Fault('conflict', { detail: CORRECTIONS_OPEN });
  if (edition !== seen) throw new Fault('conflict', { detail: MINUTES_CHANGED });
  const said = (await linesOf(tx.sql, id)).map(({ at, ...line }) => ({ ...line, at: at.toString() }));
  const sha256 = createHash('sha256').update(canonicalJson(said)).digest('hex');
  const { now } = tx.ctx;
  const confirmed = { confirmed_at: now.toString(), confirmed_by: by, confirmed_sha256: sha256 };
  await setHearing(tx.sql, id, confirmed, now);
  record(tx, 'survey.minutes-confirmed', { body: { hearingId: id, sha256 } });
}

/** By the link it was sent. */
export async function confirmByLink(ctx: Context, id: string, confirmation: Confirmation): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(atHearing(ctx), async (tx) => {
    await confirmWithin(tx, await lockOpen(tx, id), confirmation);
  });
}
