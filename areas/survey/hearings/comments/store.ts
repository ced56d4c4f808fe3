import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { CommentAnswer, CommentKind, CommentView } from '../schema.ts';

const COMMENT = ['id', 'kind', 'line_id as lineId', 'text', 'by', 'at', 'answer', 'reason'] as const;

const comments = (trx: Transaction<Tables>, hearingId: string) =>
  trx.selectFrom('survey_hearing_comment').select(COMMENT).where('hearing_id', '=', hearingId);

/** The first to be made first. */
export async function commentsOf(trx: Transaction<Tables>, hearingId: string): Promise<CommentView[]> {
  const rows = await comments(trx, hearingId).orderBy('at').orderBy('id').execute();
  return rows.map(({ at, ...rest }) => ({ ...rest, at: at.toString() }));
}

/** Without what came by package: whoever has the link of the minutes reads what was said by links alone. */
export async function linkCommentsOf(trx: Transaction<Tables>, hearingId: string): Promise<CommentView[]> {
  const rows = await comments(trx, hearingId)
    .where('peer_id', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ at, ...rest }) => ({ ...rest, at: at.toString() }));
}

export const lockComment = (trx: Transaction<Tables>, hearingId: string, id: string) =>
  comments(trx, hearingId).where('id', '=', id).forUpdate().executeTakeFirst();

export async function insertComment(
  trx: Transaction<Tables>,
  orgId: string,
  comment: {
    readonly id: string;
    readonly hearingId: string;
    readonly kind: CommentKind;
    readonly lineId: string | null;
    readonly text: string;
    readonly by: string;
    /** The organisation that sent it by package. */
    readonly peerId: string | null;
  },
  at: Temporal.Instant,
): Promise<void> {
  const { hearingId, lineId, peerId, ...rest } = comment;
  await trx
    .insertInto('survey_hearing_comment')
    .values({
      org_id: orgId,
      hearing_id: hearingId,
      line_id: lineId,
      peer_id: peerId,
      ...rest,
      at: at.toString(),
      reason: '',
    })
    .execute();
}

export async function setCommentAnswer(
  trx: Transaction<Tables>,
  id: string,
  { answer, reason }: Pick<CommentAnswer, 'answer' | 'reason'>,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('survey_hearing_comment')
    .set({ answer, reason, answered_by: by, answered_at: at.toString() })
    .where('id', '=', id)
    .execute();
}
