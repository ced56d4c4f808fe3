import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { inPerson, permit } from '../../../kernel/permit.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { sendPackageWithin } from '../exchange/acts.ts';
import { MINUTES_CHANGED } from '../hearings/words.ts';
import type { MinutesAnswered } from './schema.ts';
import { insertSaid, lockOwnMinutes, saidOf } from './store.ts';
import { CORRECT_OR_CONFIRM, MINUTES_DONE, NOTHING_TO_SEND } from './words.ts';

/** What we say of minutes, to whoever wrote them. Somebody who is signed in confirms, never a key. */
export async function answerMinutes(
  ctx: Context,
  id: string,
  { comments, confirm, seen }: MinutesAnswered,
): Promise<void> {
  permit(ctx, 'report.send');
  if (confirm) inPerson(ctx);
  if (!confirm && comments.length === 0) throw new Fault('conflict', { detail: NOTHING_TO_SEND });
  if (confirm && comments.some(({ kind }) => kind === 'correction'))
    throw new Fault('conflict', { detail: CORRECT_OR_CONFIRM });
  await inTransaction(ctx, async (tx) => {
    const minutes = await lockOwnMinutes(tx.sql, id);
    if (!minutes) throw new Fault('not-found');
    if (minutes.edition !== seen) throw new Fault('conflict', { detail: MINUTES_CHANGED });
    const said = await saidOf(tx.sql, id);
    if (said.some((each) => each.confirm && each.outcome !== 'refused'))
      throw new Fault('conflict', { detail: MINUTES_DONE });
    const actor = byOf(ctx.actor);
    const by = (await namesBehind(tx.sql, [actor], ctx.language))[actor] || ctx.orgId;
    const payload = {
      ref: id,
      edition: seen,
      by,
      confirm,
      comments: comments.map((comment) => ({ ...comment, id: ctx.newId() })),
    };
    const packageId = await sendPackageWithin(tx, {
      peerId: minutes.peerId,
      kind: 'minutes-confirmed',
      payload,
    });
    await insertSaid(tx.sql, ctx.orgId, packageId, payload, ctx.now);
    record(tx, 'own-report.minutes-answered', {
      body: { hearingId: id, edition: seen, confirm, comments: comments.length, packageId },
    });
  });
}
