import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { structureFaults } from '../../../report/figure/rules.ts';
import { record } from '../../record.ts';
import type { Revision } from './schema.ts';
import { lockCase, updateCase } from './store.ts';

/**
 * Writes a new version of a case. Findings do not stop a writer; what cannot be stored or drawn does.
 * @throws Fault `conflict` when somebody else has written since `version`, or the case is not a draft
 */
export async function reviseCase(
  ctx: Context,
  id: string,
  { version, document }: Revision,
): Promise<{ version: number }> {
  permit(ctx, 'case.write');
  const faults = structureFaults(document.figure);
  if (faults.length > 0)
    throw new Fault('invalid', {
      fields: faults.map(({ path, message }) => ({ field: `document.figure.${path}`, mend: message })),
    });
  return inTransaction(ctx, async (tx) => {
    const before = await lockCase(tx.sql, id);
    if (!before) throw new Fault('not-found');
    if (before.state !== 'draft')
      throw new Fault('conflict', {
        detail: {
          ja: '編集できるのは下書きのみです。差し戻すか、下書きに戻してください',
          en: 'Only drafts can be edited. Return or reopen it first',
        },
      });
    if (before.version !== version)
      throw new Fault('conflict', {
        detail: {
          ja: `ほかの利用者が第${before.version}版を保存しました。新しい版を読み込んでから変更してください`,
          en: `Version ${before.version} was saved in the meantime. Load it before making your changes`,
        },
      });
    const next = version + 1;
    await updateCase(tx.sql, ctx.orgId, {
      ...before,
      version: next,
      document: { ...document, state: 'draft' },
      changedAt: ctx.now,
      changedBy: byOf(ctx.actor),
    });
    record(tx, 'case.revised', { body: { caseId: id, version: next } });
    return { version: next };
  });
}
