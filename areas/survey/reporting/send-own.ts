import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { listsInForce } from '../editions/index.ts';
import { sendPackageWithin } from '../exchange/acts.ts';
import { fieldsOf } from '../intake/acts.ts';
import { weighVersion } from '../intake/rules.ts';
import type { OwnSent } from './schema.ts';
import { insertVersion, lockOwn, setAnswer, updateOwn, versionsOf } from './store.ts';
import { IS_WITHDRAWN, NO_RECIPIENT, ON_ITS_WAY } from './words.ts';

/**
 * Sends what was drafted as the next version, signed. The next waits for the receipt of the one before: what the recipient
 * refused is no version over there.
 * @throws Fault `invalid` with every field that stands in the way
 */
export async function sendOwn(
  ctx: Context,
  id: string,
  { stage, seen }: OwnSent,
): Promise<{ version: number; packageId: string }> {
  permit(ctx, 'report.send');
  return inTransaction(ctx, async (tx) => {
    const report = await lockOwn(tx.sql, id);
    if (!report) throw new Fault('not-found');
    if (report.draftSeen !== seen) throw new Fault('conflict');
    if (report.withdrawnReason !== null) throw new Fault('conflict', { detail: IS_WITHDRAWN });
    if (report.peerId === null) throw invalidField('peerId', NO_RECIPIENT);
    const versions = await versionsOf(tx.sql, id);
    if (versions.some(({ outcome }) => outcome === null)) throw new Fault('conflict', { detail: ON_ITS_WAY });
    const before = versions.find(({ outcome }) => outcome === 'taken');
    const content = report.draft ?? before?.content;
    if (!content) throw new Fault('conflict');
    const version = (before?.version ?? 0) + 1;
    const weighed = weighVersion(
      content,
      before?.content,
      stage,
      version,
      await listsInForce(tx.sql),
      ctx.now,
    );
    if ('fault' in weighed) throw new Fault('invalid', { fields: fieldsOf(weighed) });
    const by = byOf(ctx.actor);
    const sender = (await namesBehind(tx.sql, [by], ctx.language))[by] ?? '';
    const packageId = await sendPackageWithin(tx, {
      peerId: report.peerId,
      kind: version === 1 ? 'report' : 'follow-up',
      payload: { ref: id, stage, version, submittedAt: ctx.now.toString(), sender, content },
    });
    await insertVersion(tx.sql, ctx.orgId, { reportId: id, version, stage, content, packageId }, ctx.now);
    await updateOwn(tx.sql, id, { draft: content, version, stage }, ctx.now);
    record(tx, 'own-report.sent', { body: { reportId: id, version, stage, packageId } });
    return { version, packageId };
  });
}

/** Answers what we were asked, to whoever asked. */
export async function answerOwn(
  ctx: Context,
  questionId: string,
  { reportId, answer }: { readonly reportId: string; readonly answer: string },
): Promise<void> {
  permit(ctx, 'report.send');
  await inTransaction(ctx, async (tx) => {
    const report = await lockOwn(tx.sql, reportId);
    if (!report?.peerId) throw new Fault('not-found');
    const by = byOf(ctx.actor);
    const number = await setAnswer(tx.sql, reportId, questionId, answer, by, ctx.now);
    if (number === undefined) throw new Fault('conflict');
    const name = (await namesBehind(tx.sql, [by], ctx.language))[by] ?? '';
    await sendPackageWithin(tx, {
      peerId: report.peerId,
      kind: 'answer',
      payload: { ref: reportId, questionId, answer, by: name },
    });
    record(tx, 'own-report.answered', { body: { reportId, questionId, number } });
  });
}
