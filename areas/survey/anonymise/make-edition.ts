import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { seal } from '../../../kernel/secret.ts';
import { record } from '../../record.ts';
import { hashOfEdition } from './hash.ts';
import { standingOf } from './open-points.ts';
import { publicFormOf } from './public-form.ts';
import { insertEdition, lockEditions, newestEdition } from './store.ts';
import { filled, SAME_AS_BEFORE } from './words.ts';

/**
 * Makes a public edition of the newest version of a case. What is known to tell too much is refused: an edition is read
 * by others, and never changed.
 */
export async function makeEdition(ctx: Context, caseId: string): Promise<{ number: number; hash: string }> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    await lockEditions(tx.sql, ctx.orgId, caseId);
    const form = await publicFormOf(tx.sql, caseId);
    if (!form) throw new Fault('not-found');
    const { stored } = form;
    const made = form.made();
    const standing = standingOf(made);
    if (standing.length > 0) throw new Fault('invalid', { fields: standing });
    const hash = hashOfEdition(made.document);
    const before = await newestEdition(tx.sql, caseId);
    if (before?.caseVersion === stored.version && before.hash === hash)
      throw new Fault('conflict', { detail: filled(SAME_AS_BEFORE, { edition: before.number }) });
    const number = (before?.number ?? 0) + 1;
    const { document, log, labels } = made;
    await insertEdition(
      tx.sql,
      ctx.orgId,
      {
        caseId,
        number,
        caseVersion: stored.version,
        document,
        hash,
        madeBy: byOf(ctx.actor),
        madeAt: ctx.now,
      },
      seal(ctx.instance.secret, JSON.stringify({ labels, log })),
    );
    record(tx, 'survey.public-edition-made', { body: { caseId, number, hash } });
    return { number, hash };
  });
}
