import { type Context, inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { lookAtForm } from '../forms/look-at-form.ts';
import type { FormFault } from '../forms/schema.ts';
import { draftWithin } from './draft-report.ts';
import { keepSource } from './keep-source.ts';

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
    await keepSource(tx, id, { name, type: XLSX, content: bytes });
    return { id, faults: [] };
  });
}
