import { type Context, inTransaction, type Tx } from '../../../../database/transaction.ts';
import { Fault, invalidField } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { record } from '../../../record.ts';
import { sendPackageWithin } from '../../exchange/acts.ts';
import { findPeer } from '../../exchange/index.ts';
import { commentsOf } from '../comments/index.ts';
import { linesOf } from '../minutes/index.ts';
import { lockHearing, type StoredHearing, setHearing } from '../store.ts';
import { ANOTHER_HAS_THEM, NOT_COMPLETED, NOT_HEARD } from '../words.ts';
import { commentsBy, minutesPeer, peersOfHearing, setMinutesPeer } from './index.ts';
import type { MinutesPackage } from './schema.ts';

async function minutesFor(tx: Tx, hearing: StoredHearing, peerId: string): Promise<MinutesPackage> {
  const lines = await linesOf(tx.sql, hearing.id);
  const theirs = await commentsBy(tx.sql, hearing.id, peerId);
  const numbers = new Map(lines.map(({ id, number }) => [id, number]));
  return {
    ref: hearing.id,
    edition: hearing.edition,
    startsAt: hearing.startsAt.toString(),
    zone: hearing.zone,
    lines: lines
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ number, at, speaker, text, certainty }) => ({
        number,
        at: at.toString(),
        speaker,
        text,
        certainty,
      })),
    comments: (await commentsOf(tx.sql, hearing.id))
      .filter(({ id }) => theirs.has(id))
      .map(({ id, kind, lineId, text, answer, reason }) => {
        const number = lineId === null ? null : (numbers.get(lineId) ?? null);
        return { id, kind, number, text, answer, reason };
      }),
  };
}

/** Asks the operator to confirm the minutes at its own Sonae: one that reported the event and was heard, and nobody else. */
export async function sendMinutesPackage(ctx: Context, id: string, peerId: string): Promise<void> {
  permit(ctx, 'survey.manage');
  await inTransaction(ctx, async (tx) => {
    const hearing = await lockHearing(tx.sql, id);
    if (!hearing) throw new Fault('not-found');
    if (hearing.state !== 'completed' || hearing.confirmedAt)
      throw new Fault('conflict', { detail: NOT_COMPLETED });
    const holder = await minutesPeer(tx.sql, id);
    if (holder !== undefined && holder !== peerId) throw invalidField('peerId', ANOTHER_HAS_THEM);
    if (!(await peersOfHearing(tx.sql, hearing)).includes(peerId)) throw invalidField('peerId', NOT_HEARD);
    await setMinutesPeer(tx.sql, id, peerId);
    const payload = await minutesFor(tx, hearing, peerId);
    await sendPackageWithin(tx, { peerId, kind: 'minutes-to-confirm', payload });
    await setHearing(tx.sql, id, { sent_at: ctx.now.toString() }, ctx.now);
    record(tx, 'survey.minutes-sent', { body: { hearingId: id } });
  });
}

/** A correction was answered: whoever has the minutes by package gets them as they read now, with the answer. */
export async function tellMinutes(tx: Tx, id: string): Promise<void> {
  const peerId = await minutesPeer(tx.sql, id);
  if (peerId === undefined || (await findPeer(tx.sql, peerId))?.state !== 'pinned') return;
  const hearing = await lockHearing(tx.sql, id);
  if (hearing)
    await sendPackageWithin(tx, {
      peerId,
      kind: 'minutes-to-confirm',
      payload: await minutesFor(tx, hearing, peerId),
    });
}
