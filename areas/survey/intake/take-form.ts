import { createHash } from 'node:crypto';
import { type Context, inTransaction } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { plainName } from '../../respond/attachments/rules.ts';
import { lookAtForm } from '../forms/look-at-form.ts';
import type { FormFault } from '../forms/schema.ts';
import { draftWithin } from './draft-report.ts';
import { insertSource } from './sources/index.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Makes a draft of a form that came back filled in, with the file as its source; where anything in it is wrong nothing is
 * kept, and every fault is named by its cell.
 */
export async function takeForm(
  ctx: Context,
  name: string,
  bytes: Uint8Array,
): Promise<{ id: string | null; faults: FormFault[] }> {
  permit(ctx, 'survey.intake');
  const { report, faults } = await lookAtForm(ctx, bytes, ctx.language);
  if (faults.length > 0) return { id: null, faults };
  return inTransaction(ctx, async (tx) => {
    const id = await draftWithin(tx, { content: report, door: 'form', operatorId: null });
    const source = {
      id: ctx.newId(),
      name: plainName(name),
      type: XLSX,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    await insertSource(tx.sql, ctx.orgId, id, { ...source, content: bytes }, byOf(ctx.actor), ctx.now);
    const { sha256, size } = source;
    record(tx, 'survey.report-source-added', { body: { reportId: id, sourceId: source.id, sha256, size } });
    return { id, faults: [] };
  });
}
