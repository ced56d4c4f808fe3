import { type Context, inTransaction } from '../../../database/transaction.ts';
import { invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import type { NewUnit } from './schema.ts';
import { insertUnit, unitTree } from './store.ts';

export async function addUnit(ctx: Context, unit: NewUnit): Promise<{ id: string }> {
  permit(ctx, 'organisation.manage');
  return inTransaction(ctx, async (tx) => {
    const units = await unitTree(tx.sql);
    if (unit.parentId !== null && !units.some(({ id }) => id === unit.parentId)) {
      throw invalidField('parentId', {
        ja: '上位の部署が見つかりません。一覧から選択してください',
        en: 'No such parent department. Choose one from the list',
      });
    }
    const id = ctx.newId();
    await insertUnit(tx.sql, ctx.orgId, id, unit);
    record(tx, 'unit.added', { body: { unitId: id, parentId: unit.parentId } });
    return { id };
  });
}
